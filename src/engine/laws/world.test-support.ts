// For laws only: random runs. A run is drawn as a list of picks, small tuples of numbers; a pick becomes a command against
// the state it meets, so that most commands are legal, a part of a list is again a run, and a red run shrinks (N1, N9).

import { cqlTypeName } from '../cql/type.ts';
import type { Dict } from '../plain/record.ts';
import { entriesOf, keysOf } from '../plain/record.ts';
import type { Schema } from '../schema/schema.ts';
import type { Command, Literal, Statement, TableChange } from '../sim/command.ts';
import type { Config } from '../sim/config.ts';
import { configOf } from '../sim/config.ts';
import { pendingChoices } from '../sim/policy.ts';
import type { Protections } from '../sim/protections.ts';
import { PROTECTIONS_2016 } from '../sim/protections.ts';
import type { SimState } from '../sim/state.ts';

/** What may happen in a run, with how often (0 or absent: never). */
export type Mix = Partial<Record<What, number>>;

export const WHATS = [
  'next',
  'any',
  'add',
  'drop',
  'type',
  'rename',
  'comment',
  'create-table',
  'drop-table',
  'create-keyspace',
  'drop-keyspace',
  'insert',
  'update',
  'delete',
  'select',
  'prepare',
  'lose',
  'duplicate',
  'cut',
  'heal',
  'crash',
  'restart',
  'flush',
  'compact',
  'evict',
  'expire',
  'skew',
  'wait',
] as const;
export type What = (typeof WHATS)[number];

/** One drawn step: which kind, and three numbers that choose among what there is. */
export type Pick = readonly [what: number, i: number, j: number, k: number];

export interface World {
  readonly config: Config;
  readonly mix: Mix;
  /** Column names that ADD draws from. */
  readonly names: readonly string[];
  /** Rising: each statement is stamped later than all before it. Otherwise stamps are drawn from a few, ties included. */
  readonly stamps: 'rising' | 'drawn';
  /** A column name is added at most once in a run, so that no two DDLs are about one column. */
  readonly namesOnce: boolean;
  /** Loses only what may be lost without breaking a pull: one-way messages. */
  readonly losesPulls: boolean;
}

export const FIRST_STAMP = 1_000;
const STAMP_STEP = 10;

const BASE = { node: 'A', keyspace: 'ks', timestamp: 10 } as const;
/** Keyspace ks with t(pk, ck; s static; b, d regular) and, when asked for, u(pk; v). */
export function setupOf(tables: 1 | 2 = 1): readonly Statement[] {
  const t: Statement = {
    ...BASE,
    id: 'setup2',
    kind: 'create-table',
    table: 't',
    columns: [
      { name: 'pk', type: 'int', kind: 'partition_key' },
      { name: 'ck', type: 'int', kind: 'clustering_key' },
      { name: 's', type: 'int', kind: 'static' },
      { name: 'b', type: 'int', kind: 'regular' },
      { name: 'd', type: 'int', kind: 'regular' },
    ],
  };
  const u: Statement = {
    ...BASE,
    id: 'setup3',
    kind: 'create-table',
    table: 'u',
    columns: [
      { name: 'pk', type: 'int', kind: 'partition_key' },
      { name: 'v', type: 'text', kind: 'regular' },
    ],
  };
  const keyspace: Statement = { ...BASE, id: 'setup1', kind: 'create-keyspace' };
  return tables === 1 ? [keyspace, t] : [keyspace, t, u];
}

export function protectedBy(part: Partial<Protections>): Protections {
  return { ...PROTECTIONS_2016, ...part };
}

export function worldOf(part: Partial<Omit<World, 'config'>> & { readonly config?: Partial<Config> }): World {
  return {
    mix: { next: 6, any: 10, add: 2, insert: 3, select: 2 },
    names: ['a', 'c', 'e'],
    stamps: 'rising',
    namesOnce: true,
    losesPulls: false,
    ...part,
    config: configOf({ setup: setupOf(), ...part.config }),
  };
}

/** The kinds of a mix, each as often as its weight: what the first number of a pick indexes. */
export function deck(mix: Mix): readonly What[] {
  return WHATS.flatMap((what) => Array.from({ length: mix[what] ?? 0 }, () => what));
}

function at<T>(list: readonly T[], i: number): T | undefined {
  return list.length === 0 ? undefined : list[i % list.length];
}

const TYPES = ['int', 'text', 'set<text>', 'map<int,text>', 'blob'];

