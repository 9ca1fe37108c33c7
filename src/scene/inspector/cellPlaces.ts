// What changed in a step about where a cell lies, node by node and place by place: it came to a memtable, a cache or a
// file, it went from one and why, or it came and was not stored.

import type { NodeState, StorageEvent } from '../../engine/index.ts';
import { type Moment, stateAt } from '../run/moment.ts';
import { label } from '../words/say.ts';
import { type CellName, type Copy, copiesOn, isSamePlace, type Place } from './cellCopies.ts';
import { sourceText } from './storedCells.ts';
import { causeText, storageEventsOf, whyGone, whyNotStored } from './whyGone.ts';

export interface FateLine {
  readonly step: number;
  /** Where it happened; null for the client's statement and its answer. */
  readonly node: string | null;
  readonly sentence: string;
}

/** One node in one step. */
interface Change {
  readonly moment: Moment;
  readonly name: CellName;
  readonly step: number;
  readonly node: string;
  readonly events: readonly StorageEvent[];
}

export function changesOfPlace(moment: Moment, name: CellName, step: number): readonly FateLine[] {
  const before = stateAt(moment.timeline, step - 1).core.nodes;
  const after = stateAt(moment.timeline, step).core.nodes;
  const events = moment.timeline.steps[step - 1]?.events ?? [];
  const ids = new Set([...before, ...after].map(({ id }) => id));
  return [...ids].flatMap((node): FateLine[] => {
    const of = (list: readonly NodeState[]) => list.find(({ id }) => id === node);
    const [was, is] = [of(before), of(after)];
    if (was === is) {
      return [];
    }
    const change = { moment, name, step, node, events: storageEventsOf(events, node, name) };
    const copies = {
      had: copiesOn(moment, { ...change, step: step - 1 }),
      has: copiesOn(moment, change),
      shards: is?.shards.length ?? 0,
    };
    return sentencesOf(change, copies).map((sentence) => ({ step, node, sentence }));
  });
}

interface Copies {
  readonly had: readonly Copy[];
  readonly has: readonly Copy[];
  /** How many the node has. */
  readonly shards: number;
}

function sentencesOf(change: Change, { had, has, shards }: Copies): readonly string[] {
  const came = has.filter((copy) => !had.some((one) => isSamePlace(one, copy)));
  const went = had.filter((copy) => !has.some((one) => isSamePlace(one, copy)));
  const isWritten = came.some(({ source }) => source === 'sstable');
  return [
    // Files first: the cache learns of what is written to them.
    ...came.toSorted((a, b) => b.number - a.number).map((copy) => arrivalOf(change, copy)),
    // The sentence about the file tells from where it was written.
    ...went.filter(({ source }) => !isWritten || source === 'cache').map((copy) => departureOf(change, copy)),
    ...(had.length === 0 && has.length === 0 ? notStored(change, shards) : []),
  ];
}

function arrivalOf({ moment, name, node, events }: Change, copy: Copy): string {
  const { source, number, id, schema } = copy;
  const box = { node, id: String(id ?? ''), version: moment.identities.name(schema?.version ?? null) };
  if (source === 'sstable') {
    const isCompacted = events.some((event) => event.kind === 'sstables-compacted');
    return label(isCompacted ? 'fate-compacted' : 'fate-flushed', { node, number: String(number) });
  }
  if (source === 'cache') {
    return label('fate-cached', box);
  }
  const stored = events.flatMap((event) => (event.kind === 'mutation-stored' ? [event.statement] : []));
  const [first] = stored;
  if (first === undefined) {
    return label('fate-returned', box);
  }
  return stored.includes(name.statement)
    ? label('fate-stored', box)
    : label('fate-brought', { ...box, cause: causeText(moment, first) });
}

function departureOf({ moment, name, step, node }: Change, place: Place): string {
  const why = whyGone(moment, { step, node, name, place });
  return label('fate-gone', { node, source: sourceText(place), because: why === '' ? 'no' : 'yes', why });
}

/** It came with its write, and was not kept. */
function notStored({ moment, name, step, node, events }: Change, shards: number): readonly string[] {
  const isStored = events.some(
    (event) => event.kind === 'mutation-stored' && event.statement === name.statement,
  );
  if (!isStored) {
    return [];
  }
  const why = Array.from({ length: shards }, (_, shard) =>
    whyNotStored(moment, { step, node, name, place: { shard, source: 'memtable', number: 0 } }),
  ).find((one) => one !== '');
  return [label('fate-not-stored', { node, because: why === undefined ? 'no' : 'yes', why: why ?? '' })];
}
