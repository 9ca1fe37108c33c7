// The statements of random runs (SPEC Z1), drawn against what the node that takes them knows.

import type { Literal, TableChange } from '../../cql/statement.ts';
import { cqlTypeName } from '../../cql/type.ts';
import type { Dict } from '../../plain/record.ts';
import { entriesOf, keysOf } from '../../plain/record.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Command } from '../command.ts';
import type { SimState } from '../state.ts';
import type { Memory, Pick, What, World } from './mix.ts';
import { at, FIRST_STAMP, STAMP_STEP, WHATS } from './mix.ts';

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

/** The statement that a pick makes; its first number is the kind's place in WHATS. Null when the node has no table for it. */
export function statementCommand(world: World, state: SimState, memory: Memory, pick: Pick): Command | null {
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
