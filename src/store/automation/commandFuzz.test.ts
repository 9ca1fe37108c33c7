// Whatever a script gives to `window.schemerge`, or a run file holds: no exception but a refusal in a sentence, no hang, and what
// is refused changes nothing. `npm run fuzz:commands` gives a hundred thousand; here it is a sample.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_SEED, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import { createAutomation, type SessionAutomation } from './automation.ts';

const RUNS = Number(process.env['SCHEMERGE_FUZZ'] ?? 300);
const STEPS_KEPT = 60;

const table = { keyspace: 'demo', table: 'users' };
const key = { id: 1 };

/** One command of every kind, right but for what is put into it. */
const COMMANDS: readonly object[] = [
  { kind: 'create-keyspace', node: 'A', keyspace: 'app', durableWrites: false },
  { kind: 'drop-keyspace', node: 'B', keyspace: 'app' },
  {
    kind: 'create-table',
    node: 'A',
    keyspace: 'demo',
    table: 't',
    columns: [
      { name: 'id', type: 'int', kind: 'partition_key' },
      { name: 'at', type: 'time', kind: 'clustering_key', descending: true },
      { name: 'tags', type: 'set<text>', kind: 'regular' },
    ],
    comment: 'x',
  },
  { kind: 'alter-table', node: 'A', ...table, changes: [{ kind: 'add', name: 'email', type: 'text' }] },
  { kind: 'alter-table', node: 'B', ...table, changes: [{ kind: 'drop', name: 'email' }] },
  { kind: 'alter-table', node: 'C', ...table, changes: [{ kind: 'rename', from: 'id', to: 'uid' }] },
  { kind: 'alter-table', node: 'C', ...table, changes: [{ kind: 'type', name: 'name', type: 'blob' }] },
  { kind: 'drop-table', node: 'C', keyspace: 'demo', table: 't' },
  { kind: 'insert', node: 'A', ...table, key, values: { name: 'x' }, consistency: 'ONE' },
  {
    kind: 'update',
    node: 'B',
    ...table,
    key,
    values: { name: null },
    consistency: 'QUORUM',
    timestamp: 5,
    usingTimestamp: true,
  },
  { kind: 'delete', node: 'C', ...table, key, values: {}, consistency: 'ALL' },
  { kind: 'select', node: 'A', ...table, key, columns: ['name'], consistency: 'ONE', prepared: 'p' },
  { kind: 'prepare', node: 'A', name: 'p', ...table },
  { kind: 'flush', node: 'A', ...table },
  { kind: 'compact', node: 'A', ...table },
  { kind: 'evict', node: 'A', ...table, key },
  { kind: 'crash', node: 'B' },
  { kind: 'restart', node: 'B' },
  { kind: 'add-node', node: 'D' },
  { kind: 'remove-node', node: 'D' },
  { kind: 'expire-tombstones', node: 'A' },
  { kind: 'cut', a: 'A', b: 'B' },
  { kind: 'heal', a: 'A', b: 'B' },
  { kind: 'skew', node: 'A', micros: 1000 },
  { kind: 'wait', micros: 1000 },
  { kind: 'protect', protections: { versionTags: true } },
  { kind: 'gossip', from: 'A', to: 'B' },
  { kind: 'merge', node: 'A', merge: 'ddl s1' },
  { kind: 'publish', node: 'A', merge: 'ddl s1', shard: 0 },
  { kind: 'fire', timer: 'pull A<B' },
  { kind: 'ring', node: 'D', phase: 'schema' },
  { kind: 'deliver', message: 'x' },
];

