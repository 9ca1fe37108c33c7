import fc from 'fast-check';
import { expect, test } from 'vitest';
import { append, type CommandDraft, pendingChoices, stateAt, type Timeline } from '../engine/index.ts';
import { textOf } from './describe.ts';
import { TABLE, usersRun } from './firstMinute.test-support.ts';
import { project } from './project.ts';
import { SENTENCE_LENGTH_MAX } from './say.ts';
import type { Scene } from './scene.ts';

const node = fc.constantFrom('A', 'B', 'C');
const column = fc.constantFrom('name', 'email', 'phone', 'age');
const key = fc.constantFrom({ id: 1 }, { id: 2 });
const consistency = fc.constantFrom('ONE' as const, 'QUORUM' as const, 'ALL' as const);
const pair = fc.constantFrom({ a: 'A', b: 'B' }, { a: 'A', b: 'C' }, { a: 'B', b: 'C' });

const draft: fc.Arbitrary<CommandDraft> = fc.oneof(
  fc.record({ node, name: column }).map(
    ({ node: at, name }): CommandDraft => ({
      kind: 'alter-table',
      node: at,
      ...TABLE,
      changes: [{ kind: 'add', name, type: 'text' }],
    }),
  ),
  fc.record({ node, name: column }).map(
    ({ node: at, name }): CommandDraft => ({
      kind: 'alter-table',
      node: at,
      ...TABLE,
      changes: [{ kind: 'drop', name }],
    }),
  ),
  fc.record({ node, key, name: column, consistency }).map(
    ({ node: at, key: row, name, consistency: level }): CommandDraft => ({
      kind: 'update',
      node: at,
      ...TABLE,
      key: row,
      values: { [name]: 'x' },
      consistency: level,
    }),
  ),
  fc.record({ node, key, consistency }).map(
    ({ node: at, key: row, consistency: level }): CommandDraft => ({
      kind: 'select',
      node: at,
      ...TABLE,
      key: row,
      consistency: level,
    }),
  ),
  fc.record({ kind: fc.constantFrom('crash' as const, 'restart' as const), node }),
  fc
    .record({ kind: fc.constantFrom('cut' as const, 'heal' as const), pair })
    .map(({ kind, pair: { a, b } }) => ({ kind, a, b })),
  fc
    .record({ kind: fc.constantFrom('flush' as const, 'compact' as const, 'evict' as const), node })
    .map((one) => ({ ...one, ...TABLE })),
  fc.record({ kind: fc.constant('wait' as const), micros: fc.constantFrom(1, 60_000_000) }),
  fc.constantFrom<CommandDraft>(
    { kind: 'protect', protections: { syncBeforeApply: 'convertToMine', syncedCheck: false } },
    { kind: 'protect', protections: { droppedAt: false, versionTags: false } },
  ),
);

const move = fc.oneof(
  { weight: 2, arbitrary: draft.map((command) => ({ command, pick: 0, fault: 'deliver' as const })) },
  {
    weight: 5,
    arbitrary: fc.record({
      command: fc.constant(null),
      pick: fc.nat(20),
      fault: fc.constantFrom(
        'deliver' as const,
        'deliver' as const,
        'deliver' as const,
        'lose' as const,
        'duplicate' as const,
      ),
    }),
  },
);

/** The run goes on by what a person asks, or by one of the pending choices; what is refused changes nothing. */
function grow(
  run: Timeline,
  {
    command,
    pick,
    fault,
  }: { command: CommandDraft | null; pick: number; fault: 'deliver' | 'lose' | 'duplicate' },
): Timeline {
  const choices = pendingChoices(stateAt(run, run.steps.length));
  const choice = choices[pick % Math.max(1, choices.length)];
  const taken: CommandDraft | undefined =
    command ??
    (choice?.message && fault !== 'deliver' ? { kind: fault, message: choice.id } : choice?.command);
  const next = taken === undefined ? null : append(run, taken);
  return next?.ok ? next.value : run;
}

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
      fc.array(move, { minLength: 5, maxLength: 40 }),
      fc.constantFrom(1, 2),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (moves, shards, fraction) => {
        const run = moves.reduce(grow, usersRun({ shards }));
        const options = { selection: { kind: 'node', node: 'A' }, tableKey: null } as const;
        for (let step = 0; step <= run.steps.length; step += 3) {
          check(project(run, { step, fraction }, options));
        }
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
