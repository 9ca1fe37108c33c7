import { describe, expect, test } from 'vitest';
import type { CommandDraft, Config, Timeline } from '../../engine/index.ts';
import { add, play, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import type { Scene, SceneOptions } from '../shape/scene.ts';
import { describeView } from '../text/describeView.ts';

const sceneOf = (run: Timeline, part: Partial<SceneOptions> = {}, step = run.steps.length): Scene =>
  project(run, { step, fraction: 0 }, { selection: null, tableKey: null, overscan: 50, ...part });

const link = (kind: 'cut' | 'heal', pair: string): CommandDraft => ({
  kind,
  a: pair.charAt(0),
  b: pair.charAt(1),
});
const cut = (...pairs: readonly string[]): readonly CommandDraft[] => pairs.map((pair) => link('cut', pair));

const runOf = (part: Partial<Config>, ...drafts: readonly CommandDraft[]): Timeline =>
  play(usersRun(part), ...drafts);

/** 'A–C cut | A>B B: …': the words at knots, walls by the lane at their right. */
function told(run: Timeline, step?: number) {
  const { loom, nodes } = sceneOf(run, {}, step);
  return {
    words: loom.dots.flatMap(({ node, fullText }) => (fullText === '' ? [] : `${node}: ${fullText}`)),
    marks: loom.cuts.map(({ a, b, sign }) => `${a}${sign === null ? '-' : '/'}${b}`),
    walls: loom.walls.map(({ key }) => key),
    cards: nodes.map(({ cutOff }) => cutOff?.text ?? ''),
  };
}

describe('cut links', () => {
  test.each([
    { links: [], marks: [], walls: [], cards: ['', '', ''] },
    { links: cut('AB'), marks: ['A/B'], walls: [], cards: ['B', 'A', ''] },
    { links: cut('AC', 'BC'), marks: ['A/C', 'B/C'], walls: ['C@2'], cards: ['C', 'C', 'A, B'] },
    // B stands between the two others: no line down a gap would be true.
    { links: cut('AB', 'BC'), marks: ['A/B', 'B/C'], walls: [], cards: ['B', 'A, C', 'B'] },
    {
      links: [...cut('AC', 'BC'), link('heal', 'AC')],
      marks: ['A/C', 'B/C', 'A-C'],
      walls: ['C@2'],
      cards: ['', 'C', 'B'],
    },
    {
      links: cut('AB', 'AC', 'BC'),
      marks: ['A/B', 'A/C', 'B/C'],
      walls: ['B@2', 'C@3'],
      cards: ['B, C', 'A, C', 'A, B'],
    },
  ])('$marks: $walls', ({ links, marks, walls, cards }) => {
    expect(told(runOf({}, ...links))).toMatchObject({ marks, walls, cards });
  });

  test('the row of a cut says so at the node named first, and has a knot at both ends', () => {
    const { loom } = sceneOf(runOf({}, ...cut('AC'), link('heal', 'AC')));
    expect(loom.dots.map(({ node, fullText, shape }) => [node, fullText, shape])).toEqual([
      ['A', 'A–C cut', 'knot'],
      ['C', '', 'small'],
      ['A', 'A–C healed', 'knot'],
      ['C', '', 'small'],
    ]);
    const [mark] = loom.cuts;
    expect(mark?.pieces).toHaveLength(2);
    // Between two lanes, never on one.
    expect(loom.lanes.every(({ x }) => Math.abs(x - (mark?.sign?.x ?? 0)) > 40)).toBe(true);
  });

  test('a wall ends where a link heals, and goes on to now while none has', () => {
    const run = runOf({}, ...cut('AC', 'BC'), add('A', 'email'), link('heal', 'BC'));
    const [ended] = sceneOf(run).loom.walls;
    const open = sceneOf(run, {}, 3).loom;
    const { rowHeight } = open.geometry;
    expect(ended).toMatchObject({ y1: 2.5 * rowHeight, y2: 4.5 * rowHeight });
    expect(open.walls[0]?.y2).toBe(open.nowY);
  });

  test('nothing of the future, and nothing of nodes that are not shown', () => {
    const run = runOf({}, add('A', 'email'), ...cut('AC', 'BC'));
    expect(told(run, 1)).toMatchObject({ marks: [], walls: [], cards: ['', '', ''] });
    const { loom, nodes } = sceneOf(run, { hidden: ['C'] });
    expect([loom.cuts, loom.walls, nodes.map(({ cutOff }) => cutOff)]).toEqual([[], [], [null, null]]);
    expect(loom.dots.map(({ fullText }) => fullText)).toEqual(['ADD email']);
  });

  test('are told in words by the card and by the description of the history', () => {
    const scene = sceneOf(runOf({}, ...cut('AC', 'BC')));
    expect(scene.nodes.map(({ description }) => description.replace(/, [0-9a-f]{4}/u, ''))).toEqual([
      'Version V0; up; no link to C',
      'Version V0; up; no link to C',
      'Version V0; up; no link to A and B',
    ]);
    expect(describeView(scene, 'history').at(-1)).toBe(
      '2 links are cut: A–C, B–C. Messages take no other way.',
    );
  });

  test('more than three nodes are counted', () => {
    const { nodes } = sceneOf(runOf({ nodes: [...'ABCDE'] }, ...cut('AB', 'AC', 'AD', 'AE')));
    expect(nodes.map(({ cutOff }) => [cutOff?.text, cutOff?.short])).toEqual([
      ['4', '4'],
      ['A', 'A'],
      ['A', 'A'],
      ['A', 'A'],
      ['A', 'A'],
    ]);
  });
});

describe('data centres', () => {
  test('stand in the heads where there is more than one', () => {
    const centresOf = (dataCentres: Record<string, string>) =>
      sceneOf(runOf({ dataCentres })).nodes.map(({ centre }) => centre);
    expect(centresOf({ A: 'dc1', B: 'dc1', C: 'dc1' })).toEqual(['', '', '']);
    expect(centresOf({ A: 'dc1', B: 'dc2', C: 'dc2' })).toEqual(['dc1', 'dc2', 'dc2']);
  });

  test('and in what the card says', () => {
    const [card] = sceneOf(runOf({ dataCentres: { A: 'dc1', B: 'dc2', C: 'dc2' } }, ...cut('AB'))).nodes;
    expect(card?.description).toMatch(/^Version V0, [0-9a-f]{4}; up; in data centre dc1; no link to B$/);
  });
});
