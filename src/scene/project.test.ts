import { describe, expect, test } from 'vitest';
import { type CommandDraft, fork, pendingChoices, stateAt, type Timeline } from '../engine/index.ts';
import { add, doPending, must, play, settled, TABLE, usersRun } from './firstMinute.test-support.ts';
import { project } from './project.ts';
import { ARRIVAL } from './shape/arrival.ts';
import type { Scene, SceneOptions } from './shape/scene.ts';
import { textOf } from './text/describe.ts';

const OPTIONS: SceneOptions = { selection: null, tableKey: null, naming: 'lesson' };

function sceneAt(run: Timeline, step: number, part: Partial<SceneOptions> = {}, fraction = 0): Scene {
  return project(run, { step, fraction }, { ...OPTIONS, ...part });
}

/** The statement and then its own node's merge: what the page does for one `+`. */
function alter(run: Timeline, draft: CommandDraft): Timeline {
  return doPending(play(run, draft), (choice) => choice.kind === 'merge' && choice.to === choice.from);
}

function deliver(run: Timeline, verb: string, from: string, to: string): Timeline {
  return doPending(
    run,
    ({ message }) => message?.verb === verb && message.from === from && message.to === to,
  );
}

const push = (run: Timeline, from: string, to: string): Timeline =>
  deliver(run, 'DEFINITIONS_UPDATE', from, to);

/** A adds email, B adds phone, the news goes round, A is asked for row 1. */
function firstMinute(): Timeline {
  const parted = alter(alter(usersRun(), add('A', 'email')), add('B', 'phone'));
  const heard = push(push(push(push(parted, 'B', 'A'), 'A', 'B'), 'B', 'C'), 'A', 'C');
  return settled(
    play(settled(heard), { kind: 'select', node: 'A', ...TABLE, key: { id: 1 }, consistency: 'QUORUM' }),
  );
}

const run = firstMinute();
const steps = Array.from({ length: run.steps.length + 1 }, (_, i) => i);

describe('the first minute', () => {
  test('reads as a story', () => {
    const story = steps.map((step) => {
      const { agreement, narration, next } = sceneAt(run, step);
      return `${step} ${narration.sentence}\n    ${agreement.sentence}\n    Next: ${next?.label ?? 'nothing'}`;
    });
    expect(story.join('\n')).toMatchSnapshot();
  });

  test.each([4, 5, 8, run.steps.length])('step %d in full', (step) => {
    expect(textOf(sceneAt(run, step))).toMatchSnapshot();
  });

  test('two nodes part at X and Y and all end at Z', () => {
    const names = (scene: Scene): string =>
      scene.agreement.tiles.map((tile) => tile.identity?.name).join(' ');
    expect(names(sceneAt(run, 0))).toBe('V0 V0 V0');
    expect(names(sceneAt(run, 4))).toBe('X Y V0');
    expect(names(sceneAt(run, 8))).toBe('Z Z Z');
    expect(sceneAt(run, 8).agreement).toMatchObject({ agreed: true, sentence: 'All 3 nodes are at Z.' });
  });

  test('the entry on A keeps V0 until it is read, and its box moves then', () => {
    const entry = (step: number) => sceneAt(run, step).nodes[0]?.sources[0]?.entries[0];
    expect(entry(8)).toMatchObject({ stale: true, identity: { name: 'V0' } });
    const touched = steps.find((step) => step > 8 && entry(step)?.stale === false);
    expect(touched).toBeDefined();
    expect(entry(touched ?? 0)?.rows[0]?.boxes.map((box) => [box.index, box.text, box.movedFrom])).toEqual([
      [0, '–', null],
      [1, 'Ada', 0],
      [2, '–', null],
    ]);
    expect(sceneAt(run, touched ?? 0).ids?.example).toMatchObject({
      title: 'Row 1 on A, upgraded in this step',
      from: { name: 'V0' },
      to: { name: 'Z' },
      untagged: { sentence: 'Without version tags the row would say: email = Ada.' },
    });
  });

  test('a chip tells what happened to its column', () => {
    const chips = sceneAt(run, 5).nodes[0]?.columns.map((chip) => [
      chip.name,
      chip.id,
      chip.change,
      chip.idBefore,
    ]);
    expect(chips).toEqual([
      ['id', 0, 'none', 0],
      ['email', 0, 'none', 0],
      ['name', 1, 'none', 1],
      ['phone', 2, 'added', null],
    ]);
    const moved = sceneAt(run, 2).nodes[0]?.columns.find((chip) => chip.name === 'name');
    expect(moved).toMatchObject({ change: 'moved', idBefore: 0, id: 1 });
  });
});

