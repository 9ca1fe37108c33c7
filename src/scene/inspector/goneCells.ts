// The cells that an entry once had and has no more, and those that a write brought to it and it did not store: each with
// the step and the reason. The entry itself may have gone too.

import type { SchemaVersion, TableState } from '../../engine/index.ts';
import { itemsOf } from '../../engine/index.ts';
import { tableOn } from '../node/cardEntries.ts';
import { type Moment, stateAt } from '../run/moment.ts';
import type { CellName } from './cellCopies.ts';
import { type EntryPlace, entryPlace, memoryCells, type StoredCell } from './storedCells.ts';
import { whyGone, whyNotStored } from './whyGone.ts';

export interface GoneCell {
  /** As it lay there last; without a box when it was never stored. */
  readonly stored: StoredCell;
  /** In which step it went, or came and was not stored. */
  readonly step: number;
  /** A clause; '' where nothing says why. */
  readonly why: string;
  readonly wasStored: boolean;
  /** The version that it was stored at last; null in an sstable. */
  readonly version: SchemaVersion | null;
}

/** An entry as it is, or as it was last; `goneAt` is the step that took it away. */
export interface PlaceOnceThere {
  readonly place: EntryPlace;
  readonly goneAt: number | null;
}

export function placeOnceThere(moment: Moment, entry: string): PlaceOnceThere | null {
  for (let step = moment.step; step >= 0; step--) {
    const place = entryPlace({ ...moment, state: stateAt(moment.timeline, step) }, entry);
    if (place !== null) {
      return { place, goneAt: step === moment.step ? null : step + 1 };
    }
  }
  return null;
}

export function cellName(
  { table, key }: EntryPlace,
  { cell, kind, clustering, element }: StoredCell,
): CellName {
  return {
    cfId: table.schema.cfId,
    key,
    kind,
    clustering,
    column: cell.column,
    statement: cell.statement,
    ts: cell.ts,
    element,
  };
}

const identityOf = ({ cell, row, element }: StoredCell): string =>
  JSON.stringify([row, cell.column, cell.statement, cell.ts, element]);

/** In the order in which they went. */
export function goneCells(moment: Moment, { place }: PlaceOnceThere): readonly GoneCell[] {
  const gone = new Map<string, GoneCell>();
  let before = tableAt(moment, place, 0);
  for (let step = 1; step <= moment.step; step++) {
    const after = tableAt(moment, place, step);
    if (after !== before) {
      const [was, is] = [entryAt(moment, place, step - 1), entryAt(moment, place, step)];
      const stayed = new Set((is?.cells ?? []).map(identityOf));
      const isGone = (stored: StoredCell): boolean => !stayed.has(identityOf(stored));
      const left = [
        ...brought(moment, place, { before, after })
          .filter(isGone)
          .map((stored) => refusedCell(moment, place, stored, step)),
        ...(was?.cells.filter(isGone) ?? []).map((stored) => lostCell(moment, was ?? place, stored, step)),
      ];
      for (const cell of left) {
        const id = identityOf(cell.stored);
        gone.delete(id);
        gone.set(id, cell);
      }
      for (const id of stayed) {
        gone.delete(id);
      }
    }
    before = after;
  }
  return [...gone.values()];
}

function tableAt(moment: Moment, { node, shard }: EntryPlace, step: number): TableState | null {
  const { nodes } = stateAt(moment.timeline, step).core;
  return tableOn(
    moment,
    nodes.find(({ id }) => id === node.id),
    shard,
  );
}

const entryAt = (moment: Moment, { entry }: EntryPlace, step: number): EntryPlace | null =>
  entryPlace({ ...moment, state: stateAt(moment.timeline, step) }, entry);

function lostCell(moment: Moment, was: EntryPlace, stored: StoredCell, step: number): GoneCell {
  const why = whyGone(moment, { step, node: was.node.id, name: cellName(was, stored), place: was });
  return { stored, step, why, wasStored: true, version: was.schema?.version ?? null };
}

interface Change {
  readonly before: TableState | null;
  readonly after: TableState | null;
}

/** What a write brought to the memtable in this step: the commitlog has it all, be it stored or not. */
function brought(
  moment: Moment,
  { source, key }: EntryPlace,
  { before, after }: Change,
): readonly StoredCell[] {
  if (source !== 'memtable' || after === null || after.commitlog === before?.commitlog) {
    return [];
  }
  const known = new Set(before === null ? [] : itemsOf(before.commitlog));
  return itemsOf(after.commitlog)
    .filter((logged) => logged.key === key && !known.has(logged))
    .flatMap(({ version, partition }) => {
      const schema = moment.seen.byVersion.get(version)?.schema;
      return schema === undefined ? [] : memoryCells(partition, schema);
    });
}

function refusedCell(moment: Moment, place: EntryPlace, stored: StoredCell, step: number): GoneCell {
  const why = whyNotStored(moment, { step, node: place.node.id, name: cellName(place, stored), place });
  return { stored: { ...stored, id: null }, step, why, wasStored: false, version: null };
}
