// Cells that a step discarded, told from its events: those that an upgrade left behind fall out of their entry's vector,
// those that the conversion of a write left behind never were in one. Each comes with its reason in words.

import type { CellFate, Entry, NodeId, PartitionKey, Schema, SimEvent, Slot } from '../../engine/index.ts';
import { columnsOfKind, cqlTypeName, lookup } from '../../engine/index.ts';
import type { Moment } from '../run/moment.ts';
import { writtenValue } from '../run/statementWords.ts';
import type { FallenCell } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { slotText } from './cellWords.ts';

type Stored = Extract<SimEvent, { kind: 'stored' }>;
type Discarded = Extract<Stored['event'], { kind: 'cell-discarded' }>;

interface Place {
  readonly entry: string;
  readonly node: NodeId;
  readonly shard: number;
  readonly source: 'memtable' | 'cache';
  readonly key: PartitionKey;
}

/** Why a cell did not come along: 'phone: no such column'. */
export function reasonOf(fate: CellFate, ofWrite: boolean): string {
  const { column, reason } = fate;
  const way = ofWrite ? 'fallen-write' : 'fallen';
  switch (reason?.kind) {
    case 'other-kind':
      return label(`${way}-kind`, { column, kind: reason.to });
    case 'other-type':
      return label(`${way}-type`, { type: cqlTypeName(reason.from), type2: cqlTypeName(reason.to) });
    case 'dropped-before': {
      const [ts, droppedAt] = [String(fate.ts), String(reason.droppedAt)];
      return label(`${way}-dropped`, { column, ts, droppedAt });
    }
    default:
      return label(`${way}-no-column`, { column });
  }
}

/** The slot that a fate tells of, in the entry as it was. */
function slotBefore(fate: CellFate, before: Entry | null): Slot | undefined {
  const cells =
    fate.kind === 'static'
      ? before?.partition.static
      : lookup(before?.partition.rows ?? {}, fate.clustering ?? '')?.cells;
  return fate.fromId === null ? undefined : cells?.[fate.fromId];
}

function typeOf(schema: Schema | undefined, fate: CellFate): string | undefined {
  return schema === undefined
    ? undefined
    : columnsOfKind(schema, fate.kind).find((column) => column.name === fate.column)?.type;
}

function fallenCell(moment: Moment, entry: string, event: Discarded, before: Entry | null): FallenCell {
  const { fate } = event;
  const { column, statement } = fate;
  const { selection } = moment.options;
  const ofWrite = event.source === 'mutation';
  const slot = ofWrite ? undefined : slotBefore(fate, before);
  const written = writtenValue(moment.statements.byId.get(fate.statement), fate.column);
  const text =
    slot === undefined || slot === null ? (written ?? '×') : slotText(slot, typeOf(before?.schema, fate));
  const reason = reasonOf(fate, ofWrite);
  return {
    key: `${event.source} ${fate.kind} ${fate.column}`,
    box: ofWrite ? '' : fate.column,
    index: ofWrite ? null : fate.fromId,
    text,
    column,
    statement,
    selected:
      selection?.kind === 'cell' &&
      selection.entry === entry &&
      selection.row === rowKey(fate) &&
      selection.column === column &&
      selection.statement === statement,
    reason,
    label: label('fallen', { value: text, reason }),
  };
}

/** As an EntryRowView is named. */
const rowKey = ({ kind, clustering }: CellFate): string =>
  kind === 'static' ? 'static' : clustering || 'row';

/** What went out of one entry in the step that led here: static cells, and those of each row by its clustering key. */
export interface Fallen {
  readonly static: readonly FallenCell[];
  readonly rows: ReadonlyMap<string, readonly FallenCell[]>;
}

const NOTHING: Fallen = { static: [], rows: new Map() };

/**
 * A write goes to the memtable: what its conversion discarded is told there. A collection of which several elements were
 * discarded counts once.
 */
export function fallenOf(moment: Moment, place: Place, before: Entry | null): Fallen {
  const found = (moment.last?.events ?? []).flatMap((one) =>
    one.kind === 'stored' && isAt(one, place) && one.event.kind === 'cell-discarded' ? [one.event] : [],
  );
  if (found.length === 0) {
    return NOTHING;
  }
  const statics: FallenCell[] = [];
  const rows = new Map<string, FallenCell[]>();
  for (const event of found) {
    const clustering = event.fate.clustering ?? '';
    const list = event.fate.kind === 'static' ? statics : (rows.get(clustering) ?? []);
    const cell = fallenCell(moment, place.entry, event, before);
    if (!list.some((other) => other.key === cell.key)) list.push(cell);
    if (event.fate.kind !== 'static') rows.set(clustering, list);
  }
  return { static: statics, rows };
}

function isAt(stored: Stored, place: Place): boolean {
  const { event } = stored;
  return (
    stored.node === place.node &&
    stored.shard === place.shard &&
    event.kind === 'cell-discarded' &&
    event.key === place.key &&
    (event.source === place.source || (event.source === 'mutation' && place.source === 'memtable'))
  );
}