describe('purity', () => {
  test('the same moment gives the same scene, whatever was looked at before', () => {
    const copy = structuredClone(run);
    for (const step of [9, 2, 5, 0, 7]) {
      expect(sceneAt(copy, step)).toEqual(sceneAt(run, step));
    }
  });

  test('an index that grew with the run equals one that was built at once', () => {
    let grown = fork(run, 0);
    sceneAt(grown, 0);
    for (const step of run.steps) {
      grown = { ...grown, steps: [...grown.steps, step] };
      sceneAt(grown, grown.steps.length);
    }
    const fresh = structuredClone(run);
    for (const step of steps) {
      expect(sceneAt(grown, step)).toEqual(sceneAt(fresh, step));
    }
  });

  test('a fork has its own future, and the run it left keeps its own', () => {
    const before = sceneAt(run, run.steps.length);
    const branch = alter(fork(run, 4), add('C', 'age', 'int'));
    const names = sceneAt(branch, branch.steps.length).identities.map((one) => one.name);
    expect(names).toEqual(['V0', 'X', 'Y', 'Z']);
    expect(sceneAt(branch, branch.steps.length).identities[3]?.version).not.toBe(
      before.identities[3]?.version,
    );
    expect(sceneAt(run, run.steps.length)).toEqual(before);
  });

  test('versions known from other branches keep their slots', () => {
    const known = sceneAt(run, 0).identities;
    const branch = alter(fork(run, 4), add('C', 'age', 'int'));
    const scene = sceneAt(branch, branch.steps.length, { known });
    expect(scene.identities.slice(0, 4)).toEqual(known);
    expect(scene.nodes[2]?.identity).toMatchObject({ slot: 4, name: 'V4' });
  });

  test('a playhead outside the run is brought to its nearer end', () => {
    expect(sceneAt(run, 1_000)).toEqual(sceneAt(run, run.steps.length));
    expect(sceneAt(run, -3)).toEqual(sceneAt(run, 0));
    expect(sceneAt(run, Number.NaN)).toEqual(sceneAt(run, 0));
  });
});

