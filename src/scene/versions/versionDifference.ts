// What tells two definitions of a table apart, in short words on an edge; and which changes were overwritten: made by a
// version that is contained, and yet not there, because a statement that did not know of them rewrote the same thing.

import type { ColumnDefinition, Dict, Schema, SystemRow, Timeline } from '../../engine/index.ts';
import { cqlTypeName, isStatement, lookup, valuesOf } from '../../engine/index.ts';
import { prefixFold } from '../run/prefixFold.ts';
import { isDrop, leftOver } from '../run/seenDrops.ts';
import { tableId } from '../run/seenVersions.ts';
import { enumerated, label } from '../words/say.ts';
import { containsVersion } from './dagOrder.ts';

const columnsBySchema = new WeakMap<Schema, Dict<ColumnDefinition>>();

function columnsOf(schema: Schema): Dict<ColumnDefinition> {
  const known = columnsBySchema.get(schema);
  const columns = known ?? Object.fromEntries(schema.columns.map((column) => [column.name, column]));
  if (known === undefined) {
    columnsBySchema.set(schema, columns);
  }
  return columns;
}

/** One thing that two definitions may say differently: a column, its drop time, or the comment. */
interface Item {
  /** '+email', '−phone', 'age: bigint', 'comment'. */
  readonly text: string;
  readonly valueIn: (schema: Schema) => string | null;
  /** Timestamp of the cell or tombstone that decides it. */
  readonly writtenIn: (schema: Schema) => number | null;
}

function lastWrite(row: SystemRow | null | undefined): number | null {
  if (!row) {
    return null;
  }
  const all = [row.tombstone ?? 0, ...valuesOf(row.cells).map((cell) => cell.ts)];
  return Math.max(...all);
}

function columnItem(name: string, text: string): Item {
  return {
    text,
    valueIn: (schema) => {
      const column = lookup(columnsOf(schema), name);
      return column === undefined ? null : `${column.kind} ${column.type}`;
    },
    writtenIn: (schema) => lastWrite(lookup(schema.ghost.rows.columns, name)),
  };
}

function dropTimeItem(name: string): Item {
  return {
    text: label('edge-dropped-at', { name }),
    valueIn: (schema) => String(lookup(columnsOf(schema), name)?.droppedAt ?? ''),
    writtenIn: (schema) => lookup(schema.ghost.rows.columnfamily?.droppedColumns ?? {}, name)?.ts ?? null,
  };
}

function commentItem(): Item {
  return {
    text: label('edge-comment', {}),
    valueIn: (schema) => schema.comment,
    writtenIn: (schema) => lookup(schema.ghost.rows.columnfamily?.cells ?? {}, 'comment')?.ts ?? null,
  };
}

function changedItem(was: ColumnDefinition, column: ColumnDefinition): readonly Item[] {
  const { name } = column;
  if (was.type !== column.type) {
    return [columnItem(name, label('edge-type', { name, type: cqlTypeName(column.type) }))];
  }
  if (was.kind !== column.kind) {
    return [columnItem(name, label('edge-kind', { name, kind: label(`kind-${column.kind}`, {}) }))];
  }
  return was.droppedAt === column.droppedAt ? [] : [dropTimeItem(name)];
}

const isKeyKind = (kind: ColumnDefinition['kind']): boolean =>
  kind === 'partition_key' || kind === 'clustering_key';

/** The table itself: there, or dropped. */
function tableItem(text: string): Item {
  return {
    text,
    valueIn: ({ version }) => (isDrop(version) ? 'dropped' : 'there'),
    writtenIn: ({ ghost }) => {
      const family = ghost.rows.columnfamily;
      return lookup(family?.cells ?? {}, 'cf_id')?.ts ?? family?.tombstone ?? null;
    },
  };
}

function itemsBetween(from: Schema, to: Schema): readonly Item[] {
  const [wasGone, isGone] = [isDrop(from.version), isDrop(to.version)];
  if (isGone) {
    return wasGone ? [] : [tableItem(`−${to.table}`)];
  }
  const back = wasGone && from.cfId === to.cfId ? [tableItem(`+${to.table}`)] : [];
  const [old, now] = [columnsOf(from), columnsOf(to)];
  const added = to.columns.filter(
    ({ name, kind }) => lookup(old, name) === undefined && !(wasGone && isKeyKind(kind)),
  );
  const gone = from.columns.filter((column) => lookup(now, column.name) === undefined);
  return [
    ...back,
    ...added.map(({ name }) => columnItem(name, `+${name}`)),
    ...gone.map(({ name }) => columnItem(name, `−${name}`)),
    ...to.columns.flatMap((column) => {
      const was = lookup(old, column.name);
      return was === undefined ? [] : changedItem(was, column);
    }),
    ...(from.comment === to.comment ? [] : [commentItem()]),
  ];
}

