import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evictCache } from './cache.ts';
import { crashTable, replayCommitlog } from './commitlog.ts';
import { compact } from './compaction.ts';
import { boxes, KEY, named, RULES, read, row, schemaOf } from './fixture.test-support.ts';
import { flush } from './flush.ts';
import { mergePartitions } from './merge.ts';
import { deletePartition } from './mutation.ts';
import type { Partition, TableState } from './partition.ts';
import type { StorageRules } from './rules.ts';
import { applyMutation, createTable, readPartition, setTableSchema } from './table.ts';
import { convertPartition, upgradePartition } from './upgrade.ts';

// The law of the seed: a mutation may be applied in any order as long as the current schema is superior to its version.
const schemas = {
  base: schemaOf('V0', { regular: ['m'] }),
  x: schemaOf('X', { regular: ['a', 'm'] }),
  y: schemaOf('Y', { regular: ['m', 'z'] }),
  both: schemaOf('Z', { regular: ['a', 'm', 'z'] }),
};
type Version = keyof typeof schemas;
const VERSIONS: readonly Version[] = ['base', 'x', 'y', 'both'];

/** The least version that contains both: what merging the schemas gives. */
function join(a: Version, b: Version): Version {
  return a === b || b === 'base' ? a : a === 'base' ? b : 'both';
}

interface Mutation {
  readonly version: Version;
  readonly cells: readonly (string | null)[];
  readonly at: number;
  readonly withMarker: boolean;
  readonly deletes: boolean;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  version: fc.constantFrom(...VERSIONS),
  cells: fc.array(fc.constantFrom('u', 'v', null), { minLength: 3, maxLength: 3 }),
  at: fc.integer({ min: 1, max: 5 }),
  withMarker: fc.boolean(),
  deletes: fc.boolean(),
});

function partitionOf({ version, cells, at, withMarker, deletes }: Mutation): Partition {
  const schema = schemas[version];
  if (deletes && at % 2 === 0) {
    return deletePartition({ schema, clustering: '', prefix: '', ts: at });
  }
  const names = schema.columns.filter((column) => column.kind === 'regular').map((column) => column.name);
  const values = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? null]));
  return row(schema, values, { at, withMarker });
}

type Disturbance = 'none' | 'read' | 'flush' | 'compact' | 'evict' | 'crash' | 'alter';

interface Turn {
  readonly mutation: Mutation;
  readonly order: number;
  readonly before: Disturbance;
  readonly as: Version;
}

const turn: fc.Arbitrary<Turn> = fc.record({
  mutation,
  order: fc.nat(),
  before: fc.constantFrom('none', 'read', 'flush', 'compact', 'evict', 'crash', 'alter'),
  as: fc.constantFrom(...VERSIONS),
});

function disturb(table: TableState, { before, as }: Turn, rules: StorageRules): TableState {
  switch (before) {
    case 'none':
      return table;
    case 'read':
      return readPartition(table, KEY, schemas[as], rules).table;
    case 'flush':
      return flush(table, rules).table;
    case 'compact':
      return compact(table, rules).table;
    case 'evict':
      return evictCache(table, null).table;
    case 'crash':
      return replayCommitlog(crashTable(table), rules).table;
    case 'alter':
      return alter(table, as, rules);
  }
}

function alter(table: TableState, as: Version, rules: StorageRules): TableState {
  const current = VERSIONS.find((version) => schemas[version] === table.schema) ?? 'base';
  return setTableSchema(table, schemas[join(current, as)], rules).table;
}

/** Applies the mutations one by one; before each the schema is merged with its version. Ends at the version of all. */
function run(turns: readonly Turn[], rules: StorageRules, disturbs: boolean): TableState {
  let table = createTable(schemas.base);
  for (const one of turns) {
    table = disturbs ? disturb(table, one, rules) : table;
    table = alter(table, one.mutation.version, rules);
    const partition = partitionOf(one.mutation);
    table = applyMutation(table, { key: KEY, partition }, schemas[one.mutation.version], 's', rules).table;
  }
  return alter(table, 'both', rules);
}

const inOtherOrder = (turns: readonly Turn[]): readonly Turn[] => turns.toSorted((a, b) => a.order - b.order);
const turns = fc.array(turn, { minLength: 1, maxLength: 7 });

test('E19 under a superior schema any order of mutations ends in the same entry and the same log', () => {
  fc.assert(
    fc.property(turns, (script) => {
      const end = (order: readonly Turn[]): TableState =>
        readPartition(run(order, RULES, false), KEY, schemas.both, RULES).table;
      expect(end(inOtherOrder(script))).toEqual(end(script));
    }),
  );
});

test('E19 flushes, compactions, evictions, crashes, reads and earlier ALTERs in between change no answer, at any version', () => {
  fc.assert(
    fc.property(turns, fc.constantFrom(...VERSIONS), (script, as) => {
      const undisturbed = run(script, RULES, false);
      const disturbed = run(inOtherOrder(script), RULES, true);
      expect(read(disturbed, schemas[as]).sees).toEqual(read(undisturbed, schemas[as]).sees);
    }),
  );
});