describe('loom', () => {
  test('nothing of the future is drawn', () => {
    for (const step of steps) {
      const { loom } = sceneAt(run, step);
      for (const dot of loom.dots) {
        expect(dot.step).toBeLessThanOrEqual(step);
        expect(dot.y).toBeLessThan(loom.nowY);
      }
      for (const stroke of loom.strokes) {
        expect(Math.max(stroke.sentStep, stroke.endStep ?? 0)).toBeLessThanOrEqual(step);
        expect(stroke.end.y).toBeLessThan(loom.nowY);
      }
      for (const segment of loom.segments) {
        expect(segment.y2).toBeLessThanOrEqual(loom.nowY);
      }
    }
  });

  test('a mark keeps its place for ever', () => {
    const places = new Map<string, unknown>();
    for (const step of steps) {
      const { loom } = sceneAt(run, step);
      for (const dot of loom.dots) {
        const place = [dot.x, dot.y, dot.text];
        expect(places.get(dot.key) ?? place).toEqual(place);
        places.set(dot.key, place);
      }
      for (const stroke of loom.strokes.filter((one) => one.state !== 'inFlight')) {
        const place = [stroke.start, stroke.end, stroke.label];
        expect(places.get(stroke.key) ?? place).toEqual(place);
        places.set(stroke.key, place);
      }
    }
    expect(places.size).toBeGreaterThan(10);
  });

  test('lanes are painted in the hues that their nodes stood at, and pour into the cards', () => {
    const { loom, nodes } = sceneAt(run, 8);
    const lane = loom.segments.filter((segment) => segment.node === 'A');
    expect(lane.map((segment) => segment.identity?.name)).toEqual(['V0', 'X', 'Z']);
    expect(lane.at(-1)?.y2).toBe(loom.nowY);
    const [card] = nodes;
    expect((card?.x ?? 0) + (card?.w ?? 0) / 2).toBe(loom.lanes[0]?.x);
  });

  test('sends of one event leave from ports 6 px apart, every arrival has its own row', () => {
    const { strokes } = sceneAt(run, 8).loom;
    const fromA = strokes.filter((stroke) => stroke.from === 'A').map((stroke) => stroke.start.y);
    expect(fromA).toEqual([60, 66]);
    const ends = strokes.map((stroke) => stroke.end.y);
    expect(new Set(ends).size).toBe(ends.length);
  });

  test('a line leaves a gap at a lane that it only crosses', () => {
    const crossing = sceneAt(run, 8).loom.strokes.find((stroke) => stroke.from === 'A' && stroke.to === 'C');
    expect(crossing?.pieces).toHaveLength(2);
    const x = sceneAt(run, 8).loom.lanes[1]?.x ?? 0;
    expect(crossing?.pieces[0]?.x2).toBeCloseTo(x - 6);
    expect(crossing?.pieces[1]?.x1).toBeCloseTo(x + 6);
  });

  test('labels lie on no lane and on no other label', () => {
    const { loom } = sceneAt(run, run.steps.length);
    const labels = loom.strokes.flatMap((stroke) => (stroke.label === null ? [] : [stroke.label]));
    expect(labels.length).toBeGreaterThan(3);
    for (const [i, a] of labels.entries()) {
      for (const lane of loom.lanes) {
        expect(a.x + a.w <= lane.x - lane.w / 2 || a.x >= lane.x + lane.w / 2).toBe(true);
      }
      for (const b of labels.slice(i + 1)) {
        expect(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h).toBe(false);
      }
    }
  });

  test('quiet steps are gathered into one row with their count', () => {
    const { rows } = sceneAt(run, 14).loom;
    expect(rows.filter((row) => row.collapsed > 1)).toHaveLength(1);
    expect(rows.at(-1)).toMatchObject({ firstStep: 9, lastStep: 14, collapsed: 6, current: true });
    expect(sceneAt(run, 11).loom.rows.at(-1)).toMatchObject({ firstStep: 9, lastStep: 11, collapsed: 3 });
  });

  test('only what touches the visible rows is there', () => {
    const geometry = { width: 864, height: 80, rowHeight: 40, laneWidth: 36, gap: 32 };
    const { loom } = sceneAt(run, run.steps.length, { geometry, overscan: 0 });
    const top = loom.viewport.y;
    expect(loom.viewport.h).toBe(80);
    expect(loom.rows.length).toBeLessThanOrEqual(3);
    expect(loom.strokes.every((stroke) => stroke.end.y >= top)).toBe(true);
    expect(loom.segments.every((segment) => segment.y2 >= top)).toBe(true);
    expect(loom.segments.flatMap((segment) => segment.glyphs).every((at) => at.y >= top - 96)).toBe(true);
  });

  test('between two steps an arriving envelope slides into its lane, and then the now line moves on', () => {
    const item = (fraction: number) => {
      const scene = sceneAt(run, 4, {}, fraction);
      const found = scene.inFlight.find((one) => one.from === 'B' && one.to === 'A');
      return { x: (found?.x ?? 0) + (found?.w ?? 0) / 2, y: (found?.y ?? 0) + 11, nowY: scene.loom.nowY };
    };
    const end = sceneAt(run, 5).loom.strokes.find((one) => one.from === 'B' && one.to === 'A')?.end;
    expect(item(0.25).x).toBeLessThan(item(0).x);
    expect(item(0.25).x).toBeGreaterThan(item(1).x);
    expect(item(0.25).nowY).toBe(item(0).nowY);
    expect(item(ARRIVAL)).toEqual({ ...item(0), x: end?.x });
    expect(item(0.75).nowY).toBeGreaterThan(item(0).nowY);
    expect(item(1)).toEqual({ x: end?.x, y: end?.y, nowY: sceneAt(run, 5).loom.nowY });
  });

  test('while only the fraction changes, the rest of the scene is the same object', () => {
    const [a, b] = [sceneAt(run, 4, {}, 0.1), sceneAt(run, 4, {}, 0.7)];
    expect(b.nodes).toBe(a.nodes);
    expect(b.dag).toBe(a.dag);
  });
});

