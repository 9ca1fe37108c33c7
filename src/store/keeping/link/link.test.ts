import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Command,
  configOf,
  PROTECTIONS_LATER,
  RUN_FORMAT,
  type Run,
  replay,
  toRun,
} from '../../../engine/index.ts';
import { FIRST_SEED, firstScreen } from '../../sandbox/firstScreen.ts';
import { createSession } from '../../session.ts';
import { timelineOf } from '../../state/shown.ts';
import { toBase64url } from './base64url.ts';
import { linkOf, readLink } from './link.ts';
import { LINK_LENGTH_MAX } from './linkLength.ts';
import { linkAddress, openLink } from './openLink.ts';
import { packed } from './packing.ts';
import { longRun } from './runs.test-support.ts';

const START = { step: 0, fraction: 0 };
const ADDRESS = 'https://schemerge.example.org/#';
const table = { keyspace: 'demo', table: 'users' };

const emptyRun = (commands: readonly Command[] = []): Run => ({
  format: RUN_FORMAT,
  seed: 5,
  config: configOf(),
  commands,
});

const read = (text: string) => {
  const linked = readLink(text);
  if (!linked.ok) throw new Error(linked.problem);
  return linked.value;
};

const problemOf = (text: string): string => {
  const linked = readLink(text);
  return linked.ok ? 'opened' : linked.problem;
};

test('a run of 200 commands is a link of less than 2 KB that brings the very same run', () => {
  for (const seed of [1, 3, 5, 8]) {
    const run = toRun(longRun(seed, 200));
    const link = ADDRESS + linkOf(run, { step: 120, fraction: 0.25 });
    expect(link.length).toBeLessThan(2_000);
    const linked = read(link);
    expect(linked).toEqual({ run, playhead: { step: 120, fraction: 0.25 } });
    expect(replay(linked.run).ok).toBe(true);
  }
});

const GOLDEN =
  'run=1.ENG5xeAmEjZZYQOx0f7bx_AHUJIDE3LZ0Ys2Bmc5tGoCvfzFUcSSVU5ilIF4SzlgnGEvDoxHbnFA2xQHThu6kMSBnN1MDSyBziUqvyWmJDpUgFwMLxWAyQ8A';

test('links of format 1 are read for ever: this one was made by its first version', () => {
  const { run, playhead } = read(GOLDEN);
  expect(playhead).toEqual({ step: 3, fraction: 0 });
  expect(run.config).toEqual(
    configOf({ ...firstScreen(), protections: { ...PROTECTIONS_LATER, droppedAt: false } }),
  );
  expect(run.commands.map(({ kind }) => kind)).toEqual([
    'alter-table',
    'merge',
    'deliver',
    'lose',
    'update',
    'gossip',
  ]);
  expect(replay(run)).toMatchObject({ ok: true });
});

/** Commands of every kind, with the names and values that make them hard to tell briefly. */
const awkward: readonly Command[] = [
  { kind: 'create-keyspace', id: 'my id 7', node: 'A', timestamp: -5, keyspace: 'k', durableWrites: false },
  {
    kind: 'create-table',
    id: 'my id 8',
    node: 'B',
    timestamp: 2 ** 53 - 1,
    ...table,
    shard: 1,
    columns: [{ name: 'é"\n=[', type: 'int', kind: 'partition_key', descending: true }],
  },
  {
    kind: 'insert',
    id: 's',
    node: 'A',
    timestamp: 0,
    ...table,
    key: { id: null },
    values: {},
    consistency: 'ONE',
  },
  {
    kind: 'update',
    id: 's09',
    node: 'A',
    timestamp: 9,
    ...table,
    key: {},
    values: { constructor: [1, { deep: ['x'] }], __proto: true },
    consistency: 'ALL',
    usingTimestamp: true,
    prepared: 'p',
  },
  { kind: 'select', id: 's10', node: 'A', timestamp: 9, ...table, key: {}, consistency: 'ALL', columns: [] },
  { kind: 'deliver', message: 'MUTATION A>B s10 write~2' },
  { kind: 'deliver', message: 'constructor  A>B "quoted" s99' },
  { kind: 'lose', message: 'GET_SCHEMA_VERSION A.0>B 0f0f' },
  { kind: 'duplicate', message: '' },
  { kind: 'fire', timer: 'grace A.0 0f0f' },
  { kind: 'gossip', from: 'A', to: 'B' },
  { kind: 'gossip', from: 'long name', to: '' },
  { kind: 'merge', node: 'A', merge: 'ddl s10' },
  { kind: 'merge', node: '', merge: '' },
  { kind: 'publish', node: 'B', merge: 'push s3', shard: 3 },
  { kind: 'publish', node: 'B', merge: 'push s3', shard: 12 },
  { kind: 'evict', node: 'A', ...table, key: { id: 1 } },
  { kind: 'skew', node: 'A', micros: -1 },
  { kind: 'add-node', node: 'D' },
  { kind: 'ring', node: 'D', phase: 'schema' },
  { kind: 'remove-node', node: 'D' },
  { kind: 'protect', protections: { versionTags: false } },
];

