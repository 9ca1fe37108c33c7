import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth } from '../loom/loomText.ts';
import { type BranchFact, branchLanes, type LaneRoom, sharedSteps } from './branchLanes.ts';

const ROOM: LaneRoom = { width: 900, lanesMax: 3, type: 13, rowHeight: 24, lift: 12 };
const MAIN: BranchFact = { name: 'Main', about: '', from: null, steps: 10 };
const left = (name: string, branch: number, step: number, steps: number): BranchFact => ({
  name,
  about: '',
  from: { branch, step },
  steps,
});

test('one branch has no lanes', () => {
  expect(branchLanes({ branches: [MAIN], rejoins: [], current: 0 }, ROOM)).toMatchObject({
    lanes: [],
    height: 0,
  });
});

test('a lane leaves at the fork and bears its name at its end; seen from either side', () => {
  const branches = [MAIN, left('Branch 1', 0, 4, 8)];
  const fromMain = branchLanes({ branches, rejoins: [], current: 0 }, ROOM);
  expect(fromMain.lanes).toMatchInlineSnapshot(`
    [
      {
        "branch": 1,
        "label": "Branch 1: leaves Main at step 4, ends at step 8",
        "path": "M360 -12C370.8 -12 363.6 12 378 12H720",
        "sameX": null,
        "text": "Branch 1",
        "textW": 71.2,
        "textX": 726,
        "y": 12,
      },
    ]
  `);
  const fromBranch = branchLanes({ branches, rejoins: [], current: 1 }, ROOM);
  expect(fromBranch.lanes.map(({ path, text }) => [path, text])).toMatchInlineSnapshot(`
    [
      [
        "M450 -12C460.8 -12 453.6 12 468 12H784",
        "Main, to step 10",
      ],
    ]
  `);
  expect(fromBranch.all.map(({ sentence, current }) => [sentence, current])).toEqual([
    ['Main: the first run, 10 steps', false],
    ['Branch 1: leaves Main at step 4, ends at step 8', true],
  ]);
});

test('two that come to the same state again are one line from there on, whoever is on the screen', () => {
  const branches = [MAIN, left('Branch 1', 0, 2, 9)];
  const rejoins = [{ branch: 1, step: 7, other: 0, at: 8 }];
  const fromMain = branchLanes({ branches, rejoins, current: 0 }, ROOM).lanes[0];
  expect(fromMain).toMatchObject({ text: 'Branch 1 = same state', sameX: 720 });
  expect(fromMain?.path).toMatch(/ 720 -12$/);
  expect(fromMain?.label).toBe('Branch 1: leaves Main at step 2, same state as Main from step 8 on');
  expect(branchLanes({ branches, rejoins, current: 1 }, ROOM).lanes[0]).toMatchObject({
    text: 'Main = same state',
    sameX: 700,
  });
});

test('what a branch is about stands with its name, shortened where it is long', () => {
  const branches = [MAIN, { ...left('Branch 1', 0, 4, 8), about: 'push +email to C lost, and much more' }];
  const [lane] = branchLanes({ branches, rejoins: [], current: 0 }, ROOM).lanes;
  expect(lane?.text).toBe('Branch 1: push +email to C lost, …');
  expect(lane?.label).toBe(
    'Branch 1 (push +email to C lost, and much more): leaves Main at step 4, ends at step 8',
  );
});

test('branches of branches: what is shared with the one on the screen', () => {
  const branches = [MAIN, left('Branch 1', 0, 4, 8), left('Branch 2', 1, 6, 9), left('Branch 3', 1, 2, 5)];
  const shared = (current: number) =>
    branches.map((_, i) => sharedSteps({ branches, rejoins: [], current }, i));
  expect(shared(0)).toEqual([10, 4, 4, 2]);
  expect(shared(2)).toEqual([4, 6, 9, 2]);
  expect(shared(3)).toEqual([2, 2, 2, 5]);
});

test('at most three lanes, the parent among them; the rest is in the list', () => {
  const branches = [MAIN, ...Array.from({ length: 6 }, (_, i) => left(`Branch ${i + 1}`, 0, i + 1, 10))];
  const { lanes, all } = branchLanes({ branches, rejoins: [], current: 2 }, ROOM);
  expect(lanes.map(({ branch }) => branch).sort()).toEqual([0, 5, 6]);
  expect(all).toHaveLength(7);
});