/** A literal that most likely fits a column. */
function literalFor(schema: Schema, name: string, n: number): Literal {
  const column = schema.columns.find((known) => known.name === name);
  switch (column === undefined ? 'int' : cqlTypeName(column.type)) {
    case 'int':
    case 'bigint':
    case 'varint':
      return n % 7;
    case 'blob':
      return `0x0${n % 10}`;
    case 'set<text>':
      return n % 3 === 0 ? null : ['p', 'q'].slice(0, 1 + (n % 2));
    case 'map<int,text>':
    case 'map<int, text>':
      return n % 3 === 0 ? null : { [String(n % 4)]: `m${n % 3}` };
    default:
      return n % 5 === 0 ? null : `v${n % 7}`;
  }
}

/** What a run remembers besides its state: statements given so far and names added. */
export interface Memory {
  readonly statements: number;
  readonly added: readonly string[];
}

/** The command that a pick makes of a state, or null when there is nothing to do it with. */
export function commandOf(world: World, state: SimState, memory: Memory, pick: Pick): Command | null {
  const what = at(deckOf(world.mix), pick[0]);
  if (what === undefined) {
    return null;
  }
  const [, i, j, k] = pick;
  return (
    networkCommand(world, state, what, pick) ??
    operation(state, what, pick) ??
    statementCommand(world, state, memory, [WHATS.indexOf(what), i, j, k])
  );
}

const decks = new WeakMap<Mix, readonly What[]>();
function deckOf(mix: Mix): readonly What[] {
  const known = decks.get(mix) ?? deck(mix);
  decks.set(mix, known);
  return known;
}

function networkCommand(world: World, state: SimState, what: What, [, i]: Pick): Command | null {
  switch (what) {
    case 'next':
      return pendingChoices(state)[0]?.command ?? null;
    case 'any':
      return at(pendingChoices(state), i)?.command ?? null;
    case 'lose': {
      const losable = state.core.messages.filter(
        (message) => world.losesPulls || !message.verb.startsWith('MIGRATION'),
      );
      const message = at(losable, i);
      return message === undefined ? null : { kind: 'lose', message: message.key };
    }
    case 'duplicate': {
      const message = at(state.core.messages, i);
      return message === undefined ? null : { kind: 'duplicate', message: message.key };
    }
    default:
      return null;
  }
}

function operation(state: SimState, what: What, [, i, j, k]: Pick): Command | null {
  const { nodes, cuts } = state.core;
  const node = at(nodes, i)?.id ?? 'A';
  const other = at(nodes, i + 1 + (j % Math.max(1, nodes.length - 1)))?.id ?? 'B';
  const table = { node, keyspace: 'ks', table: k % 4 === 0 ? 'u' : 't' };
  switch (what) {
    case 'cut':
      return { kind: 'cut', a: node, b: other };
    case 'heal': {
      const [a, b] = (at(cuts, i) ?? 'A|B').split('|');
      return { kind: 'heal', a: a ?? 'A', b: b ?? 'B' };
    }
    case 'crash':
    case 'restart': {
      const wanted = nodes.filter((one) => one.up === (what === 'crash'));
      return { kind: what, node: at(wanted, i)?.id ?? node };
    }
    case 'flush':
    case 'compact':
      return { kind: what, ...table };
    case 'evict':
      return j % 2 === 0 ? { kind: 'evict', ...table } : { kind: 'evict', ...table, key: { pk: j % 3 } };
    case 'expire':
      return { kind: 'expire-tombstones', node };
    case 'skew':
      return { kind: 'skew', node, micros: (j % 5) * 40 - 80 };
    case 'wait':
      return { kind: 'wait', micros: 1 + (j % 4) * 30_000_000 };
    default:
      return null;
  }
}

function statementCommand(world: World, state: SimState, memory: Memory, pick: Pick): Command | null {
  const [kind, i, j, k] = pick;
  const what = WHATS[kind];
  const { nodes } = state.core;
  const node = at(nodes, i)?.id ?? 'A';
  const drawn = FIRST_STAMP + (k % 6) * STAMP_STEP;
  const timestamp = world.stamps === 'rising' ? FIRST_STAMP + memory.statements * STAMP_STEP : drawn;
  const base = {
    id: `s${memory.statements + 1}`,
    node,
    timestamp,
    shard: (i >> 3) % state.core.config.shards,
    keyspace: 'ks',
  };
  switch (what) {
    case 'create-keyspace':
    case 'drop-keyspace':
      return { ...base, kind: what, keyspace: j % 3 === 0 ? 'ks' : 'other' };
    case 'create-table':
      return {
        ...base,
        kind: what,
        table: j % 2 === 0 ? 'u' : 'w',
        columns: [
          { name: 'pk', type: 'int', kind: 'partition_key' },
          { name: at(world.names, k) ?? 'v', type: at(TYPES, j) ?? 'int', kind: 'regular' },
        ],
      };
    case 'drop-table':
      return { ...base, kind: what, table: at(['u', 'w', 't'], j) ?? 'u' };
    default:
      return tableCommand(world, memory, state, { ...base, what, i, j, k });
  }
}