test('every kind of command comes back as it was, awkward names and values too', () => {
  for (const commands of [awkward, [...awkward].reverse(), ...awkward.map((one) => [one])]) {
    expect(read(linkOf(emptyRun(commands), START)).run.commands).toEqual(commands);
  }
});

test('any list of deliveries and statements comes back as it was', () => {
  const word = fc.constantFrom(
    'A',
    'A>B',
    's1',
    's2',
    's30',
    'write',
    'READ_DATA',
    'ddl',
    'x',
    'a"b',
    '',
    'A.1>B',
  );
  const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
  const message = fc.record({ kind: fc.constantFrom('deliver', 'lose', 'duplicate'), message: text });
  const statement = fc.record({
    kind: fc.constant('insert'),
    id: fc.oneof(text, fc.constantFrom('s1', 's2', 's3')),
    timestamp: fc.maxSafeInteger(),
    node: fc.string({ maxLength: 3 }),
    keyspace: fc.string({ maxLength: 3 }),
    table: fc.string({ maxLength: 3 }),
    key: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(null)), {
      noNullPrototype: true,
    }),
    values: fc.constant({}),
    consistency: fc.constant('ONE'),
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(message, statement), { maxLength: 12 }), (commands) => {
      const run = emptyRun(commands as unknown as Command[]);
      expect(JSON.parse(JSON.stringify(read(linkOf(run, START)).run.commands))).toEqual(
        JSON.parse(JSON.stringify(commands)),
      );
    }),
    { numRuns: 300 },
  );
});

test('a link is read out of whatever stands around it, and wrong ones are refused with the remedy', () => {
  const link = linkOf(toRun(longRun(1, 40)), START);
  const whole = `${ADDRESS}${link}`;
  expect(problemOf(`${whole.slice(0, 90)}\r\n ${whole.slice(90)}).`)).toBe('opened');
  expect(problemOf('')).toMatch(/^This is no link to a run/);
  expect(problemOf('https://example.org/#run=')).toMatch(/^This is no link to a run/);
  expect(problemOf(whole.replace('run=1.', 'run=2.'))).toMatch(
    /^This link is of format 2, .* the run file\.$/,
  );
  expect(problemOf(`${whole.slice(0, -9)}%${whole.slice(-8)}`)).toMatch(
    /^No link has “%” in it \(sign \d+\)/,
  );
  expect(problemOf(whole.slice(0, -40))).toMatch(/^The link is cut short or changed/);
  expect(problemOf(`#run=1.${'A'.repeat(LINK_LENGTH_MAX)}`)).toMatch(/characters long/);
});

const spelled = (text: string): string => `run=1.${toBase64url(Uint8Array.from([0, 0, ...packed(text)]))}`;

