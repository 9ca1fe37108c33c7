// Rule N9: what is illegal is refused with one sentence and changes nothing.

import { describe, expect, it } from 'vitest';
import { playScript } from '../laws/script.test-support.ts';
import { worldOf } from '../laws/world.test-support.ts';
import { COLUMNS_MAX, NAME_LENGTH_MAX, STEPS_MAX, VALUE_LENGTH_MAX } from '../plain/limits.ts';
import { shapeOfCommand } from './checkShape.ts';
import type { CommandDraft } from './command.ts';
import { setupOf } from './random/tables.ts';
import type { Timeline } from './timeline.ts';
import { append, createTimeline, stateAt, stateHash } from './timeline.ts';

const T = { keyspace: 'ks', table: 't', node: 'A', timestamp: 2_000 } as const;
const KEY = { pk: 1, ck: 0 };
const WRITE = { kind: 'insert', ...T, key: KEY, values: { b: 1 }, consistency: 'ONE' } as const;
const READ = { kind: 'select', ...T, key: KEY, consistency: 'ONE' } as const;

function alter(change: object): object {
  return { kind: 'alter-table', ...T, changes: [change] };
}
function create(columns: readonly object[], part: object = {}): object {
  return { kind: 'create-table', ...T, table: 'w', columns, ...part };
}
const PK = { name: 'pk', type: 'int', kind: 'partition_key' };

