// A cell by its name, and where it lies on a node: in memory, in files, on whichever shard.

import type { CellFate, NodeState, SchemaVersion, Slot } from '../../engine/index.ts';
import { entriesOf, isCollection, lookup, valuesOf } from '../../engine/index.ts';
import type { SourceKind } from '../scene.ts';

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
export interface Place {
  readonly shard: number;
  readonly source: SourceKind;
  /** Which of the sstables, from 1; 0 in memory. */
  readonly number: number;
}

export interface Copy extends Place {
  /** Its box, and the version that the entry is stored at; null in an sstable. */
  readonly id: number | null;
  readonly version: SchemaVersion | null;
}

export const isOurs = (name: CellName, fate: CellFate): boolean =>
  fate.statement === name.statement &&
  fate.ts === name.ts &&
  fate.column === name.column &&
  (fate.kind === 'static' || fate.clustering === null || fate.clustering === name.clustering);

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.shard === b.shard && a.source === b.source && a.number === b.number;

interface Cells<T> {
  readonly static: T;
  readonly rows: Readonly<Record<string, { readonly cells: T }>>;
}

function cellsFor<T>(partition: Cells<T> | undefined, { kind, clustering }: CellName): T | undefined {
  return kind === 'static' ? partition?.static : lookup(partition?.rows ?? {}, clustering)?.cells;
}

/** Files first: the cache learns of what is written to them. */
export function copiesOn(node: NodeState, name: CellName): readonly Copy[] {
  return node.shards.flatMap((state, shard): Copy[] => {
    const table = lookup(state.tables, name.cfId);
    if (table === undefined) {
      return [];
    }
    const inMemory = (['memtable', 'cache'] as const).flatMap((source): Copy[] => {
      const entry = lookup(table[source].entries, name.key);
      const id = cellsFor(entry?.partition, name)?.findIndex((slot) => holds(slot, name)) ?? -1;
      return id < 0 ? [] : [{ shard, source, number: 0, id, version: entry?.schema.version ?? null }];
    });
    const onDisk = table.sstables.flatMap((sstable, i): Copy[] => {
      const cells = cellsFor(lookup(sstable.partitions, name.key), name) ?? {};
      return valuesOf(cells).some(({ slot }) => holds(slot, name))
        ? [{ shard, source: 'sstable', number: i + 1, id: null, version: null }]
        : [];
    });
    return [...onDisk, ...inMemory];
  });
}

function holds(slot: Slot, { statement, column, ts, element }: CellName): boolean {
  const cells = slot === null ? [] : isCollection(slot) ? entriesOf(slot.elements) : [[null, slot] as const];
  return cells.some(
    ([key, cell]) =>
      key === element && cell.statement === statement && cell.column === column && cell.ts === ts,
  );
}