test('well packed nonsense is refused with the place, and what swells is not unpacked', () => {
  expect(problemOf(spelled('[1,0,{"nodes":["A"]},0]\n{}'))).toMatch(/command 1 of its run/);
  expect(problemOf(spelled('[1,0,{"nodes":["A"]},0]\n["crash"]'))).toMatch(
    /^The run of this link cannot be opened\. Command 1/,
  );
  expect(problemOf(spelled('[1,0,{"nodes":7},0]'))).toMatch(/names its nodes/);
  expect(problemOf(spelled('null'))).toMatch(/^The run of this link cannot be opened/);
  expect(problemOf(spelled('x'.repeat(20_000_000)))).toMatch(/^The link is cut short or changed/);
});

test('no text whatever throws or hangs: hostile links are refused in one sentence', () => {
  const link = linkOf(toRun(longRun(2, 60)), START);
  const broken = fc
    .array(fc.tuple(fc.nat(link.length), fc.constantFrom('', 'A', '_', '.', '%', '\n', '🙂')), {
      minLength: 1,
      maxLength: 6,
    })
    .map((edits) => edits.reduce((text, [at, sign]) => text.slice(0, at) + sign + text.slice(at + 1), link));
  const bytes = fc.uint8Array({ maxLength: 400 }).map((given) => `#run=1.${toBase64url(given)}`);
  const lines = fc
    .array(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((json) => `=${json}`),
      ),
      { maxLength: 8 },
    )
    .map((all) => spelled(['[1,0,{"nodes":["A"]},0]', ...all].join('\n')));
  const head = fc.json().map((json) => spelled(json));
  fc.assert(
    fc.property(fc.oneof(fc.string(), broken, bytes, lines, head), (text) => {
      const linked = readLink(text);
      if (!linked.ok) {
        expect(linked.problem).toMatch(/^[A-Z].*[.]$/su);
      }
    }),
    { numRuns: 600 },
  );
});

test('a session opens its own link elsewhere: same run, same playhead, and the run before is kept', () => {
  const one = createSession({ seed: FIRST_SEED, config: firstScreen() });
  one.act({
    kind: 'alter-table',
    node: 'A',
    ...table,
    changes: [{ kind: 'add', name: 'email', type: 'text' }],
  });
  one.settle();
  one.seek(2);
  const address = linkAddress(one.store.getState(), 'https://schemerge.example.org/a?b#run=old');
  expect(address).toMatch(/^https:\/\/schemerge\.example\.org\/a#run=1\.[\w-]+$/);
  const other = createSession({ seed: 9, config: configOf({ nodes: ['A'] }) });
  expect(openLink(other, address).ok).toBe(true);
  const { playhead, title, earlier, problem } = other.store.getState();
  expect({ playhead, title, problem, earlier: earlier.length }).toEqual({
    playhead: { step: 2, fraction: 0 },
    title: 'Run of a link',
    problem: null,
    earlier: 1,
  });
  expect(toRun(timelineOf(other.store.getState()))).toEqual(toRun(timelineOf(one.store.getState())));
});

test('a run that no longer plays as it did says where, and shows what it can', () => {
  const run = toRun(longRun(1, 40));
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  const differing = linkOf(
    { ...run, trail: `${run.trail?.slice(0, 20)}${'00'.repeat(31)}`, hash: '00'.repeat(16) },
    START,
  );
  expect(openLink(session, differing, { instead: true }).ok).toBe(true);
  expect(session.store.getState().problem?.sentence).toMatch(
    /^The run plays to its end, but differs from step 10 of 40/,
  );
  expect(session.store.getState().earlier).toEqual([]);

  const commands = run.commands.toSpliced(20, 0, { kind: 'crash', node: 'Z' });
  expect(openLink(session, linkOf({ ...run, commands }, { step: 38, fraction: 0 })).ok).toBe(true);
  expect(session.store.getState().problem?.sentence).toMatch(/^Step 21 of 41 \(crash\) cannot be played/);
  expect(session.store.getState().playhead).toEqual({ step: 20, fraction: 0 });
});