/** By what is wrong: the command, and a part of the sentence. */
const ILLEGAL: Readonly<Record<string, readonly [command: object, sentence: RegExp]>> = {
  'a node that is not there': [{ ...WRITE, node: 'Z' }, /no node Z; there are A, B, C/],
  'a node named like a member of every object': [{ ...WRITE, node: 'constructor' }, /no node constructor/],
  'a shard that is not there': [{ ...WRITE, shard: 1 }, /no shard 1/],
  'half a shard': [{ ...WRITE, shard: 0.5 }, /no shard 0\.5/],
  'a timestamp beyond 2^53': [{ ...WRITE, timestamp: 2 ** 53 }, /whole number of microseconds/],
  'half a microsecond': [{ ...WRITE, timestamp: 0.5 }, /whole number of microseconds/],
  'a timestamp that is no number': [{ ...WRITE, timestamp: Number.NaN }, /whole number of microseconds/],
  'a timestamp without end': [
    { ...WRITE, timestamp: Number.POSITIVE_INFINITY },
    /whole number of microseconds/,
  ],
  'an id that is taken': [{ ...WRITE, id: 's1' }, /statement s1 in this run already/],
  'a consistency level that is not there': [{ ...WRITE, consistency: 'TWO' }, /no consistency level/],
  'a table that is not there': [{ ...WRITE, table: 'nope' }, /unconfigured table ks\.nope/],
  'a table named like a member of every object': [
    { ...WRITE, table: 'toString' },
    /unconfigured table ks\.toString/,
  ],
  'a column that is not there': [{ ...WRITE, values: { zz: 1 } }, /Undefined column name zz/],
  'a column named like a member of every object': [
    { ...WRITE, values: { constructor: 1 } },
    /Undefined column name constructor/,
  ],
  'a key column among the values': [{ ...WRITE, values: { pk: 1 } }, /PRIMARY KEY part pk found in SET part/],
  'a key without a value': [{ ...WRITE, key: { pk: 1 } }, /Missing mandatory PRIMARY KEY part ck/],
  'a partition key without a value': [{ ...WRITE, key: { ck: 1 } }, /Missing mandatory PRIMARY KEY part pk/],
  'no key at all': [{ ...WRITE, key: {} }, /Missing mandatory PRIMARY KEY part pk/],
  'a key column that is not there': [{ ...WRITE, key: { ...KEY, zz: 1 } }, /Undefined column name zz/],
  'a value of another type': [{ ...WRITE, values: { b: 'text' } }, /for "b" of type int: /],
  'a number that is none': [{ ...WRITE, values: { b: Number.NaN } }, /for "b" of type int: /],
  'a number without end': [{ ...WRITE, values: { b: Number.POSITIVE_INFINITY } }, /for "b" of type int: /],
  'half an int': [{ ...WRITE, values: { b: 1.5 } }, /for "b" of type int: /],
  'an int that does not fit': [{ ...WRITE, values: { b: 2 ** 31 } }, /for "b" of type int: /],
  'a list for an int': [{ ...WRITE, values: { b: [1] } }, /for "b" of type int: /],
  'a prepared statement that is not there': [{ ...WRITE, prepared: 'p' }, /No statement p has been prepared/],
  'a version that nobody knows': [{ ...READ, schemaVersion: 'beef' }, /does not know version beef/],
  'a column asked for that is not there': [{ ...READ, columns: ['zz'] }, /Undefined column name zz/],
  'a DELETE of a cell without its row': [
    { ...WRITE, kind: 'delete', key: { pk: 1 }, values: { b: null } },
    /Missing mandatory PRIMARY KEY part ck/,
  ],
  'a column that exists': [alter({ kind: 'add', name: 'b', type: 'int' }), /Invalid column name b/],
  'a drop of a key column': [alter({ kind: 'drop', name: 'pk' }), /Cannot drop PRIMARY KEY part pk/],
  'a drop of nothing': [alter({ kind: 'drop', name: 'zz' }), /Column zz was not found/],
  'a type that is not there': [alter({ kind: 'add', name: 'n', type: 'strnig' }), /ks\.t\.n: /],
  'a type that does not fit': [
    alter({ kind: 'type', name: 'b', type: 'text' }),
    /from type int to type text/,
  ],
  'a rename of a column that is not in the key': [
    alter({ kind: 'rename', from: 'b', to: 'n' }),
    /only key columns can be renamed/,
  ],
  'a rename to a name that exists': [alter({ kind: 'rename', from: 'pk', to: 'ck' }), /already exists/],
  'a name that is too long': [
    alter({ kind: 'add', name: 'n'.repeat(NAME_LENGTH_MAX + 1), type: 'int' }),
    new RegExp(`${NAME_LENGTH_MAX}`),
  ],
  'a name that is empty': [alter({ kind: 'add', name: '', type: 'int' }), /name/],
  'an alteration without a change': [{ kind: 'alter-table', ...T, changes: [] }, /change/],
  'one column too many': [
    {
      kind: 'alter-table',
      ...T,
      changes: Array.from({ length: COLUMNS_MAX }, (_, i) => ({ kind: 'add', name: `n${i}`, type: 'int' })),
    },
    new RegExp(`at most ${COLUMNS_MAX}`),
  ],
  'a static column without a clustering key': [
    create([PK, { name: 's', type: 'int', kind: 'static' }]),
    /clustering/,
  ],
  'a table without a partition key': [create([{ ...PK, kind: 'regular' }]), /partition key/],
  'a table without columns': [create([]), /partition key|column/],
  'two columns of one name': [create([PK, PK]), /pk/],
  'a table that exists': [create([PK], { table: 't' }), /Table 'ks\.t' already exists/],
  'a keyspace that exists': [{ kind: 'create-keyspace', ...T }, /Keyspace 'ks' already exists/],
  'a keyspace of the system': [{ kind: 'create-keyspace', ...T, keyspace: 'system' }, /system/],
  'a keyspace that is not there': [
    { kind: 'drop-keyspace', ...T, keyspace: 'zz' },
    /Keyspace 'zz' does not exist/,
  ],
  'a message that is gone': [
    { kind: 'deliver', message: 'MUTATION A>B s9 write' },
    /No message .* on the way/,
  ],
  'a loss of a message that is gone': [{ kind: 'lose', message: 'x' }, /No message x/],
  'a copy of a message that is gone': [{ kind: 'duplicate', message: 'x' }, /No message x/],
  'a timer that is not running': [{ kind: 'fire', timer: 'pull A<B' }, /No timer pull A<B/],
  'gossip of nothing new': [{ kind: 'gossip', from: 'A', to: 'B' }, /nothing new to tell B/],
  'a merge that does not wait': [{ kind: 'merge', node: 'A', merge: 'ddl s9' }, /No merge ddl s9/],
  'a switch that does not wait': [
    { kind: 'publish', node: 'A', merge: 'x', shard: 0 },
    /does not wait to switch/,
  ],
  'a restart of a running node': [{ kind: 'restart', node: 'A' }, /running already/],
  'a crash of a node that is not there': [{ kind: 'crash', node: 'Q' }, /no node Q/],
  'a link to oneself': [{ kind: 'cut', a: 'A', b: 'A' }, /joins two nodes/],
  'a link that is not cut': [{ kind: 'heal', a: 'A', b: 'B' }, /not cut/],
  'a link to a node that is not there': [{ kind: 'cut', a: 'A', b: 'Z' }, /no node Z/],
  'a wait of nothing': [{ kind: 'wait', micros: 0 }, /positive whole number/],
  'a wait backwards': [{ kind: 'wait', micros: -1 }, /positive whole number/],
  'a skew that is no number': [
    { kind: 'skew', node: 'A', micros: Number.NaN },
    /whole number of microseconds/,
  ],
  'a protection that is not there': [
    { kind: 'protect', protections: { magic: true } },
    /no protection magic/,
  ],
  'a protection named like a member of every object': [
    { kind: 'protect', protections: { constructor: true } },
    /no protection constructor/,
  ],
  'a protection of another kind': [{ kind: 'protect', protections: { mergeLock: 'on' } }, /true or false/],
  'a flush of a table that is not there': [{ kind: 'flush', ...T, table: 'zz' }, /unconfigured table ks\.zz/],
  'an eviction of a key that does not fit': [
    { kind: 'evict', ...T, key: { pk: 'x' } },
    /for "pk" of type int: /,
  ],
  'a value that is too long': [
    { ...WRITE, values: { s: 'x'.repeat(17 * VALUE_LENGTH_MAX) } },
    /characters long|at most|s: /,
  ],
};

