// One row of a system table under the last-write-wins rules (SPEC R1, R2, R4): cells merge one by one, a tombstone removes
// what is not newer than it, and what it removes is not kept. That normal form makes equal states look equal.

import type { Dict } from '../plain/record.ts';
import type { Timestamp } from '../plain/scalars.ts';
import { type Cell, laterTombstone, mergeCells, shadows, type TieBreak } from './cell.ts';
import type { SystemRow } from './systemTables.ts';

const NO_CELLS: Dict<Cell> = {};

/** What applies to both rows of a join. */
export interface RowJoin {
  /** The tombstone of the partition around them, after the join. */
  readonly partition: Timestamp | null;
  readonly tieBreak: TieBreak;
}

/** The join of two rows in normal form; null when nothing is left. `stored` itself when `incoming` adds nothing (R4). */
export function joinRow(
  stored: SystemRow | null,
  incoming: SystemRow | null,
  join: RowJoin,
): SystemRow | null {
  let tombstone = laterTombstone(stored?.tombstone ?? null, incoming?.tombstone ?? null);
  if (tombstone !== null && shadows(join.partition, tombstone)) {
    tombstone = null;
  }
  const shadow = laterTombstone(tombstone, join.partition);
  const cells = joinCells(stored?.cells ?? NO_CELLS, incoming?.cells ?? NO_CELLS, shadow, join.tieBreak);
  const droppedColumns = joinCells(
    stored?.droppedColumns ?? NO_CELLS,
    incoming?.droppedColumns ?? NO_CELLS,
    shadow,
    join.tieBreak,
  );
  if (tombstone === null && isEmpty(cells) && isEmpty(droppedColumns)) {
    return null;
  }
  if (stored && same(stored, tombstone, cells, droppedColumns)) {
    return stored;
  }
  if (incoming && same(incoming, tombstone, cells, droppedColumns)) {
    return incoming;
  }
  return { tombstone, cells, droppedColumns };
}

function same(
  row: SystemRow,
  tombstone: Timestamp | null,
  cells: Dict<Cell>,
  droppedColumns: Dict<Cell>,
): boolean {
  return row.tombstone === tombstone && row.cells === cells && row.droppedColumns === droppedColumns;
}

/** Cells of both that are newer than `shadow`; one of the two records itself where that is the result. */
function joinCells(
  stored: Dict<Cell>,
  incoming: Dict<Cell>,
  shadow: Timestamp | null,
  tieBreak: TieBreak,
): Dict<Cell> {
  const kept = withoutShadowed(stored, shadow);
  if (stored === incoming) {
    return kept;
  }
  const added = withoutShadowed(incoming, shadow);
  if (isEmpty(kept)) {
    return isEmpty(added) ? kept : added;
  }
  let joined: Record<string, Cell> | null = null;
  let taken = 0;
  const names = Object.keys(added);
  // The order of the names does not matter here: each cell is merged by itself.
  for (const name of names) {
    const cell = added[name] as Cell;
    const before = Object.hasOwn(kept, name) ? kept[name] : undefined;
    const after = before ? mergeCells(before, cell, tieBreak) : cell;
    taken += after === cell ? 1 : 0;
    if (after !== before) {
      joined ??= { ...kept };
      joined[name] = after;
    }
  }
  if (joined === null) {
    return kept;
  }
  // A later ALTER writes whole rows: what it wrote is the same object on every node.
  return taken === names.length && Object.keys(joined).length === taken ? added : joined;
}

function withoutShadowed(cells: Dict<Cell>, shadow: Timestamp | null): Dict<Cell> {
  return shadow === null ? cells : filterCells(cells, (cell) => cell.ts > shadow);
}

function filterCells(cells: Dict<Cell>, keep: (cell: Cell) => boolean): Dict<Cell> {
  const names = Object.keys(cells);
  const kept = names.filter((name) => keep(cells[name] as Cell));
  if (kept.length === names.length) {
    return cells;
  }
  return kept.length === 0 ? NO_CELLS : Object.fromEntries(kept.map((name) => [name, cells[name] as Cell]));
}

/** The row without tombstone and dead cells; null when no live cell is left, the row itself when all of it lives. */
export function liveRow(row: SystemRow): SystemRow | null {
  const cells = filterCells(row.cells, isLive);
  const droppedColumns = filterCells(row.droppedColumns, isLive);
  if (isEmpty(cells) && isEmpty(droppedColumns)) {
    return null;
  }
  return same(row, null, cells, droppedColumns) ? row : { tombstone: null, cells, droppedColumns };
}

function isLive(cell: Cell): boolean {
  return cell.value !== null;
}

/** Whether a row exists: it has no marker, so it exists by its live cells alone (R3). */
export function isLiveRow(row: SystemRow): boolean {
  return Object.values(row.cells).some(isLive) || Object.values(row.droppedColumns).some(isLive);
}

/** Equality by content, tombstones included (R10). */
export function equalRow(a: SystemRow, b: SystemRow): boolean {
  return (
    a === b ||
    (a.tombstone === b.tombstone &&
      equalRecords(a.cells, b.cells, equalCell) &&
      equalRecords(a.droppedColumns, b.droppedColumns, equalCell))
  );
}

function equalCell(a: Cell, b: Cell): boolean {
  return a === b || (a.ts === b.ts && a.value === b.value);
}

/** Whether two records have the same keys and equal values. */
export function equalRecords<T>(a: Dict<T>, b: Dict<T>, equal: (a: T, b: T) => boolean): boolean {
  if (a === b) {
    return true;
  }
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && equal(a[name] as T, b[name] as T))
  );
}

export function isEmpty(record: Dict<unknown>): boolean {
  for (const _ in record) {
    return false;
  }
  return true;
}
