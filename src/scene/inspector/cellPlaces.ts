// Where a cell lies on a node, in memory and in files, and what became of it where no event names it: it came to a file,
// something with a later stamp took its place, or it went with a node's memory.

import type { CellFate, NodeState, SimEvent, Slot } from '../../engine/index.ts';
import { isCollection, lookup, valuesOf } from '../../engine/index.ts';
import type { Moment } from '../moment.ts';
import { label } from '../say.ts';

export interface CellName {
  readonly cfId: string;
  readonly key: string;
  readonly kind: 'static' | 'regular';
  readonly clustering: string;
  /** The column it was written for. */
  readonly column: string;
  readonly statement: string;
  readonly ts: number;
}

export interface FateLine {
  readonly step: number;
  /** Where it happened; null for the client's statement and its answer. */
  readonly node: string | null;
  readonly sentence: string;
}

export const isOurs = (name: CellName, fate: CellFate): boolean =>
  fate.statement === name.statement &&
  fate.ts === name.ts &&
  fate.column === name.column &&
  (fate.kind === 'static' || fate.clustering === null || fate.clustering === name.clustering);

/** What changed about where the cell lies, node by node. */
export function changesOfPlace(moment: Moment, name: CellName, step: number): readonly FateLine[] {
  const taken = moment.timeline.steps[step - 1];
  const before = (moment.timeline.steps[step - 2]?.state ?? moment.timeline.start).core.nodes;
  return (taken?.state.core.nodes ?? []).flatMap((node): FateLine[] => {
    const earlier = before.find((one) => one.id === node.id);
    if (earlier === undefined || earlier === node) {
      return [];
    }
    const events = (taken?.events ?? []).filter((event) => 'node' in event && event.node === node.id);
    const id = changeId(name, { earlier, node }, events);
    return id === null ? [] : [{ step, node: node.id, sentence: label(id, { node: node.id }) }];
  });
}

type Change = 'fate-flushed' | 'fate-replaced' | 'fate-crashed' | 'fate-returned' | 'fate-shadowed';

function changeId(
  name: CellName,
  { earlier, node }: { readonly earlier: NodeState; readonly node: NodeState },
  events: readonly SimEvent[],
): Change | null {
  const [was, is] = [copiesOn(earlier, name), copiesOn(node, name)];
  const told = events.flatMap((event) => (event.kind === 'stored' ? [event.event] : []));
  const isGone = is.memory + is.disk === 0;
  const isDiscarded = told.some((event) => event.kind === 'cell-discarded' && isOurs(name, event.fate));
  if (was.disk < is.disk) {
    return 'fate-flushed';
  }
  if (was.memory > 0 && is.memory === 0 && !node.up) {
    return 'fate-crashed';
  }
  if (was.memory === 0 && is.memory > 0 && told.some((event) => event.kind === 'commitlog-replayed')) {
    return 'fate-returned';
  }
  if (!isGone || isDiscarded) {
    return null;
  }
  if (was.memory + was.disk > 0) {
    return 'fate-replaced';
  }
  const isStored = told.some(
    (event) =>
      event.kind === 'mutation-stored' && event.statement === name.statement && event.key === name.key,
  );
  return isStored ? 'fate-shadowed' : null;
}

interface Copies {
  readonly memory: number;
  readonly disk: number;
}

function copiesOn(node: NodeState, name: CellName): Copies {
  let [memory, disk] = [0, 0];
  for (const shard of node.shards) {
    const table = lookup(shard.tables, name.cfId);
    for (const set of table === undefined ? [] : [table.memtable, table.cache]) {
      const partition = lookup(set.entries, name.key)?.partition;
      const cells =
        name.kind === 'static' ? partition?.static : lookup(partition?.rows ?? {}, name.clustering)?.cells;
      memory += holds(cells ?? [], name) ? 1 : 0;
    }
    for (const sstable of table?.sstables ?? []) {
      const partition = lookup(sstable.partitions, name.key);
      const cells =
        name.kind === 'static' ? partition?.static : lookup(partition?.rows ?? {}, name.clustering)?.cells;
      const slots = valuesOf(cells ?? {}).map(({ slot }) => slot);
      disk += holds(slots, name) ? 1 : 0;
    }
  }
  return { memory, disk };
}

function holds(slots: readonly Slot[], name: CellName): boolean {
  return slots.some((slot) => {
    const cells = slot === null ? [] : isCollection(slot) ? valuesOf(slot.elements) : [slot];
    return cells.some(
      (cell) => cell.statement === name.statement && cell.column === name.column && cell.ts === name.ts,
    );
  });
}
