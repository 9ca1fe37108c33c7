// What the scene says of random runs, all of it: nothing is missing from a sentence, one is not said to be many, nobody is
// called newer than another, and a failure is told in the page's words, not in a node's.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandDraft, Config, Timeline } from '../engine/index.ts';
import { TABLE, usersRun } from './firstMinute.test-support.ts';
import { pendingOf } from './operator/networkPending.ts';
import { project } from './project.ts';
import { grown, type Move, movesOn } from './run/randomRun.test-support.ts';
import { SENTENCE_LENGTH_MAX } from './words/say.ts';

const NODES = ['A', 'B', 'C'] as const;
const OPTIONS = { selection: null, tableKey: null } as const;

const node = fc.constantFrom(...NODES);
const column = fc.constantFrom('name', 'email', 'phone');
const rare: fc.Arbitrary<CommandDraft> = fc.oneof(
  fc.record({ node, name: column }).map(
    ({ node: at, name }): CommandDraft => ({
      kind: 'insert',
      node: at,
      ...TABLE,
      key: { id: 1 },
      values: { [name]: null },
      consistency: 'ALL',
    }),
  ),
  node.map((at): CommandDraft => ({ kind: 'drop-table', node: at, ...TABLE })),
  node.map(
    (at): CommandDraft => ({
      kind: 'create-table',
      node: at,
      ...TABLE,
      columns: [
        { name: 'id', type: 'int', kind: 'partition_key' },
        { name: 'phone', type: 'text', kind: 'regular' },
      ],
    }),
  ),
  fc.record({ node, change: fc.constantFrom('comment', 'type') }).map(
    ({ node: at, change }): CommandDraft => ({
      kind: 'alter-table',
      node: at,
      ...TABLE,
      changes: [
        change === 'comment'
          ? { kind: 'comment', comment: 'people' }
          : { kind: 'type', name: 'name', type: 'blob' },
      ],
    }),
  ),
  node.map((at): CommandDraft => ({ kind: 'prepare', node: at, ...TABLE, name: 'p' })),
  fc
    .record({ node, micros: fc.constantFrom(0, -900, 5_000) })
    .map((one): CommandDraft => ({ kind: 'skew', ...one })),
);
const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: movesOn(NODES) },
    { weight: 1, arbitrary: rare.map((command): Move => ({ command, pick: 0, fault: 'deliver' })) },
  ),
  { minLength: 10, maxLength: 45 },
);
const config: fc.Arbitrary<Partial<Config>> = fc.record({
  nodes: fc.constant(NODES),
  shards: fc.constantFrom(1, 1, 2),
});

/** What is no sentence: keys, digests, and values that people gave. */
const NO_WORDS =
  /^(key|message|choice|version|box|entry|verb|digest|id|command|witness|identity|identities|statement)$/;

function* textsOf(thing: unknown, path = ''): Generator<readonly [path: string, text: string]> {
  if (typeof thing === 'string') {
    yield [path, thing];
  } else if (typeof thing === 'object' && thing !== null) {
    for (const [key, inner] of Object.entries(thing)) {
      if (!NO_WORDS.test(key)) {
        yield* textsOf(inner, Array.isArray(thing) ? path : `${path}.${key}`);
      }
    }
  }
}

const FAULTS: readonly (readonly [name: string, of: RegExp])[] = [
  ['something is missing', / {2}|^ | $|\(\)|“”|''|undefined|NaN|\bnull\b| ,|: \.|, *[,.;]|\.\.$|; *;/u],
  ['one is many', /\bone (?:announcements|confirmations|replicas|rows|columns|entries|nodes|writes)\b/u],
  ['1 is many', /\b1 (?:announcements|confirmations|answers|replicas|columns|entries|nodes|steps)\b/u],
  ['versions have no order', /\b(?:newer|older|behind|outdated|latest)\b/u],
  ['a node’s words', /schema version [0-9a-f]{4}|\bid [0-9a-f]{8}|not synced schema|malformed/u],
  ['another unit says it shorter', /\b1000 (?:µs|ms)|-\d+(?:\.\d)? (?:µs|ms|s)\b/u],
];

function faultOf([path, text]: readonly [path: string, text: string]): string | null {
  const found = FAULTS.find(([, pattern]) => text.includes(' ') && pattern.test(text));
  const isLong = path.startsWith('.narration') && [...text].length > SENTENCE_LENGTH_MAX;
  return found === undefined && !isLong ? null : `${found?.[0] ?? 'too long'}: ${path} ${text}`;
}

test('whatever happens is told in whole sentences, and in the words of the page', () => {
  fc.assert(
    fc.property(config, moves, (part, list) => {
      const run = list.reduce<Timeline>(grown, usersRun(part));
      for (let step = 0; step <= run.steps.length; step++) {
        const scene = project(run, { step, fraction: 0 }, OPTIONS);
        const pending = pendingOf(run, { step, fraction: 0 }, OPTIONS);
        const faults = [...textsOf({ ...scene, pending })].flatMap((one) => faultOf(one) ?? []);
        expect(faults).toEqual([]);
      }
    }),
    { seed: 20168, numRuns: 16 },
  );
});