const hostile = fc.oneof(
  { weight: 1, arbitrary: fc.anything() },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(
      ...[
        'A',
        'B',
        'Z',
        'demo',
        'users',
        'id',
        'name',
        'email',
        'int',
        'text',
        'set<text>',
        'list<list<int>>',
        '',
      ],
      ...[
        '__proto__',
        'constructor',
        'toString',
        '\ud800',
        '\0',
        '🜁',
        'x'.repeat(10_000),
        'ONE',
        'p',
        'ddl s1',
      ],
      ...[0, -0, -1, 0.5, 1, 2 ** 31, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, 5e-324],
      ...[
        null,
        undefined,
        true,
        [],
        {},
        [[]],
        [null],
        { id: 1 },
        { id: null },
        { kind: 'add' },
        7n,
        Symbol.iterator,
      ],
      JSON.parse('{"__proto__": {"a": 1}}'),
      JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`),
    ),
  },
);

/** Every place in a plain value, as a path. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  return typeof value !== 'object' || value === null
    ? [path]
    : [path, ...Object.entries(value).flatMap(([name, part]) => pathsOf(part, [...path, name]))];
}

function withPart(value: unknown, [name, ...rest]: readonly string[], part: unknown): unknown {
  if (name === undefined) {
    return part;
  }
  const old = (value as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(value)
    ? value.map((one: unknown, i) => (String(i) === name ? withPart(one, rest, part) : one))
    : { ...(value as object), [name]: withPart(old, rest, part) };
}

const command = fc
  .tuple(fc.constantFrom(...COMMANDS), fc.nat(), hostile, fc.integer({ min: 0, max: 2 }))
  .map(([right, at, part, holes]) => {
    const paths = pathsOf(right);
    const path = paths[at % paths.length] ?? [];
    return holes === 0 ? right : withPart(right, path, part);
  });

/** What a script may call, with whatever it is given. */
type Call = (page: SessionAutomation, given: readonly unknown[]) => unknown;
const as = (value: unknown): never => value as never;
const CALLS: Readonly<Record<string, Call>> = {
  do: (page, [a]) => page.do(as(a)),
  doAll: (page, [a, b]) => page.doAll(as([a, b])),
  edit: (page, [a, b]) => page.edit(as({ kind: 'replace', step: b, command: a })),
  editAny: (page, [, b, c]) => page.edit(as({ kind: c, step: b, place: b, message: b })),
  protect: (page, [, b]) => page.protect(as(b)),
  deliver: (page, [, b]) => page.deliver(as(b)),
  seek: (page, [, b, c]) => page.seek(as(b), as(c)),
  pass: (page, [, b]) => page.pass(as(b)),
  cql: (page, [, b, c]) => page.cql(as(b), as(c)),
  hold: (page, [, b]) => page.hold(as(b)),
  release: (page, [, b]) => page.release(as(b)),
  places: (page, [, b, c]) => page.places(as({ message: b, from: c })),
  preview: (page, [, b, c]) => page.preview(as({ message: b, place: c })),
  jump: (page, [, b, c]) => page.jump(as({ to: 'message', direction: 1, node: b, ...Object(c) })),
  switchBranch: (page, [, b]) => page.switchBranch(as(b)),
  bookmark: (page, [, b]) => page.bookmark(as(b)),
  select: (page, [, b]) => page.select(as(b)),
  pick: (page, [, b]) => page.pick(as(b)),
  speed: (page, [, b]) => page.speed(as(b)),
  open: (page, [, b, c]) => page.open(as(b), as(c)),
  load: (page, [a]) => page.load(as({ ...page.run(), commands: [...page.run().commands, a] })),
  surprise: (page, [, b]) => page.surprise(as(b)),
  beat: (page, [, b]) => page.beat(as(b)),
  answer: (page, [, b]) => page.answer(as(b)),
};
const call = fc.oneof(
  { weight: 3, arbitrary: fc.constant('do') },
  { weight: 2, arbitrary: fc.constantFrom('edit', 'load', 'doAll', 'cql') },
  { weight: 3, arbitrary: fc.constantFrom(...Object.keys(CALLS)) },
);

const SENTENCE = /\S.{8,}[.!?)']$/su;

test(`${RUNS} calls with whatever there is`, { timeout: 60_000 + RUNS * 30 }, () => {
  const open = () =>
    createAutomation(createSession({ seed: FIRST_SEED, config: firstScreen() }), () => Promise.resolve());
  let page = open();
  const tally = { done: 0, refused: 0 };
  fc.assert(
    fc.property(call, fc.tuple(command, hostile, hostile), fc.boolean(), (name, given, goesOn) => {
      if (page.run().commands.length > STEPS_KEPT || page.branches().length > 4) {
        page = open();
      }
      const before = { hash: page.hash(), run: page.run() };
      try {
        CALLS[name]?.(page, given);
        tally.done += 1;
      } catch (refusal) {
        tally.refused += 1;
        // A refusal is an error of our own: a TypeError or a RangeError would be a fault.
        expect([Object.getPrototypeOf(refusal) === Error.prototype, String(refusal)]).toEqual([
          true,
          expect.stringMatching(SENTENCE),
        ]);
        if (name !== 'cql') {
          expect(page.hash()).toBe(before.hash);
          expect(page.run()).toEqual(before.run);
        }
      }
      JSON.stringify(page.state());
      if (goesOn && page.pending().length > 0) {
        page.next();
      }
    }),
    { seed: 20_160_111, numRuns: RUNS, endOnFailure: true },
  );
  // A sample that never gets anything done, or never gets it wrong, would show nothing.
  expect(tally.done).toBeGreaterThan(RUNS / 20);
  expect(tally.refused).toBeGreaterThan(RUNS / 20);
});
