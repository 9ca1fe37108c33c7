// Why a cell left a place, or never came to lie there, as a clause: it was discarded by a conversion, written elsewhere,
// evicted, outranked by something with a later stamp, or it went with its node's memory.

import type { DataSource, SimEvent, StatementId, StorageEvent } from '../../engine/index.ts';
import { lookup } from '../../engine/index.ts';
import { decodedKey } from '../narration/entryWords.ts';
import { reasonOf } from '../node/fallenCells.ts';
import { type Moment, stateAt } from '../run/moment.ts';
import { label } from '../words/say.ts';
import { type CellName, copiesOn, isOurs, type Place } from './cellCopies.ts';
import { entryPlace, type StoredCell, type Tombstone } from './storedCells.ts';

interface Leaving {
  readonly step: number;
  readonly node: string;
  readonly name: CellName;
  readonly place: Place;
}

/** Where a node's state has an entry, as the cards name it. */
function entryKeyOf(node: string, { shard, source, number }: Place, key: string): string {
  return `${node}/${shard}/${source === 'sstable' ? `sstable ${number}` : source}/${key}`;
}

/** 'write s3'; what is no statement goes by its own name: 'join D'. */
export function causeText(moment: Moment, statement: StatementId): string {
  return moment.statements.byId.has(statement)
    ? label('inspect-statement', { what: moment.words.label(statement), statement })
    : statement;
}

export function storageEventsOf(
  events: readonly SimEvent[],
  node: string,
  { cfId, key }: Pick<CellName, 'cfId' | 'key'>,
): readonly StorageEvent[] {
  return events.flatMap((one) =>
    one.kind === 'stored' &&
    one.node === node &&
    one.cfId === cfId &&
    (!('key' in one.event) || one.event.key === key)
      ? [one.event]
      : [],
  );
}

/** Why the cell went from this place in this step; '' where nothing says why. */
export function whyGone(moment: Moment, leaving: Leaving): string {
  const { step, node: id, name, place } = leaving;
  const events = storageEventsOf(moment.timeline.steps[step - 1]?.events ?? [], id, name);
  const discarded = whyDiscarded(events, name, place.source);
  if (discarded !== null) {
    return discarded;
  }
  const node = stateAt(moment.timeline, step).core.nodes.find((one) => one.id === id);
  if (node === undefined) {
    return label('why-left', { node: id });
  }
  if (!node.up && place.source !== 'sstable') {
    return label('why-crashed', { node: id });
  }
  if (node.shards.every(({ tables }) => lookup(tables, name.cfId) === undefined)) {
    return label('why-table-dropped', {});
  }
  return whyMoved(moment, leaving, events) ?? whyOutranked(moment, leaving);
}

function whyDiscarded(events: readonly StorageEvent[], name: CellName, source: DataSource): string | null {
  const discarded = events.find(
    (event) => event.kind === 'cell-discarded' && event.source === source && isOurs(name, event.fate),
  );
  return discarded?.kind === 'cell-discarded' ? reasonOf(discarded.fate, false) : null;
}

/** Why a write that came in this step was not stored here: its conversion discarded it, or what lies there outranks it. */
export function whyNotStored(moment: Moment, leaving: Leaving): string {
  const { step, node, name } = leaving;
  const events = storageEventsOf(moment.timeline.steps[step - 1]?.events ?? [], node, name);
  const discarded = whyDiscarded(events, name, 'mutation');
  if (discarded !== null) {
    return discarded;
  }
  const rival = rivalOf(moment, leaving);
  return rival === null ? '' : label('why-outranked', { rival: rival.text });
}

/** It was written to a file, or let go by the cache. */
function whyMoved(moment: Moment, leaving: Leaving, events: readonly StorageEvent[]): string | null {
  const { name, place } = leaving;
  const isAbout = (kind: StorageEvent['kind']): boolean => events.some((event) => event.kind === kind);
  const file = copiesOn(moment, leaving).find(({ source }) => source === 'sstable');
  const number = String(file?.number ?? '');
  switch (place.source) {
    case 'memtable':
      return file !== undefined && isAbout('memtable-flushed') ? label('why-flushed', { number }) : null;
    case 'cache':
      return events.some((event) => event.kind === 'cache-evicted' && event.keys.includes(name.key))
        ? label('why-evicted', {})
        : null;
    default:
      return file !== undefined && isAbout('sstables-compacted') ? label('why-compacted', { number }) : null;
  }
}

/** What lies in its stead at the end of the step. */
interface Rival {
  readonly kind: 'cell' | 'dead' | 'tombstone';
  /** Who wrote it, or the tombstone itself. */
  readonly text: string;
}

function whyOutranked(moment: Moment, leaving: Leaving): string {
  const rival = rivalOf(moment, leaving);
  switch (rival?.kind) {
    case 'cell':
      return label('why-overwritten', { statement: rival.text });
    case 'dead':
      return label('why-deleted', { statement: rival.text });
    default:
      return rival?.text ?? '';
  }
}

function rivalOf(moment: Moment, { step, node, name, place }: Leaving): Rival | null {
  const state = stateAt(moment.timeline, step);
  // Compaction makes one file of all.
  const at = place.source === 'sstable' ? { ...place, number: 1 } : place;
  const now = entryPlace({ ...moment, state }, entryKeyOf(node, at, name.key));
  const cell = now?.cells.filter((one) => outranks(name, one)).sort(sameElementFirst(name))[0]?.cell;
  if (cell !== undefined) {
    return { kind: cell.value === null ? 'dead' : 'cell', text: causeText(moment, cell.statement) };
  }
  const tombstone = now?.tombstones.find((one) => covers(name, one));
  if (now === null || tombstone === undefined) {
    return null;
  }
  const { of, clustering, ts } = tombstone;
  const row = decodedKey(now.table.schema, 'clustering_key', clustering);
  const [deletion, second] = [...moment.statements.byId.values()].filter(
    ({ kind, timestamp }) => kind === 'delete' && timestamp === ts,
  );
  return deletion === undefined || second !== undefined
    ? { kind: 'tombstone', text: label('tombstone-of', { of, row, ts: String(ts) }) }
    : { kind: 'dead', text: causeText(moment, deletion.id) };
}

/** A collection that was written anew leaves nothing of what was in it before. */
const outranks = (name: CellName, { kind, clustering, means, cell, element }: StoredCell): boolean =>
  kind === name.kind &&
  clustering === name.clustering &&
  means === name.column &&
  (element === name.element ? cell.ts >= name.ts : cell.ts > name.ts);

const sameElementFirst =
  ({ element }: CellName) =>
  (a: StoredCell, b: StoredCell): number =>
    Number(b.element === element) - Number(a.element === element);

const covers = (name: CellName, { of, clustering, ts }: Tombstone): boolean =>
  ts >= name.ts &&
  (of === 'partition' ||
    (name.kind === 'regular' &&
      (clustering === name.clustering || (of === 'range' && isPrefix(clustering, name)))));

const isPrefix = (prefix: string, { clustering }: CellName): boolean =>
  prefix === '' || clustering.startsWith(`${prefix}:`);