function begun(): Timeline {
  const { config } = worldOf({ config: { setup: setupOf() } });
  return playScript(config, [{ ...WRITE, timestamp: 1_000 } as CommandDraft]);
}

describe('illegal commands are refused with a sentence and change nothing', () => {
  const timeline = begun();
  const last = timeline.steps.length;
  const hash = stateHash(stateAt(timeline, last).core);
  for (const [name, [command, sentence]] of Object.entries(ILLEGAL)) {
    it(`N9: ${name}`, () => {
      const refused = append(timeline, command as CommandDraft);
      const problem = refused.ok ? 'it was done' : refused.problem;
      expect(problem).toMatch(sentence);
      expect(problem).toMatch(/^\S.{12,}[.?]$/s);
      expect(timeline.steps).toHaveLength(last);
      expect(stateHash(stateAt(timeline, last).core)).toBe(hash);
    });
  }

  it('N9: names that every object has are fit for tables and columns, and nothing else takes them for its own', () => {
    const { config } = worldOf({ config: { setup: setupOf() } });
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    let accepted = 0;
    for (const name of names) {
      const outcome = playScript(config, [
        {
          kind: 'create-table',
          ...T,
          table: name,
          columns: [PK as never, { name: 'v', type: 'int', kind: 'regular' }],
        },
        'settle',
        {
          kind: 'alter-table',
          ...T,
          table: name,
          timestamp: 2_010,
          changes: [{ kind: 'add', name, type: 'int' }],
        },
        'settle',
        {
          ...WRITE,
          table: name,
          timestamp: 2_020,
          key: { pk: 1 },
          values: JSON.parse(`{"${name}": 7}`),
          consistency: 'ALL',
        },
        'settle',
        { ...READ, table: name, timestamp: 2_030, key: { pk: 1 }, consistency: 'ALL' },
        'settle',
      ]);
      const { core } = stateAt(outcome, outcome.steps.length);
      const created = outcome.steps.some((step) => step.command.kind === 'create-table');
      if (!created) {
        continue; // Refused with a sentence: as good.
      }
      accepted += 1;
      const rows = core.nodes[0]?.results['s4']?.rows;
      expect([name, rows?.columns.includes(name)]).toEqual([name, true]);
      expect([name, rows?.rows[0]?.[rows.columns.indexOf(name)]?.text]).toEqual([name, '7']);
      expect(({} as Record<string, unknown>)['v']).toBeUndefined();
    }
    expect(accepted).toBeGreaterThanOrEqual(4);
  });

  it('N9: a down node takes no statement', () => {
    const down = append(timeline, { kind: 'crash', node: 'A' });
    const refused = down.ok ? append(down.value, { ...WRITE, id: 'later' } as CommandDraft) : down;
    expect(refused).toEqual({ ok: false, problem: 'Node A is down: restart it first.' });
  });

  it('N8: a run that is full takes no more', () => {
    const step = timeline.steps[0];
    const full = { ...timeline, steps: Array.from({ length: STEPS_MAX }, () => step as never) };
    const refused = append(full, { kind: 'wait', micros: 1 });
    expect(refused.ok ? '' : refused.problem).toMatch(new RegExp(`at most ${STEPS_MAX} steps`));
  });
});

