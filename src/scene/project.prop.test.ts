import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usersRun } from './firstMinute.test-support.ts';
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