test('E19 the answer is the join of all mutations, converted to what was asked: an oracle without a table', () => {
  fc.assert(
    fc.property(turns, fc.constantFrom(...VERSIONS), (script, as) => {
      const converted = script.map(({ mutation: one }) => {
        return upgradePartition(partitionOf(one), schemas[one.version], schemas.both, RULES).partition;
      });
      const joined = converted.reduce((a, b) => mergePartitions(a, b, RULES));
      const expected = upgradePartition(joined, schemas.both, schemas[as], RULES).partition;
      expect(read(run(script, RULES, true), schemas[as]).sees).toEqual(named(expected, schemas[as]));
    }),
  );
});

test('E19 converting to whatever is there instead, the order decides which cell is lost', () => {
  const writeX = row(schemas.x, { a: 'A', m: 'm' }, { at: 10 });
  const writeY = row(schemas.y, { z: 'Z' }, { at: 11, withMarker: false });
  const apply = (table: TableState, version: Version, partition: Partition) =>
    applyMutation(table, { key: KEY, partition }, schemas[version], 's', RULES).table;
  const firstX = apply(apply(createTable(schemas.x), 'x', writeX), 'y', writeY);
  const firstY = apply(apply(createTable(schemas.y), 'y', writeY), 'x', writeX);
  expect(read(alter(firstX, 'both', RULES), schemas.both).sees).toEqual({ a: 'A@10', m: 'm@10' });
  expect(read(alter(firstY, 'both', RULES), schemas.both).sees).toEqual({ m: 'm@10', z: 'Z@11' });
  const superior = apply(apply(createTable(schemas.both), 'x', writeX), 'y', writeY);
  expect(boxes(superior.memtable.entries[KEY]?.partition)).toEqual(['A@10', 'm@10', 'Z@11']);
});

test('E3 eager and lazy upgrades give the same answers while no dropped name returns', () => {
  const chain = [
    schemaOf('V0', { regular: ['b', 'd'] }),
    schemaOf('V1', { regular: ['a', 'b', 'd'] }),
    schemaOf('V2', { regular: ['a', 'd'] }),
    schemaOf('V3', { regular: ['a', 'c', 'd'] }),
    schemaOf('V4', { regular: ['c', 'd'] }),
  ];
  const act = fc.record({
    kind: fc.constantFrom('write', 'write', 'alter', 'alter', 'read', 'flush', 'evict', 'compact', 'crash'),
    key: fc.constantFrom('k1', 'k2'),
    at: fc.integer({ min: 1, max: 9 }),
    // How many versions behind the current one the client is.
    behind: fc.constantFrom(0, 0, 1, 2),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (script) => {
      const answers = [RULES, { ...RULES, lazy: false }].map((rules) => {
        let step = 0;
        let table = createTable(chain[0] ?? schemas.base);
        const seen: unknown[] = [];
        for (const { kind, key, at, behind } of script) {
          const known = chain[Math.max(0, step - behind)] ?? table.schema;
          const names = known.columns
            .filter((column) => column.kind === 'regular')
            .map((column) => column.name);
          const cells = Object.fromEntries(names.map((name) => [name, `${name}${at}`]));
          if (kind === 'write') {
            table = applyMutation(
              table,
              { key, partition: row(known, cells, { at }) },
              known,
              's',
              rules,
            ).table;
          } else if (kind === 'alter') {
            step = Math.min(chain.length - 1, step + 1);
            table = setTableSchema(table, chain[step] ?? table.schema, rules).table;
          } else if (kind === 'read') {
            const one = read(table, known, { key, rules });
            table = one.table;
            seen.push(one.sees);
          } else {
            table = disturb(table, { before: kind, as: 'base', order: 0, mutation: NO_MUTATION }, rules);
          }
        }
        return [...seen, ...['k1', 'k2'].map((key) => read(table, table.schema, { key, rules }).sees)];
      });
      expect(answers[1]).toEqual(answers[0]);
    }),
  );
});

const NO_MUTATION: Mutation = { version: 'base', cells: [], at: 0, withMarker: false, deletes: false };

test('E9 a mutation converted by its stored mapping is the one converted by its schema', () => {
  fc.assert(
    fc.property(mutation, fc.constantFrom(...VERSIONS), (one, to) => {
      const schema = schemas[one.version];
      const names = schema.columns.filter((column) => column.kind === 'regular');
      const mapping = { static: [], regular: names.map((column) => [column.name, column.type] as const) };
      const partition = partitionOf(one);
      const byMapping = convertPartition(partition, mapping, schemas[to], RULES);
      expect(byMapping.partition).toEqual(upgradePartition(partition, schema, schemas[to], RULES).partition);
    }),
  );
});
