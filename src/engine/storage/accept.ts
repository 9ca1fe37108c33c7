// Whether a cell may enter a schema version (SPEC E5): the one predicate behind every conversion, whether the cell comes
// from a vector (its old version says what its id meant) or from an sstable (which names it).

import { isValueCompatible } from '../cql/compatibility.ts';
import type { Dict } from '../plain/record.ts';
import { keysOf } from '../plain/record.ts';
import type { MarshalType, Timestamp } from '../plain/scalars.ts';
import type { ColumnKind, Schema } from '../schema/schema.ts';
import { columnByName } from '../schema/schema.ts';
import type { ClusteringKey, CollectionCell, DataCell, Slot } from './partition.ts';
import { isCollection } from './partition.ts';
import type { StorageRules } from './rules.ts';
import type { CellFate, DiscardReason } from './storageEvent.ts';

export type StoredKind = 'static' | 'regular';

/** Where a stored column's cells go in the target version, or why none of them goes anywhere. */
export interface Place {
  readonly column: string;
  readonly kind: StoredKind;
  readonly fromId: number | null;
  readonly toId: number | null;
  /** Cells stamped at or before it stay behind; null lets all pass. */
  readonly droppedAt: Timestamp | null;
  readonly reason: DiscardReason | null;
}

export interface StoredColumn {
  readonly name: string;
  readonly kind: StoredKind;
  readonly type: MarshalType;
  /** Null in an sstable, whose cells have names and no ids. */
  readonly id: number | null;
}

/** Looks a stored column up in the target version: same name, same kind, a type that accepts the stored bytes (E5). */
export function placeOf(from: StoredColumn, to: Schema, rules: StorageRules): Place {
  const { name: column, kind, id: fromId } = from;
  const target = columnByName(to, column);
  const reason = misfit(from, target);
  if (target === undefined || reason !== null) {
    return { column, kind, fromId, toId: null, droppedAt: null, reason };
  }
  return {
    column,
    kind,
    fromId,
    toId: target.id,
    droppedAt: rules.droppedAt ? target.droppedAt : null,
    reason: null,
  };
}

function misfit(
  from: StoredColumn,
  target: { kind: ColumnKind; type: MarshalType } | undefined,
): DiscardReason | null {
  if (target === undefined) {
    return { kind: 'no-such-column' };
  }
  if (target.kind !== from.kind) {
    return { kind: 'other-kind', from: from.kind, to: target.kind };
  }
  return isValueCompatible(target.type, from.type)
    ? null
    : { kind: 'other-type', from: from.type, to: target.type };
}

/** Why something stamped `ts` does not enter; null when it does. A stamp equal to the drop time does not (E5). */
function refusal(place: Place, ts: Timestamp): DiscardReason | null {
  if (place.reason !== null || place.droppedAt === null || ts > place.droppedAt) {
    return place.reason;
  }
  return { kind: 'dropped-before', droppedAt: place.droppedAt };
}

function enters(place: Place, ts: Timestamp): boolean {
  return place.reason === null && (place.droppedAt === null || ts > place.droppedAt);
}

/**
 * What of a slot enters; the same reference when all of it does, null when nothing does. A collection enters part by
 * part; one that is left empty leaves no slot (the fix of 2018: in 2016 an empty collection remained).
 */
export function acceptedSlot(slot: DataCell | CollectionCell, place: Place): Slot {
  if (place.toId === null) {
    return null;
  }
  if (!isCollection(slot)) {
    return enters(place, slot.ts) ? slot : null;
  }
  const tombstone = slot.tombstone !== null && enters(place, slot.tombstone) ? slot.tombstone : null;
  const keys = keysOf(slot.elements);
  const kept: Record<string, DataCell> = {};
  let count = 0;
  for (const key of keys) {
    const element = slot.elements[key];
    if (element !== undefined && enters(place, element.ts)) {
      kept[key] = element;
      count++;
    }
  }
  if (tombstone === slot.tombstone && count === keys.length) {
    return slot;
  }
  return tombstone === null && count === 0 ? null : { tombstone, elements: kept };
}

/** The fate of each cell in a slot: of the cell, or of each element of the collection. */
export function slotFates(
  slot: DataCell | CollectionCell,
  place: Place,
  clustering: ClusteringKey | null,
): readonly CellFate[] {
  return isCollection(slot)
    ? cellsInOrder(slot.elements).map((element) => cellFate(element, place, clustering))
    : [cellFate(slot, place, clustering)];
}

function cellsInOrder(elements: Dict<DataCell>): readonly DataCell[] {
  return keysOf(elements).flatMap((key) => elements[key] ?? []);
}

function cellFate(cell: DataCell, place: Place, clustering: ClusteringKey | null): CellFate {
  const reason = refusal(place, cell.ts);
  return {
    clustering,
    kind: place.kind,
    column: place.column,
    fromId: place.fromId,
    toId: reason === null ? place.toId : null,
    ts: cell.ts,
    statement: cell.statement,
    reason,
  };
}