describe('faults on the loom', () => {
  const parted = alter(usersRun(), add('A', 'email'));
  const toC = pendingChoices(stateAt(parted, 2)).find((choice) => choice.to === 'C')?.id ?? '';

  test('a lost message stops at 45 % with a cross, and says so', () => {
    const lost = play(parted, { kind: 'lose', message: toC });
    const scene = sceneAt(lost, 3);
    const stroke = scene.loom.strokes.find((one) => one.to === 'C');
    expect(stroke).toMatchObject({ state: 'lost', head: null, label: { text: '+email lost' } });
    expect(stroke?.cross?.x).toBeCloseTo(144 + 0.45 * 576);
    expect(scene.narration.sentence).toBe('The push to C is lost. Neither A nor C notices.');
    expect(scene.inFlight.map((item) => item.to)).toEqual(['B']);
  });

  test('a copy branches off at 70 % and arrives again', () => {
    const twice = play(parted, { kind: 'duplicate', message: toC });
    expect(
      sceneAt(twice, 3)
        .inFlight.filter((item) => item.to === 'C')
        .map((item) => item.copy),
    ).toEqual([0, 1]);
    const arrived = play(twice, { kind: 'deliver', message: toC }, { kind: 'deliver', message: toC });
    const strokes = sceneAt(arrived, 5).loom.strokes.filter((one) => one.to === 'C');
    expect(strokes.map((one) => one.state)).toEqual(['delivered', 'duplicate']);
    expect(strokes[1]?.label?.text).toBe('+email again');
    const [first] = strokes;
    expect(strokes[1]?.fork?.x).toBeCloseTo((first?.start.x ?? 0) + 0.7 * 576);
  });

  test('of two copies the one that arrives is the message, whichever was asked for and whichever is lost', () => {
    const twice = play(parted, { kind: 'duplicate', message: toC });
    const statesAfter = (...commands: readonly CommandDraft[]) =>
      sceneAt(play(twice, ...commands), 5)
        .loom.strokes.filter((one) => one.to === 'C')
        .map((one) => one.state);
    const first = { kind: 'deliver', message: toC } as const;
    const second = { kind: 'deliver', message: `${toC}~2` } as const;
    expect(statesAfter(second, first)).toEqual(['delivered', 'duplicate']);
    const lost = play(twice, { kind: 'lose', message: toC });
    expect(sceneAt(lost, 4).narration.sentence).toBe(
      'A’s message to C: one copy is lost, another is on its way.',
    );
    expect(statesAfter({ kind: 'lose', message: toC }, first)).toEqual(['delivered', 'lost']);
    // It is lost on a line of its own, which stays when the other arrives.
    const [cross, ...later] = [lost, play(lost, first)].map(
      (one, i) => sceneAt(one, 4 + i).loom.strokes.find(({ state }) => state === 'lost') ?? null,
    );
    const other = sceneAt(lost, 4).loom.strokes.find(({ state, to }) => state === 'inFlight' && to === 'C');
    expect(cross).toMatchObject({ fork: null, label: { text: '+email lost' }, start: other?.start });
    expect(later.map((one) => one?.cross?.x)).toEqual([cross?.cross?.x]);
  });

  test('a message that a later one overtook is late', () => {
    const second = alter(parted, add('A', 'phone'));
    const choices = pendingChoices(stateAt(second, 4)).filter(
      (choice) => choice.to === 'B' && choice.message !== null,
    );
    const swapped = choices.toReversed().reduce((at, choice) => play(at, choice.command), second);
    const states = sceneAt(swapped, 6)
      .loom.strokes.filter((one) => one.to === 'B')
      .map((one) => one.state);
    expect(states).toEqual(['late', 'delivered']);
  });

  test('a crash ends the lane and what was on its way to it', () => {
    const crashed = play(parted, { kind: 'crash', node: 'C' });
    const scene = sceneAt(crashed, 3);
    expect(scene.loom.segments.filter((one) => one.node === 'C').at(-1)).toMatchObject({ up: false });
    expect(scene.loom.strokes.find((one) => one.to === 'C')?.state).toBe('lost');
    expect(scene.nodes[2]?.description).toBe(
      'Version V0, '.concat(scene.nodes[2]?.identity?.hex ?? '', '; down'),
    );
    expect(scene.agreement.sentence).toBe('A at X, B at V0, C down.');
  });

  test('a held envelope is not what Next delivers', () => {
    const first = sceneAt(parted, 2).inFlight.find((item) => item.next);
    expect(first).toBeDefined();
    const held = sceneAt(parted, 2, { held: [first?.message ?? ''] });
    // Its pause stands where its arrow stood: it is as wide as before.
    expect(held.inFlight.find((item) => item.held)).toMatchObject({
      message: first?.message,
      next: false,
      w: first?.w,
    });
    expect(held.next?.choice).not.toBe(first?.choice);
    expect(held.inFlight.find((item) => item.next)?.choice).toBe(held.next?.choice);
  });
});