const tree = fc
  .array(
    fc.record({ parent: fc.nat(), at: fc.nat(), more: fc.integer({ min: 1, max: 60 }), name: fc.string() }),
    {
      maxLength: 8,
    },
  )
  .map((drafts) => {
    const branches: BranchFact[] = [{ name: 'Main', about: '', from: null, steps: 12 }];
    for (const { parent, at, more, name } of drafts) {
      const branch = parent % branches.length;
      const step = at % ((branches[branch]?.steps ?? 0) + 1);
      branches.push({ name, about: name, from: { branch, step }, steps: step + more });
    }
    return branches;
  });

test('no lane or name leaves the place, and no two names lie on each other', () => {
  fc.assert(
    fc.property(tree, fc.nat(), fc.integer({ min: 200, max: 1_400 }), (branches, pick, width) => {
      const { lanes, height } = branchLanes(
        { branches, rejoins: [], current: pick % branches.length },
        { ...ROOM, width },
      );
      for (const [i, lane] of lanes.entries()) {
        expect(lane.textX).toBeGreaterThanOrEqual(0);
        expect(lane.textX + lane.textW).toBeLessThanOrEqual(width + 0.2);
        expect(lane.y).toBeLessThan(height);
        expect(lane.path).not.toContain('NaN');
        for (const other of lanes.slice(i + 1)) {
          const apart =
            other.y !== lane.y ||
            other.textX >= lane.textX + lane.textW - 0.1 ||
            lane.textX >= other.textX + other.textW - 0.1;
          expect(apart).toBe(true);
        }
      }
    }),
    { seed: 5, numRuns: 400 },
  );
});

test('the name of a lane that rejoins at the end stands on its line, whole, when it began near the start', () => {
  const branches = [
    { name: 'Main', about: '', from: null, steps: 14 },
    { name: 'Branch 1', about: '', from: { branch: 0, step: 3 }, steps: 30 },
  ];
  const [lane] = branchLanes(
    { branches, rejoins: [{ branch: 1, other: 0, step: 14, at: 30 }], current: 1 },
    { ...ROOM, width: 400 },
  ).lanes;
  expect(lane?.text).toMatch(/^Main/u);
  expect(lane?.textW).toBeGreaterThanOrEqual(textWidth(lane?.text ?? '', ROOM.type));
  expect(lane?.sameX).not.toBeNull();
});

test('a name that has no room is said shorter before it is cut', () => {
  const branches = [MAIN, left('Switched', 0, 4, 7)];
  const textAt = (width: number) =>
    branchLanes({ branches, rejoins: [], current: 1 }, { ...ROOM, width, type: 22 }).lanes[0];
  expect(textAt(600)?.text).toBe('Main, to step 10');
  expect(textAt(282)?.text).toBe('Main');
  expect(textAt(282)?.textW).toBeGreaterThan(textWidth('Main', 22));
  const again = [MAIN, { ...left('Branch 1', 0, 4, 10), about: 'push +phone reaches A first' }];
  const rejoins = [{ branch: 1, step: 10, other: 0, at: 10 }];
  const [lane] = branchLanes({ branches: again, rejoins, current: 0 }, { ...ROOM, width: 430 }).lanes;
  expect(lane?.text).toBe('Branch 1 = same state');
});

test('no line of another lane goes down through a name: it is rather said shorter', () => {
  const about = '+nick on C';
  const branches = [
    { ...MAIN, steps: 14 },
    left('Branch 1', 0, 2, 7),
    { ...left('Branch 2', 1, 3, 14), about },
    left('Branch 3', 1, 3, 5),
  ];
  const tree = { branches, rejoins: [], current: 3 };
  const [last] = branchLanes(tree, { ...ROOM, width: 560 }).lanes;
  expect(last?.branch).toBe(2);
  expect(last?.text).toBe('Branch 2: +nick on C');
  expect(last?.textX).toBeGreaterThan(336);
});
