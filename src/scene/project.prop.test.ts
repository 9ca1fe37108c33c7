import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stateAt, type Timeline } from '../engine/index.ts';
import { add, doPending, play, usersRun } from './firstMinute.test-support.ts';
import { project } from './project.ts';
import { grown, movesOn } from './run/randomRun.test-support.ts';
import type { Scene } from './shape/scene.ts';
import { textOf } from './text/describe.ts';
import { SENTENCE_LENGTH_MAX } from './words/say.ts';

/** Every number in a scene, with the path to it. */
function numbers(value: unknown, path: string): [string, number][] {
  if (typeof value === 'number') {
    return [[path, value]];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => numbers(inner, `${path}.${name}`))
    : [];
}

function check(scene: Scene): void {
  for (const sentence of [scene.narration.sentence, ...scene.narration.more]) {
    expect(sentence.length > 0 && [...sentence].length <= SENTENCE_LENGTH_MAX + 30, sentence).toBe(true);
  }
  expect([...scene.narration.sentence].length).toBeLessThanOrEqual(SENTENCE_LENGTH_MAX);
  expect(textOf(scene)).not.toMatch(/undefined|NaN|\{\w+\}|\[object/);
  for (const [path, number] of numbers([scene.loom, scene.dag, scene.ids, scene.inFlight], '')) {
    expect(Number.isFinite(number), `${path} = ${number}`).toBe(true);
  }
  const keys = (marks: readonly { readonly key: string }[]): string[] => marks.map((mark) => mark.key);
  for (const marks of [
    scene.loom.strokes,
    scene.loom.dots,
    scene.loom.segments,
    scene.loom.rows,
    scene.inFlight,
    scene.dag.nodes,
    scene.dag.edges,
    scene.nodes,
  ]) {
    expect(new Set(keys(marks)).size).toBe(marks.length);
  }
  expect(scene.loom.strokes.filter((stroke) => stroke.state === 'inFlight')).toHaveLength(
    scene.inFlight.length,
  );
}

test('any run at any moment has a whole scene: words that fit, finite places, keys that differ', () => {
  fc.assert(
    fc.property(
      fc.array(movesOn(['A', 'B', 'C']), { minLength: 5, maxLength: 40 }),
      fc.constantFrom(1, 2),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (moves, shards, fraction) => {
        const run = moves.reduce(grown, usersRun({ shards }));
        const options = { selection: { kind: 'node', node: 'A' }, tableKey: null } as const;
        for (let step = 0; step <= run.steps.length; step += 3) {
          check(project(run, { step, fraction }, options));
        }
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

/** What is drawn and said of a moment, apart from how long the run is and from what Next does. */
function told(run: Timeline, step: number): unknown {
  const {
    next: _,
    position: _p,
    loom,
    widestStrip: _w,
    inFlight,
    identities,
    tables: _t,
    ...rest
  } = project(run, { step, fraction: 0 }, { selection: null, tableKey: null });
  const seen = rest.dag.nodes.map(({ identity }) => identity);
  return {
    ...rest,
    identities: identities.filter((one) => seen.includes(one)).map(({ name }) => name),
    rows: loom.rows.map(({ text }) => text.replace(/ of \d+( steps)?\./u, '')),
    dots: loom.dots.map(({ key, fullText }) => [key, fullText]),
    strokes: loom.strokes.map(({ key, state, sentence, label }) => [key, state, sentence, label?.text]),
    flying: inFlight.map(({ key, label }) => [key, label]),
  };
}

/** The moment as it was when nobody had gone on from it. */
const asItWas = (run: Timeline, step: number): unknown =>
  told({ ...run, steps: run.steps.slice(0, step) }, step);

test('nothing that is said or drawn of a moment knows what comes after it', () => {
  fc.assert(
    fc.property(
      fc.array(movesOn(['A', 'B', 'C']), { minLength: 10, maxLength: 40 }),
      fc.nat(3),
      (moves, from) => {
        const run = moves.reduce(grown, usersRun());
        for (let step = 1 + from; step <= run.steps.length; step += 4) {
          expect(told(run, step)).toEqual(asItWas(run, step));
        }
      },
    ),
    { seed: 20169, numRuns: 12 },
  );
}, 60_000);

/** A node's own merge, done. */
const mergedOn = (run: Timeline, node: string): Timeline =>
  doPending(run, ({ kind, to }) => kind === 'merge' && to === node);

test('a push that is merged before its sender has merged it names no version that its sender is yet to have', () => {
  // C hears of phone first; then A is asked to add email, and C merges that before A does.
  let run = mergedOn(play(usersRun(), add('C', 'phone')), 'C');
  run = play(run, add('A', 'email'));
  const push = stateAt(run, run.steps.length).core.messages.find(
    ({ to, from }) => from === 'A' && to === 'C',
  );
  run = play(run, { kind: 'deliver', message: push?.key ?? '' });
  const merged = run.steps.length;
  expect(asItWas(run, merged)).toMatchObject({
    narration: { sentence: 'C merges A’s change: V1 becomes V2.' },
  });
  const later = mergedOn(run, 'A');
  expect(told(later, merged)).toEqual(asItWas(run, merged));
});