describe('a write of an unknown version', () => {
  test('loading and syncing show in registry, waits and words', () => {
    const lost = pendingChoices(stateAt(alter(usersRun(), add('A', 'email')), 2))
      .filter((choice) => choice.message !== null)
      .reduce(
        (at, choice) => play(at, { kind: 'lose', message: choice.id }),
        alter(usersRun(), add('A', 'email')),
      );
    const written = play(lost, {
      kind: 'update',
      node: 'A',
      ...TABLE,
      key: { id: 1 },
      values: { email: 'ada@x' },
      consistency: 'ALL',
    });
    const asked = deliver(written, 'MUTATION', 'A', 'B');
    const scene = sceneAt(asked, asked.steps.length);
    expect(scene.narration.sentence).toBe('B does not know version X: it asks A, the sender.');
    const b = scene.nodes[1];
    expect(b?.registry.map((row) => [row.identity.name, row.load, row.sync])).toContainEqual([
      'X',
      'LOADING',
      'NOT_SYNCED',
    ]);
    expect(b?.waits.map((row) => row.sentence)).toEqual([
      expect.stringMatching(/^Waits: write s\d+\. B asks A what X is\.$/),
    ]);
    expect(b?.changed).toMatchObject({ any: true, registry: true, waits: true, version: false });
    const answered = deliver(
      deliver(asked, 'GET_SCHEMA_VERSION', 'B', 'A'),
      'SCHEMA_VERSION_REPLY',
      'A',
      'B',
    );
    const after = sceneAt(answered, answered.steps.length);
    expect(after.narration.sentence).toBe('B has not marked X as merged: it asks A for all its changes.');
    expect(after.nodes[1]?.identity?.name).toBe('V0');
    const end = settled(answered);
    expect(textOf(sceneAt(end, end.steps.length))).toMatchSnapshot();
  });
});

test('the engine’s own refusal reaches the test', () => {
  expect(() => must({ ok: false, problem: 'No.' })).toThrow('No.');
});