const texts = new WeakMap<Schema, WeakMap<Schema, readonly string[]>>();

/** What tells two definitions apart: '+email', '−phone', 'age: bigint', 'comment'; else 'timestamps only'. */
export function differences(from: Schema, to: Schema): readonly string[] {
  const ofFrom = texts.get(from) ?? new WeakMap<Schema, readonly string[]>();
  texts.set(from, ofFrom);
  const known = ofFrom.get(to);
  if (known !== undefined) {
    return known;
  }
  const found = itemsBetween(from, to).map((item) => item.text);
  const born = from.cfId === to.cfId || isDrop(to.version) ? [] : [label('edge-new-table', {})];
  const left = isDrop(to.version) ? leftOver(to.ghost.rows) : [];
  const over = left.length === 0 ? [] : [label('edge-left-over', { columns: enumerated(left) })];
  const told = [...born, ...found, ...over];
  const all = told.length > 0 ? told : [label('edge-timestamps', {})];
  ofFrom.set(to, all);
  return all;
}

interface Base {
  readonly schema: Schema;
  /** The state index after the step in which it was asked for. */
  readonly step: number;
}

interface AllBases {
  readonly byTimestamp: Map<number, readonly Base[]>;
  /** The steps of all of them, in order. */
  readonly steps: number[];
}

/** For each ALTER by its timestamp: the definition that its node had when it was asked, which it built on. */
const basesOf: (timeline: Timeline) => AllBases = prefixFold({
  begin: () => ({ byTimestamp: new Map(), steps: [] }),
  extend: ({ byTimestamp, steps }: AllBases, { command }, before, step) => {
    if (isStatement(command) && command.kind === 'alter-table') {
      const node = before.core.nodes.find((one) => one.id === command.node);
      const table = valuesOf(node?.shards[0]?.tables ?? {}).find(
        ({ schema }) => tableId(schema) === tableId(command),
      );
      if (table !== undefined) {
        const base = { schema: table.schema, step };
        byTimestamp.set(command.timestamp, [...(byTimestamp.get(command.timestamp) ?? []), base]);
        steps.push(step);
      }
    }
  },
});

/** The definitions that ALTERs of a timestamp built on; none where it was no ALTER. */
type Bases = (ts: number | null) => readonly Schema[];

/** Those that had been asked for by a step. */
export function basesBy(timeline: Timeline, step: number): Bases {
  const all = basesOf(timeline).byTimestamp;
  return (ts) =>
    (ts === null ? [] : (all.get(ts) ?? [])).filter((one) => one.step <= step).map((one) => one.schema);
}

/** How many there were by a step: as long as it is the same, so is every answer of `basesBy`. */
export const baseCountBy = (timeline: Timeline, step: number): number =>
  basesOf(timeline).steps.filter((one) => one <= step).length;

/**
 * Whether a version has made or taken over a change of the item that `reader` had not heard of. An ALTER writes all columns
 * again: what it found and wrote as it was is no change of its own, but may be one of the version that it built on.
 */
function isChangeUnknownTo(reader: Schema, version: Schema, item: Item, bases: Bases): boolean {
  const written = item.writtenIn(version);
  if (written === null || containsVersion(reader, version)) {
    return false;
  }
  // A table is created and dropped without a definition to build on.
  const before = bases(written);
  return (
    before.length === 0 ||
    before.some(
      (base) =>
        item.valueIn(base) !== item.valueIn(version) ||
        ((item.writtenIn(base) ?? written) < written && isChangeUnknownTo(reader, base, item, bases)),
    )
  );
}

/**
 * Changes of `from` that `to` contains by its rows' order and yet does not have: what they changed was written again
 * by a statement whose node did not know of them. A later drop or change by somebody who knew is not among them, nor is
 * what is new to `from`.
 */
export function overwritten(from: Schema, to: Schema, bases: Bases): readonly string[] {
  return itemsBetween(to, from)
    .filter((item) => {
      const writers = bases(item.writtenIn(to));
      return writers.some(
        (base) => item.valueIn(base) !== item.valueIn(from) && isChangeUnknownTo(base, from, item, bases),
      );
    })
    .map((item) => item.text);
}
