// A cell by its name, and where it lies on a node: in memory, in files, on whichever shard.

import type { CellFate, Schema } from '../../engine/index.ts';
import { type Moment, stateAt } from '../run/moment.ts';
import { type EntryPlace, entriesOn, type StoredCell } from './storedCells.ts';

/** A cell is known by who wrote it, for which column, and when. */
export interface CellName {
  readonly cfId: string;
  readonly key: string;
  readonly kind: 'static' | 'regular';
  readonly clustering: string;
  /** The column it was written for. */
  readonly column: string;
  readonly statement: string;
  readonly ts: number;
  /** Of a collection, which element. */
  readonly element: string | null;
}

/** A memtable, a cache or one of the sstables. */
export type Place = Pick<EntryPlace, 'shard' | 'source' | 'number'>;

export interface Copy extends Place {
  /** Its box; null in an sstable. */
  readonly id: number | null;
  readonly schema: Schema | null;
}

export const isOurs = (name: CellName, fate: CellFate): boolean =>
  fate.statement === name.statement &&
  fate.ts === name.ts &&
  fate.column === name.column &&
  (fate.kind === 'static' || fate.clustering === null || fate.clustering === name.clustering);

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.shard === b.shard && a.source === b.source && a.number === b.number;

/** Where a node has the cell at the end of a step. */
export function copiesOn(
  moment: Moment,
  { step, node, name }: { readonly step: number; readonly node: string; readonly name: CellName },
): readonly Copy[] {
  const state = stateAt(moment.timeline, step);
  const found = state.core.nodes.find(({ id }) => id === node);
  const entries = found === undefined ? [] : entriesOn({ ...moment, state }, found, name);
  return entries.flatMap(({ shard, source, number, schema, cells }): Copy[] => {
    const own = cells.find((stored) => isNamed(name, stored));
    return own === undefined ? [] : [{ shard, source, number, schema, id: own.id }];
  });
}

const isNamed = (name: CellName, { cell, kind, clustering, element }: StoredCell): boolean =>
  kind === name.kind &&
  clustering === name.clustering &&
  element === name.element &&
  cell.column === name.column &&
  cell.statement === name.statement &&
  cell.ts === name.ts;
