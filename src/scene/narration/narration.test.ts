import { describe, expect, test } from 'vitest';
import type {
  CellFate,
  CommandDraft,
  Consistency,
  DiscardReason,
  Operation,
  SimEvent,
  Statement,
  StorageEvent,
  Verb,
} from '../../engine/index.ts';
import { add, doPending, play, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { momentAt, stateAt } from '../run/moment.ts';
import type { Narration, SceneOptions } from '../shape/scene.ts';
import { type Message, parseMessage } from '../words/icu.ts';
import { SENTENCES_EN } from '../words/messages.en.ts';
import { SENTENCE_LENGTH_MAX } from '../words/say.ts';
import { narrateEvent } from './narrateEvent.ts';
import { narrate } from './narration.ts';
import { narrationAt } from './narrationAt.ts';
import type { NarrationContext } from './narrationContext.ts';

const OPTIONS: SceneOptions = { selection: null, tableKey: null, naming: 'lesson' };
const LONG = 'a_column_whose_name_is_as_long_as_a_name_can_be_x';
const UNKNOWN = 'deadbeef-0000-3000-8000-000000000000';

/** A at X (+email), B at Y (+phone), nothing delivered. */
function parted() {
  const isOwnMerge = (choice: { readonly kind: string }): boolean => choice.kind === 'merge';
  const one = doPending(play(usersRun(), add('A', 'email')), isOwnMerge);
  return doPending(play(one, add('B', 'phone')), isOwnMerge);
}

function contextOf(statements: readonly Statement[] = []): NarrationContext {
  const run = parted();
  const moment = momentAt(run, { step: run.steps.length, fraction: 0 }, OPTIONS);
  const byId = new Map([...moment.statements.byId, ...statements.map((one) => [one.id, one] as const)]);
  return {
    identities: moment.identities,
    step: moment.step,
    seen: moment.seen,
    statements: { ...moment.statements, byId },
    before: stateAt(run, run.steps.length - 1),
    after: moment.state,
    table: TABLE,
    events: [],
  };
}

const context = contextOf([
  {
    kind: 'insert',
    id: 'i1',
    node: 'A',
    timestamp: 50,
    ...TABLE,
    key: { id: 1 },
    values: { email: 'ada@x', phone: '555', [LONG]: LONG.repeat(3) },
    consistency: 'QUORUM' satisfies Consistency,
  },
  { kind: 'select', id: 'q1', node: 'A', timestamp: 60, ...TABLE, key: { id: 1 }, consistency: 'ONE' },
  { kind: 'prepare', id: 'p1', node: 'A', timestamp: 61, ...TABLE, name: 'insert' },
  { kind: 'create-table', id: 'c1', node: 'A', timestamp: 62, keyspace: 'demo', table: LONG, columns: [] },
]);
const [V0, X, Y] = context.identities.list.map((one) => one.version);
const [v0, x, y] = [V0 ?? '', X ?? '', Y ?? ''];
const cfId = context.seen.list[0]?.schema.cfId ?? '';
const KEY = '00000001';

function fate(part: Partial<CellFate> = {}): CellFate {
  return {
    clustering: '',
    kind: 'regular',
    column: 'name',
    fromId: 0,
    toId: 1,
    ts: 50,
    statement: 'i1',
    reason: null,
    ...part,
  };
}

const REASONS: Readonly<Record<DiscardReason['kind'], DiscardReason>> = {
  'no-such-column': { kind: 'no-such-column' },
  'other-kind': { kind: 'other-kind', from: 'regular', to: 'static' },
  'other-type': {
    kind: 'other-type',
    from: 'org.apache.cassandra.db.marshal.UTF8Type',
    to: 'org.apache.cassandra.db.marshal.Int32Type',
  },
  'dropped-before': { kind: 'dropped-before', droppedAt: 100 },
};

const discards = (source: 'mutation' | 'memtable' | 'result', column: string): StorageEvent[] =>
  Object.values(REASONS).map((reason) => ({
    kind: 'cell-discarded',
    source,
    key: KEY,
    from: x,
    to: y,
    fate: fate({ column, toId: null, reason }),
  }));

const STORED: Readonly<Record<StorageEvent['kind'], readonly StorageEvent[]>> = {
  'entry-upgraded': [
    [],
    [fate()],
    [fate(), fate({ column: LONG })],
    [fate(), fate({ column: 'b' }), fate({ column: 'c' })],
  ].map((fates) => ({ kind: 'entry-upgraded', source: 'memtable', key: KEY, from: v0, to: x, fates })),
  converted: (['memtable', 'cache', 'sstable', 'commitlog', 'mutation', 'result'] as const).map((source) => ({
    kind: 'converted',
    source,
    key: KEY,
    from: source === 'sstable' ? null : v0,
    to: x,
    fates: [fate()],
  })),
  'cell-discarded': [
    ...discards('mutation', 'email'),
    ...discards('memtable', 'phone'),
    ...discards('result', 'phone'),
    ...discards('mutation', LONG),
    ...discards('result', LONG),
  ],
  'commitlog-appended': [{ kind: 'commitlog-appended', key: KEY, version: x }],
  'mutation-stored': [{ kind: 'mutation-stored', key: KEY, version: x, statement: 'i1' }],
  'cache-hit': [{ kind: 'cache-hit', key: KEY }],
  'cache-missed': [{ kind: 'cache-missed', key: KEY }],
  'cache-populated': [{ kind: 'cache-populated', key: KEY }],
  'memtable-flushed': [
    { kind: 'memtable-flushed', entries: 1 },
    { kind: 'memtable-flushed', entries: 12 },
  ],
  'sstables-compacted': [{ kind: 'sstables-compacted', from: 3 }],
  'cache-evicted': [
    { kind: 'cache-evicted', keys: [KEY] },
    { kind: 'cache-evicted', keys: [KEY, '00000002'] },
  ],
  'commitlog-replayed': [
    { kind: 'commitlog-replayed', entries: 1 },
    { kind: 'commitlog-replayed', entries: 7 },
  ],
  'commitlog-replay-failed': [{ kind: 'commitlog-replay-failed', key: KEY, version: UNKNOWN }],
  'sstable-read-failed': [{ kind: 'sstable-read-failed', key: KEY, column: LONG }],
};

const VERBS: Readonly<Record<Verb, true>> = {
  DEFINITIONS_UPDATE: true,
  MIGRATION_REQUEST: true,
  MIGRATION_REPLY: true,
  GET_SCHEMA_VERSION: true,
  SCHEMA_VERSION_REPLY: true,
  MUTATION: true,
  MUTATION_DONE: true,
  READ_DATA: true,
  READ_DIGEST: true,
  READ_MUTATION_DATA: true,
  READ_REPLY: true,
  STREAM_MUTATION: true,
  STREAM_MUTATION_REPLY: true,
};

const ON_TABLE = { ...TABLE };
const OPERATIONS: Readonly<Record<Operation['kind'], readonly Operation[]>> = {
  flush: [{ kind: 'flush', node: 'A', ...ON_TABLE }],
  compact: [{ kind: 'compact', node: 'A', ...ON_TABLE }],
  evict: [{ kind: 'evict', node: 'A', ...ON_TABLE }],
  crash: [{ kind: 'crash', node: 'A' }],
  restart: [{ kind: 'restart', node: 'A' }],
  'add-node': [{ kind: 'add-node', node: 'B' }],
  'remove-node': [{ kind: 'remove-node', node: 'A' }],
  'expire-tombstones': [{ kind: 'expire-tombstones', node: 'A' }],
  cut: [{ kind: 'cut', a: 'A', b: 'B' }],
  heal: [{ kind: 'heal', a: 'A', b: 'B' }],
  skew: [{ kind: 'skew', node: 'A', micros: -5_000 }],
  wait: [{ kind: 'wait', micros: 60_000_000 }],
  protect: [
    { kind: 'protect', protections: { syncedCheck: false } },
    { kind: 'protect', protections: { syncedCheck: false, droppedAt: false } },
  ],
};

const at = { node: 'B', shard: 0 } as const;
const inTable = { ...at, ...ON_TABLE, cfId } as const;
const messages = (
  kind: 'message-sent' | 'message-delivered' | 'message-lost' | 'message-duplicated',
): SimEvent[] =>
  (['DEFINITIONS_UPDATE', ...Object.keys(VERBS)] as Verb[]).map((verb) => ({
    kind,
    from: 'A',
    to: 'C',
    verb,
    message: 'm',
    version: x,
    statement: verb === 'DEFINITIONS_UPDATE' ? 's1' : null,
  }));
const merged = (
  origin: 'ddl' | 'push' | 'pull',
  from: string | null,
  to: string | null,
  statement = 's1',
): SimEvent => ({
  kind: 'schema-merged',
  node: 'B',
  merge: 'm',
  origin,
  from: origin === 'ddl' ? 'B' : 'A',
  statements: [statement],
  changed: from !== to,
  changes:
    from === to
      ? []
      : [
          {
            kind: from === null ? 'created' : to === null ? 'dropped' : 'altered',
            ...ON_TABLE,
            cfId,
            from,
            to,
          },
        ],
  flushed: true,
});
const endedAs = (statement: string, status: 'ok' | 'timeout' | 'unavailable' | 'failed'): SimEvent => ({
  kind: 'statement-ended',
  node: 'A',
  statement,
  result: {
    status,
    problem:
      status === 'ok' ? '' : `The table has no column ${LONG}, and so the statement cannot be run here.`,
    rows:
      statement === 'q1'
        ? {
            version: x,
            columns: ['id', LONG],
            rows: [[{ text: '1', ts: null, column: null, statement: null }]],
          }
        : null,
  },
});

const CHANGES = ['join', 'leave', 'remove'] as const;

const TIMERS = ['pull A<B', `grace A.0 ${x}`, 'uptime A', 'write-timeout A i1', 'read-timeout A q1'];

/** At least one example of every kind: the compiler holds that none is missing. */
const EXAMPLES: Readonly<Record<SimEvent['kind'], readonly SimEvent[]>> = {
  'statement-received': ['s1', 'i1', 'q1', 'p1', 'c1', 'unheard of'].map((statement) => ({
    kind: 'statement-received',
    node: 'A',
    statement,
    label: LONG,
  })),
  'statement-ended': ['s1', 'i1', 'q1', 'p1'].flatMap((statement) =>
    (['ok', 'timeout', 'unavailable', 'failed'] as const).map((status) => endedAs(statement, status)),
  ),
  'statement-prepared': [{ kind: 'statement-prepared', node: 'A', name: LONG, version: x }],
  'statement-invalidated': [{ kind: 'statement-invalidated', node: 'A', name: LONG, version: x }],
  'write-acknowledged': [
    { kind: 'write-acknowledged', node: 'A', statement: 'i1', by: 'B', acks: 2, needed: 2 },
    { kind: 'write-acknowledged', node: 'A', statement: 'i1', by: 'A', acks: 1, needed: 2 },
  ],
  'message-sent': messages('message-sent'),
  'message-delivered': messages('message-delivered'),
  'message-lost': messages('message-lost'),
  'message-duplicated': messages('message-duplicated'),
  'request-failed': [{ kind: 'request-failed', node: 'B', to: 'A', verb: 'GET_SCHEMA_VERSION', version: x }],
  'timer-set': TIMERS.map((timer) => ({ kind: 'timer-set', node: 'A', timer })),
  'timer-fired': TIMERS.map((timer) => ({ kind: 'timer-fired', node: 'A', timer })),
  'timer-cancelled': TIMERS.map((timer) => ({ kind: 'timer-cancelled', node: 'A', timer })),
  'merge-queued': [0, 1, 2].flatMap((behind) =>
    (['ddl', 'push', 'pull'] as const).map((origin) => ({
      kind: 'merge-queued',
      node: 'B',
      merge: 'm',
      origin,
      from: 'A',
      behind,
    })),
  ),
  'schema-merged': [
    merged('ddl', v0, y),
    merged('ddl', y, y),
    merged('push', v0, x),
    merged('push', y, x),
    merged('push', x, y),
    merged('pull', v0, x),
    merged('pull', x, x),
    merged('push', null, x),
    merged('push', x, null),
    ...(['ddl', 'push', 'pull'] as const).map((origin) => ({ ...merged(origin, x, x), changed: true })),
  ],
  'merge-failed': (['ddl', 'push', 'pull'] as const).map((origin) => ({
    kind: 'merge-failed',
    node: 'B',
    merge: 'm',
    origin,
    from: origin === 'ddl' ? 'B' : 'A',
    problem: `Two tables named ${LONG}.`,
  })),
  'schema-switched': [
    { kind: 'schema-switched', ...inTable, from: v0, to: x },
    { kind: 'schema-switched', ...inTable, from: null, to: x },
    { kind: 'schema-switched', ...inTable, from: x, to: null },
  ],
  'version-aliased': [{ kind: 'version-aliased', ...inTable, version: x }],
  'digest-announced': [true, false].map((changed) => ({
    kind: 'digest-announced',
    node: 'B',
    digest: x,
    changed,
  })),
  'node-aborted': [
    { kind: 'node-aborted', node: 'B', problem: `Two key columns stand at one position: ${LONG}.` },
  ],
  'digest-heard': [true, false].map((same) => ({
    kind: 'digest-heard',
    node: 'B',
    from: 'A',
    digest: x,
    same,
  })),
  'pull-scheduled': [{ kind: 'pull-scheduled', node: 'B', peer: 'A' }],
  'pull-not-needed': [{ kind: 'pull-not-needed', node: 'B', peer: 'A' }],
  'schema-requested': [x, null].map((version) => ({
    kind: 'schema-requested',
    node: 'B',
    peer: 'A',
    version,
    statement: null,
  })),
  'schema-sent': [{ kind: 'schema-sent', node: 'B', to: 'A' }],
  'version-requested': [{ kind: 'version-requested', ...at, version: UNKNOWN, source: 'A', statement: 'i1' }],
  'request-waits': (['load', 'sync'] as const).flatMap((on) =>
    [true, false].map((joined) => ({
      kind: 'request-waits',
      ...at,
      statement: 'i1',
      wait: { on, version: x, joined },
    })),
  ),
  'definition-sent': [{ kind: 'definition-sent', ...at, version: x, to: 'A' }],
  'version-not-found': [{ kind: 'version-not-found', ...at, version: x, to: 'A' }],
  'version-loaded': [{ kind: 'version-loaded', ...at, version: x, from: 'A' }],
  'version-loading-failed': [{ kind: 'version-loading-failed', ...at, version: x, from: 'A' }],
  'version-synced': (['merge', 'pull', 'shard', 'contained', 'restart'] as const).map((by) => ({
    kind: 'version-synced',
    ...at,
    version: x,
    by,
  })),
  'version-sync-failed': [{ kind: 'version-sync-failed', ...at, version: x }],
  'version-unheld': [{ kind: 'version-unheld', ...at, version: x }],
  'version-forgotten': [{ kind: 'version-forgotten', ...at, version: x }],
  'mutation-applied': [
    { unsafe: false, current: x },
    { unsafe: false, current: y },
    { unsafe: true, current: y },
  ].map((how) => ({ kind: 'mutation-applied', ...inTable, statement: 'i1', key: KEY, version: x, ...how })),
  'mutation-refused': [
    { kind: 'mutation-refused', ...at, statement: 'i1', version: x, problem: `No table ${LONG}.` },
  ],
  'read-served': [
    { kind: 'read-served', ...inTable, statement: 'q1', asked: 'READ_DATA', key: KEY, version: x },
  ],
  'digest-mismatch': [{ kind: 'digest-mismatch', node: 'A', statement: 'q1' }],
  'replica-repaired': [{ kind: 'replica-repaired', node: 'A', statement: 'q1', replica: 'B' }],
  stored: Object.values(STORED)
    .flat()
    .map((event) => ({ kind: 'stored', ...inTable, event, statement: 'i1' })),
  operated: Object.values(OPERATIONS)
    .flat()
    .map((operation) => ({ kind: 'operated', operation })),
  'peer-up': [{ kind: 'peer-up', node: 'A', peer: 'B' }],
  'peer-down': [{ kind: 'peer-down', node: 'A', peer: 'B' }],
  'peer-left': [{ kind: 'peer-left', node: 'A', peer: 'B' }],
  'ring-pending': CHANGES.map((change) => ({ kind: 'ring-pending', node: 'C', change })),
  'streaming-begun': CHANGES.flatMap((change) =>
    [0, 1, 12].map((partitions) => ({ kind: 'streaming-begun', node: 'C', change, partitions }) as const),
  ),
  'ring-changed': CHANGES.map((change) => ({
    kind: 'ring-changed',
    node: 'C',
    change,
    members: [...'ABCDEFGHI'],
  })),
  'ring-change-failed': CHANGES.map((change) => ({
    kind: 'ring-change-failed',
    node: 'C',
    change,
    problem: `B could not store what A sent: no table ${LONG}.`,
  })),
  'stream-refused': [{ kind: 'stream-refused', node: 'A', to: 'B', problem: `no table ${LONG} here` }],
};

/** What a sentence leaves at least for the names and values in it, in characters. */
const VALUES_LENGTH = 12;

/** All that a message may say, its values left out. */
function formsOf(message: Message): readonly string[] {
  return message.reduce<readonly string[]>(
    (starts, part) => {
      const ends =
        part.kind === 'text'
          ? [part.text]
          : 'forms' in part
            ? [...part.forms.values()].flatMap((form) => formsOf(form))
            : [''];
      return starts.flatMap((start) => ends.map((end) => start + end));
    },
    [''],
  );
}

describe('narration', () => {
  test.each(Object.entries(EXAMPLES))(
    '%s is told in a whole sentence of at most 90 characters',
    (kind, events) => {
      expect(events.length).toBeGreaterThan(0);
      for (const event of events) {
        expect(event.kind).toBe(kind);
        const sentence = narrateEvent(context, event);
        expect([...sentence].length, sentence).toBeLessThanOrEqual(SENTENCE_LENGTH_MAX);
        expect(sentence, kind).toMatch(/^\S.*[.…!?:]$/u);
        expect(sentence).not.toMatch(/[{}]|undefined|null|NaN| {2}| \.|: \.|\bnewer\b|\bbehind\b|outdated/u);
      }
    },
  );

  /** Who acts comes first; what has no actor of its own is named instead. */
  const ACTOR =
    /^(?:[ABC](?:’s timer|’s clock)?|Shard \d of [ABC]|The (?:push|request|changes|question|definition|write|confirmation|read|answer|row|link|rules)\b|Time passes:)/u;
  /** Rule 3: nothing is newer. Rule 9: no future, no feelings. Present tense. */
  const BANNED =
    /\b(?:newer|older|behind|outdated|stale|will|soon|was|were|did|should|unfortunately|successfully|please|wants?|superior|obsolete|latest)\b/iu;

  test.each(Object.entries(EXAMPLES))('%s keeps to the rules', (_kind, events) => {
    for (const event of events) {
      const sentence = narrateEvent(context, event);
      expect(sentence).toMatch(ACTOR);
      expect(sentence.replaceAll(LONG, '')).not.toMatch(BANNED);
    }
  });

  test('every sentence of the catalogue keeps to them, in each of its forms, and leaves room for its values', () => {
    for (const [id, source] of Object.entries(SENTENCES_EN)) {
      for (const form of formsOf(parseMessage(source))) {
        expect(form, id).not.toMatch(BANNED);
        expect([...form].length, `${id}: ${form}`).toBeLessThanOrEqual(SENTENCE_LENGTH_MAX - VALUES_LENGTH);
      }
    }
  });

  test('nobody merges, awaits or confirms their own as another’s', () => {
    const own = (kind: 'merge-queued' | 'merge-failed' | 'schema-merged'): string[] =>
      EXAMPLES[kind].flatMap((event) =>
        'origin' in event && event.origin === 'ddl' ? [told({ ...event, node: 'B', from: 'B' })] : [],
      );
    for (const sentence of [...own('merge-queued'), ...own('merge-failed'), ...own('schema-merged')]) {
      expect(sentence).toMatch(/its own change/u);
      expect(sentence).not.toMatch(/B’s/u);
    }
    const [, self] = EXAMPLES['write-acknowledged'];
    expect(self && told(self)).toBe('A has applied the write itself: 1 confirmed, 2 needed.');
  });

  test('what is lost says who does not know', () => {
    const said = EXAMPLES['message-lost'].map((event) => told(event));
    expect(said).toContain('C does not hear that A has applied the write: the confirmation is lost.');
    expect(said).toContain('C hears nothing of the write: it is lost on the way from A.');
    for (const sentence of said) {
      expect(sentence).toMatch(/notices|not hear|hears nothing|sees the connection break/u);
    }
  });

  test('a timer says what it is for', () => {
    const said = (['timer-set', 'timer-fired', 'timer-cancelled'] as const).map((kind) =>
      EXAMPLES[kind].map((event) => told(event)),
    );
    for (const sentences of said) {
      expect(new Set(sentences).size).toBeGreaterThanOrEqual(4);
    }
    expect(said[0]?.[0]).toBe('A starts a timer: when it ends, it asks B for its changes.');
    expect(said[2]?.[1]).toBe('A stops a timer: X is in use again.');
  });

  test('gossip that agrees shows how far it has come', () => {
    const [same] = EXAMPLES['digest-heard'];
    expect(same && told(same)).toMatch(
      /^B hears from A by gossip: their digests agree, \d of 6 announcements heard\.$/,
    );
  });

  test.each(Object.entries(STORED))('the examples of %s are of that kind', (kind, events) => {
    expect(new Set(events.map((event) => event.kind))).toEqual(new Set([kind]));
  });

  const told = (event: SimEvent, part: Partial<NarrationContext> = {}): string =>
    narrateEvent({ ...context, ...part }, event);

  /** A step in which just this happened. */
  const narrated = (events: readonly SimEvent[], part: Partial<NarrationContext> = {}): Narration =>
    narrate(
      { command: { kind: 'wait', micros: 1 }, events, state: context.after },
      { ...context, ...part, events },
    );

  test('a question names its cause, and the sender when it asks the sender', () => {
    const [asked] = EXAMPLES['version-requested'];
    const heard: SimEvent = {
      kind: 'message-delivered',
      from: 'A',
      to: 'B',
      verb: 'MUTATION',
      message: 'm',
      version: x,
      statement: 'i1',
    };
    expect(asked && told(asked)).toBe('B does not know version dead: it asks A.');
    expect(asked && told(asked, { events: [heard] })).toBe(
      'B does not know version dead: it asks A, the sender.',
    );
  });

  test('loading is not merging', () => {
    const [loaded] = EXAMPLES['version-loaded'];
    expect(loaded && told(loaded)).toBe('B now knows what X looks like. Its own table is unchanged.');
  });

  test('a merge names its result, and says when it changed nothing', () => {
    expect(told(merged('ddl', v0, y))).toBe('B merges its own change: V0 becomes Y.');
    expect(told(merged('push', v0, x))).toBe('B merges A’s change: V0 becomes X.');
    expect(told(merged('pull', x, x))).toBe('B merges A’s changes: nothing new.');
  });

  const ORDERS = { keyspace: 'demo', table: 'orders' } as const;
  const orders = { ...ORDERS, cfId: 'another id', kind: 'altered', from: v0, to: y } as const;

  test('a merge tells what became of the table that is shown, and names another one', () => {
    const pulled = merged('pull', v0, x);
    const changes = pulled.kind === 'schema-merged' ? pulled.changes : [];
    const both = { ...pulled, changes: [orders, ...changes] } as SimEvent;
    const other = { ...pulled, changes: [orders] } as SimEvent;
    expect(told(both)).toBe('B merges A’s changes: V0 becomes X.');
    expect(told(both, { table: ORDERS })).toBe('B merges A’s changes: V0 becomes Y.');
    expect(told(both, { table: null })).toBe('B merges A’s changes: V0 becomes Y.');
    expect(told(other)).toBe('B merges A’s changes: in orders, V0 becomes Y.');
  });

  test('a shard that switches several tables tells of the one that is shown, and names another one', () => {
    const users: SimEvent = { kind: 'schema-switched', ...inTable, from: v0, to: x };
    const other: SimEvent = { ...users, ...ORDERS, to: y };
    expect(narrated([other, users]).sentence).toBe('B switches from V0 to X.');
    expect(narrated([other, users], { table: ORDERS }).sentence).toBe('B switches from V0 to Y.');
    expect(narrated([other]).sentence).toBe('B switches orders from V0 to Y.');
  });

  test('when another table is shown, the same step is told anew', () => {
    const columns = [{ name: 'id', type: 'int', kind: 'partition_key' }] as const;
    const accepted = play(usersRun(), { kind: 'create-table', node: 'A', ...ORDERS, columns });
    const run = doPending(accepted, ({ kind }) => kind === 'merge');
    const altered = doPending(
      play(run, { ...add('A', 'item'), ...ORDERS } as CommandDraft),
      ({ kind }) => kind === 'merge',
    );
    const step = altered.steps.length;
    const sentences = [TABLE, ORDERS, TABLE].map(
      (tableKey) =>
        narrationAt(momentAt(altered, { step, fraction: 0 }, { ...OPTIONS, tableKey }), step).sentence,
    );
    expect(sentences).toEqual([
      'A merges its own change: in orders, V0 becomes X.',
      'A merges its own change: V0 becomes X.',
      'A merges its own change: in orders, V0 becomes X.',
    ]);
  });

  test('a delta that does not bring all of its sender’s version says so', () => {
    expect(told(merged('push', v0, y))).toBe('B merges +email from A, not all of X: V0 becomes Y.');
  });

  test('a lost cell is told with its value, its place and the reason', () => {
    const [noColumn, kind, type, dropped] = discards('mutation', 'email').map((event) =>
      told({ kind: 'stored', ...inTable, event, statement: 'i1' }),
    );
    expect(noColumn).toBe("B drops 'ada@x': its version has no column email.");
    expect(kind).toBe("B drops 'ada@x': email is static here.");
    expect(type).toBe("B drops 'ada@x': text does not fit int.");
    expect(dropped).toBe("B drops 'ada@x': written @50, email dropped @100.");
  });

  const lost = (part: Partial<CellFate>, reason: DiscardReason = REASONS['no-such-column']): SimEvent => ({
    kind: 'stored',
    ...inTable,
    event: {
      kind: 'cell-discarded',
      source: 'memtable',
      key: KEY,
      from: x,
      to: y,
      fate: fate({ column: 'email', toId: null, reason, ...part }),
    },
    statement: null,
  });

  test.each([
    ['one', [lost({})], "B drops 'ada@x': its version has no column email."],
    [
      'the same cell in two places',
      [lost({}), lost({})],
      "B drops 'ada@x': its version has no column email.",
    ],
    [
      'two',
      [lost({}), lost({ clustering: '01' })],
      "B drops 'ada@x' and 1 more: its version has no column email.",
    ],
    [
      'three',
      [lost({}), lost({ ts: 51 }), lost({ ts: 52 })],
      "B drops 'ada@x' and 2 more: its version has no column email.",
    ],
    [
      'two columns',
      [lost({}), lost({ column: 'phone' })],
      "B drops 'ada@x' and 1 more: Y has no place for them.",
    ],
    [
      'two reasons',
      [lost({}), lost({ ts: 51 }, REASONS['other-kind'])],
      "B drops 'ada@x' and 1 more: Y has no place for them.",
    ],
  ])('cells lost in one step are counted: %s', (_name, events, sentence) => {
    const { sentence: lead, more } = narrated(events);
    expect(lead).toBe(sentence);
    expect(more).toContain(sentence);
  });

  test('what an answer leaves out is not told as a loss', () => {
    const [first] = discards('result', 'phone');
    expect(first && told({ kind: 'stored', ...inTable, event: first, statement: null })).toBe(
      'B leaves phone out: the version asked for has no such column.',
    );
  });

  test('an upgrade says what moved', () => {
    const sentences = STORED['entry-upgraded'].map((event) =>
      told({ kind: 'stored', ...inTable, event, statement: null }),
    );
    expect(sentences[0]).toBe('B touches row 1: it goes from V0 to X, no box moves.');
    expect(sentences[1]).toBe('B touches row 1: name moves from box 0 to box 1.');
    expect(sentences[3]).toBe('B touches row 1: name and 2 more columns move.');
  });

  test('a lost push says who does not know', () => {
    const [lost] = EXAMPLES['message-lost'];
    expect(lost && told(lost)).toBe('The push to C is lost. Neither A nor C notices.');
  });

  test('a read that is answered in the step that asks for it tells the answer', () => {
    const run = play(usersRun(), {
      kind: 'select',
      node: 'A',
      ...TABLE,
      key: { id: 1 },
      consistency: 'ONE',
    });
    const { sentence, more } = narrationAt(momentAt(run, { step: 1, fraction: 0 }, OPTIONS), 1);
    expect(sentence).toBe('A answers the client: id = 1, name = Ada.');
    expect(more).toContain('A is asked for row 1.');
  });

  test('a cut link is told before what it takes with it, and nobody is said not to notice', () => {
    const run = play(parted(), { kind: 'cut', a: 'A', b: 'B' });
    const step = run.steps.length;
    const { sentence, more } = narrationAt(momentAt(run, { step, fraction: 0 }, OPTIONS), step);
    expect(sentence).toBe('The link between A and B is cut.');
    expect(more).toContain('The link takes A’s message to B with it.');
    expect(more.join(' ')).not.toMatch(/notices/u);
  });

  test.each([
    ['write-timeout A s1', 'A’s timer ends: it has waited long enough for +email s1.'],
    [`grace A.0 ${x}`, 'A forgets X: nothing there uses it.'],
  ])('of a timer that lets a version be forgotten, what it is for is told: %s', (timer, sentence) => {
    const events: SimEvent[] = [
      { kind: 'timer-fired', node: 'A', timer },
      { kind: 'version-forgotten', node: 'A', shard: 0, version: x },
    ];
    expect(narrated(events).sentence).toBe(sentence);
  });

  test('a crash is told before what was on its way to it', () => {
    const run = play(parted(), { kind: 'crash', node: 'C' });
    const moment = momentAt(run, { step: run.steps.length, fraction: 0 }, OPTIONS);
    const { sentence, more } = narrationAt(moment, run.steps.length);
    expect(sentence).toBe('C crashes: its memory is gone, its disk stays.');
    expect(more).toContain('The push to C is lost. Neither A nor C notices.');
  });

  test('the step is told by its most telling event, the others stay in more', () => {
    const run = parted();
    const moment = momentAt(run, { step: 2, fraction: 0 }, OPTIONS);
    const { sentence, more } = narrationAt(moment, 2);
    expect(sentence).toBe('A merges its own change: V0 becomes X.');
    expect(more).toContain('A announces its changed digest by gossip.');
    expect(more).toContain(sentence);
  });
});