interface Drawn {
  readonly id: string;
  readonly node: string;
  readonly timestamp: number;
  readonly shard: number;
  readonly keyspace: string;
  readonly what: What | undefined;
  readonly i: number;
  readonly j: number;
  readonly k: number;
}

/** Commands about a table that the node has. */
function tableCommand(world: World, memory: Memory, state: SimState, drawn: Drawn): Command | null {
  const { what, i, j, k, ...base } = drawn;
  const node = state.core.nodes.find((one) => one.id === base.node);
  const tables = entriesOf(node?.shards[base.shard]?.tables ?? {}).map(([, table]) => table.schema);
  const schema = at(tables, j >> 4);
  if (schema === undefined) {
    return null;
  }
  const { table } = schema;
  const change = changeOf(world, memory, schema, drawn);
  if (change !== null) {
    return { ...base, kind: 'alter-table', table, changes: [change] };
  }
  if (what === 'prepare') {
    return { ...base, kind: 'prepare', table, name: `p${k % 2}` };
  }
  return dataCommand(schema, node?.prepared ?? {}, { ...drawn, what });
}

function changeOf(world: World, memory: Memory, schema: Schema, drawn: Drawn): TableChange | null {
  const { what, j, k } = drawn;
  const regular = schema.columns.filter((column) => column.kind === 'regular' || column.kind === 'static');
  const keys = schema.columns.filter((column) => !regular.includes(column));
  const any = at(regular, j)?.name ?? 'b';
  switch (what) {
    case 'add': {
      const free = world.names.filter((name) => !world.namesOnce || !memory.added.includes(name));
      const name = at(free, j);
      const isStatic = k % 5 === 0 && schema.columns.some((column) => column.kind === 'clustering_key');
      return name === undefined ? null : { kind: 'add', name, type: at(TYPES, k) ?? 'int', isStatic };
    }
    case 'drop':
      return { kind: 'drop', name: any };
    case 'type':
      return { kind: 'type', name: any, type: k % 2 === 0 ? 'blob' : 'varint' };
    case 'rename':
      return { kind: 'rename', from: at(keys, j)?.name ?? 'pk', to: at(['k1', 'k2'], k) ?? 'k1' };
    case 'comment':
      return { kind: 'comment', comment: `comment ${k % 3}` };
    default:
      return null;
  }
}

function dataCommand(schema: Schema, prepared: Dict<unknown>, drawn: Drawn): Command | null {
  const { what, i, j, k, ...base } = drawn;
  if (what !== 'insert' && what !== 'update' && what !== 'delete' && what !== 'select') {
    return null;
  }
  const key: Record<string, Literal> = {};
  for (const column of schema.columns) {
    if (column.kind === 'partition_key') {
      key[column.name] = j % 3;
    } else if (column.kind === 'clustering_key' && !(what === 'delete' && k % 4 === 0)) {
      key[column.name] = k % 2;
    }
  }
  const consistency = at(['ONE', 'QUORUM', 'ALL', 'QUORUM'] as const, i) ?? 'ONE';
  const name = at(keysOf(prepared), k);
  const common = {
    ...base,
    table: schema.table,
    key,
    consistency,
    ...(name === undefined || k % 2 ? {} : { prepared: name }),
  };
  if (what === 'select') {
    return { ...common, kind: 'select' };
  }
  const columns = schema.columns.filter((column) => column.kind === 'regular' || column.kind === 'static');
  const chosen = columns.filter((_, n) => ((j + k) >> n) % 2 === 0);
  const values = Object.fromEntries(
    chosen.map((column) => [
      column.name,
      what === 'delete' ? null : literalFor(schema, column.name, j + k + i),
    ]),
  );
  return { ...common, kind: what, values: what === 'delete' && k % 3 === 0 ? {} : values };
}