describe('configurations that make no sense are refused', () => {
  const wrong: Readonly<Record<string, readonly [object, RegExp]>> = {
    'no nodes': [{ nodes: [] }, /1 to 9 nodes/],
    'ten nodes': [{ nodes: [...'ABCDEFGHIJ'] }, /1 to 9 nodes/],
    'a node twice': [{ nodes: ['A', 'A'] }, /each used once/],
    'a small letter': [{ nodes: ['a'] }, /one capital letter/],
    'no shards': [{ shards: 0 }, /1 to 4 shards/],
    'five shards': [{ shards: 5 }, /1 to 4 shards/],
    'no replicas': [{ replicationFactor: 0 }, /replication factor/],
    'more replicas than nodes': [{ replicationFactor: 4 }, /replication factor/],
    'a latency backwards': [{ latency: { base: -1, jitter: 0 } }, /Latency/],
    'a node in no data centre': [{ dataCentres: { A: 'dc1' } }, /data centre/],
    'a setup that is refused': [{ setup: [{ ...WRITE, id: 's1' }] }, /setup statement s1 was refused/],
  };
  for (const [name, [part, sentence]] of Object.entries(wrong)) {
    it(`N1: ${name}`, () => {
      const { config } = worldOf({});
      const refused = createTimeline({ seed: 1, config: { ...config, ...part } });
      expect(refused.ok ? 'it was made' : refused.problem).toMatch(sentence);
    });
  }
  it('N1: a seed that is no whole number', () => {
    const refused = createTimeline({ seed: 0.5, config: worldOf({}).config });
    expect(refused.ok ? 'it was made' : refused.problem).toMatch(/seed is a whole number/);
  });
});

it.each<readonly [string, object, string]>([
  [
    'N9 a field that is missing',
    { kind: 'flush', node: 'A', keyspace: 'ks' },
    'in the command flush, table has to be a text of at most 192 characters, and is missing; nothing was done.',
  ],
  [
    'N9 a value of no use',
    { ...WRITE, values: { b: { c: undefined } } },
    'in the command insert, values.b has to be a text, a number, true or false, null, or a list or record of these, and is a record; nothing was done.',
  ],
  [
    'N9 one of several changes',
    {
      kind: 'alter-table',
      ...T,
      changes: [
        { kind: 'drop', name: 'b' },
        { kind: 'add', name: 'n' },
      ],
    },
    'in the command alter-table, changes[1].type has to be a text of at most 4096 characters, and is missing; nothing was done.',
  ],
  [
    'N9 a change of no kind',
    { kind: 'alter-table', ...T, changes: [{ kind: 'grow' }] },
    "in the command alter-table, changes[0].kind has to be add or drop or type or rename or comment, and is 'grow'; nothing was done.",
  ],
])('%s is named', (_what, command, sentence) => {
  expect(shapeOfCommand(command, true)).toBe(sentence);
});
