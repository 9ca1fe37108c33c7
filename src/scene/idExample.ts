// One real entry's vector before and after: an entry that this very step upgraded; or one that still stands at an earlier
// version, with its cells where the later one keeps columns of those names; or the last upgrade that there was. And what it would say without its version: a box
// read under the other version's names.

import type { Entry, NodeState, Schema } from '../engine/index.ts';
import { columnsOfKind, entriesOf, lookup, valuesOf } from '../engine/index.ts';
import { tableOn } from './cardEntries.ts';
import { decodedKey } from './entryWords.ts';
import { type Moment, stateAt } from './moment.ts';
import { prefixFold } from './prefixFold.ts';
import { label } from './say.ts';
import type { BoxView, IdExample } from './scene.ts';
import { tableId } from './seenVersions.ts';
import { boxesOf } from './vectorBoxes.ts';

interface Found {
  readonly node: string;
  readonly key: string;
  readonly entry: Entry;
  /** The version that its node's table stands at. */
  readonly current: string;
}

interface Shown {
  readonly found: Found;
  readonly from: Schema;
  readonly to: Schema;
  readonly before: readonly BoxView[];
  readonly after: readonly BoxView[];
}

function entriesOn(moment: Moment, node: NodeState): readonly Found[] {
  return node.shards.flatMap((_shard, i) => {
    const table = tableOn(moment, node, i);
    return table === null
      ? []
      : [...entriesOf(table.memtable.entries), ...entriesOf(table.cache.entries)]
          .filter(([, entry]) => valuesOf(entry.partition.rows).length > 0)
          .map(([key, entry]) => ({ node: node.id, key, entry, current: table.schema.version }));
  });
}

function cellsOf(entry: Entry): Parameters<typeof boxesOf>[0] {
  return { schema: entry.schema, cells: valuesOf(entry.partition.rows)[0]?.cells ?? [] };
}

/** The first row's regular cells, put where another version keeps columns of their names. */
function remapped(entry: Entry, target: Schema): Parameters<typeof boxesOf>[0] {
  const { cells } = cellsOf(entry);
  const old = columnsOfKind(entry.schema, 'regular');
  const moved = columnsOfKind(target, 'regular').map(
    (column) =>
      cells[old.find((one) => one.name === column.name && one.type === column.type)?.id ?? -1] ?? null,
  );
  return { schema: target, cells: moved };
}

/** Steps that rewrote an entry at another version, with the event: real befores and afters. */
const upgradesOf = prefixFold<Upgrade[]>({
  begin: () => [],
  extend: (kept, step, _before, index) => {
    for (const event of step.events) {
      if (event.kind === 'stored' && event.event.kind === 'entry-upgraded') {
        const { node, shard, keyspace, table } = event;
        const { source, key } = event.event;
        kept.push({ step: index, node, shard, source, key, table: tableId({ keyspace, table }) });
      }
    }
  },
});

interface Upgrade {
  readonly step: number;
  readonly node: string;
  readonly shard: number;
  readonly source: 'memtable' | 'cache';
  readonly key: string;
  readonly table: string;
}

/** The last upgrade until now, as it really was; null when there was none. */
function lastUpgrade(moment: Moment): (Shown & { readonly step: number }) | null {
  const upgrade = upgradesOf(moment.timeline).findLast(
    (one) => one.step <= moment.step && one.table === moment.tableId,
  );
  if (upgrade === undefined) {
    return null;
  }
  const { step, node, shard, source, key } = upgrade;
  const entryIn = (at: number): Entry | undefined => {
    const owner = stateAt(moment.timeline, at).core.nodes.find((one) => one.id === node);
    return lookup(tableOn(moment, owner, shard)?.[source].entries ?? {}, key);
  };
  const [old, now] = [entryIn(step - 1), entryIn(step)];
  if (old === undefined || now === undefined) {
    return null;
  }
  const [before, after] = [cellsOf(old), cellsOf(now)];
  return {
    step,
    found: { node, key, entry: now, current: now.schema.version },
    from: old.schema,
    to: now.schema,
    before: boxesOf(before, 'regular', null),
    after: boxesOf(after, 'regular', before),
  };
}

function forwards(found: Found, to: Schema): Shown {
  const before = cellsOf(found.entry);
  const after = boxesOf(remapped(found.entry, to), 'regular', before);
  return { found, from: found.entry.schema, to, before: boxesOf(before, 'regular', null), after };
}

function choose(moment: Moment, old: Schema, now: Schema): Shown | null {
  const upgraded = lastUpgrade(moment);
  if (upgraded?.step === moment.step) {
    return upgraded;
  }
  const everywhere = moment.state.core.nodes.flatMap((node) => entriesOn(moment, node));
  // First where the upgrade would really end there: on a node that stands at that version.
  const isThere = (one: Found) => one.current === now.version;
  const all = [...everywhere.filter(isThere), ...everywhere.filter((one) => !isThere(one))];
  const stale = all.find((one) => one.entry.schema.version === old.version);
  if (stale !== undefined && old !== now) {
    return forwards(stale, now);
  }
  const moving = all
    .filter((one) => one.entry.schema.version !== now.version)
    .map((one) => forwards(one, now))
    .find((one) => one.after.some((box) => box.movedFrom !== null));
  return moving ?? upgraded;
}

/** What a reader would take the first moved value for, were it to use the later version's names. */
function misread({ before, after }: Shown): string {
  const wrong = before.find((box) => {
    const other = after[box.index ?? -1];
    return box.state === 'live' && other !== undefined && other.means !== box.means;
  });
  const name = after[wrong?.index ?? -1]?.means;
  return wrong === undefined || name === undefined
    ? ''
    : label('example-misread', { name, value: wrong.text });
}

/** An example for the way from one definition to another; null when no entry shows it. */
export function idExample(
  moment: Moment,
  ends: { readonly old: Schema; readonly now: Schema },
): IdExample | null {
  const shown = choose(moment, ends.old, ends.now);
  const [from, to] = [shown?.from, shown?.to].map((schema) => moment.identities.of(schema?.version ?? null));
  if (shown === null || !from || !to) {
    return null;
  }
  const row = decodedKey(shown.to, 'partition_key', shown.found.key);
  const title = label('example-title', { row, node: shown.found.node });
  return { title, from, to, before: shown.before, after: shown.after, sentence: misread(shown) };
}
