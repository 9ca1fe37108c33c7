// One real entry's vector before and after: the one that is selected; or one that this very step upgraded; or one that
// still stands at an earlier version, converted by the engine's own rules; or the last upgrade that there was.

import type { Entry, NodeState, Schema } from '../engine/index.ts';
import { columnsOfKind, entriesOf, keysOf, lookup, storageRules, upgradePartition } from '../engine/index.ts';
import { tableOn } from './cardEntries.ts';
import { decodedKey } from './entryWords.ts';
import { type Moment, stateAt } from './moment.ts';
import { prefixFold } from './prefixFold.ts';
import { label } from './say.ts';
import type { IdExample, IdVectors } from './scene.ts';
import { tableId } from './seenVersions.ts';
import { isMisread, type UntaggedCells, untaggedReading } from './untaggedReading.ts';
import { boxesOf, type DataKind, type StoredCells } from './vectorBoxes.ts';

type Source = 'memtable' | 'cache';

interface Found {
  readonly node: string;
  readonly shard: number;
  readonly source: Source;
  readonly key: string;
  readonly entry: Entry;
  /** The definition that its table stands at. */
  readonly current: Schema;
}

/** An entry as it was and as it is or would be; `step` is that of a real upgrade. */
interface Shown {
  readonly found: Found;
  readonly before: Entry;
  readonly after: Entry;
  readonly step: number | null;
}

const SOURCES: readonly Source[] = ['memtable', 'cache'];
const KINDS: readonly DataKind[] = ['static', 'regular'];

function entriesOn(moment: Moment, node: NodeState): readonly Found[] {
  return node.shards.flatMap((_shard, shard) => {
    const table = tableOn(moment, node, shard);
    return table === null
      ? []
      : SOURCES.flatMap((source) =>
          entriesOf(table[source].entries).map(([key, entry]) => ({
            node: node.id,
            shard,
            source,
            key,
            entry,
            current: table.schema,
          })),
        );
  });
}

interface Upgrade {
  readonly step: number;
  readonly node: string;
  readonly shard: number;
  readonly source: Source;
  readonly key: string;
  readonly table: string;
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

/** The last upgrade until now, as it really was; null when there was none. */
function lastUpgrade(moment: Moment): Shown | null {
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
  const [before, after] = [entryIn(step - 1), entryIn(step)];
  return before === undefined || after === undefined
    ? null
    : { found: { node, shard, source, key, entry: after, current: after.schema }, before, after, step };
}

function converted(moment: Moment, found: Found, to: Schema): Shown {
  const { entry } = found;
  const rules = storageRules(moment.state.core.config);
  const { partition } = upgradePartition(entry.partition, entry.schema, to, rules);
  return { found, before: entry, after: { schema: to, partition }, step: null };
}

function selectedEntry(moment: Moment, all: readonly Found[]): Found | undefined {
  const { selection } = moment.options;
  if (selection?.kind !== 'entry' && selection?.kind !== 'cell') {
    return undefined;
  }
  return all.find(({ node, shard, source, key }) => `${node}/${shard}/${source}/${key}` === selection.entry);
}

interface Ends {
  readonly old: Schema;
  readonly now: Schema;
}

function choose(moment: Moment, { old, now }: Ends): Shown | null {
  const everywhere = moment.state.core.nodes.flatMap((node) => entriesOn(moment, node));
  const chosen = selectedEntry(moment, everywhere);
  if (!moment.state.core.config.protections.versionTags) {
    // Every entry is taken to be at its table's version: there is nothing to convert from.
    const found =
      chosen ??
      everywhere.find(({ entry, current }) =>
        isMisread(untaggedCells(entry, keysOf(entry.partition.rows)[0]), current),
      ) ??
      everywhere[0];
    return found === undefined ? null : { found, before: found.entry, after: found.entry, step: null };
  }
  const upgraded = lastUpgrade(moment);
  if (chosen !== undefined) {
    const isIts =
      upgraded?.step === moment.step &&
      upgraded.found.key === chosen.key &&
      upgraded.found.node === chosen.node;
    return isIts ? upgraded : converted(moment, chosen, now);
  }
  if (upgraded?.step === moment.step) {
    return upgraded;
  }
  // First where the upgrade would really end there: on a node that stands at that version.
  const isThere = (one: Found) => one.current.version === now.version;
  const all = [...everywhere.filter(isThere), ...everywhere.filter((one) => !isThere(one))];
  const stale = all.find((one) => one.entry.schema.version === old.version);
  if (stale !== undefined && old !== now) {
    return converted(moment, stale, now);
  }
  const other = all.find((one) => one.entry.schema.version !== now.version);
  return other === undefined ? upgraded : converted(moment, other, now);
}

function rowOf(moment: Moment, entry: Entry): string | undefined {
  const { selection } = moment.options;
  const rows = keysOf(entry.partition.rows);
  const wanted = selection?.kind === 'cell' ? selection.row : undefined;
  return rows.find((row) => row === wanted) ?? rows[0];
}

function cellsOf(entry: Entry, kind: DataKind, row: string | undefined): StoredCells {
  const { partition, schema } = entry;
  const cells = kind === 'static' ? partition.static : (lookup(partition.rows, row ?? '')?.cells ?? []);
  return { schema, cells };
}

function untaggedCells(entry: Entry, row: string | undefined): readonly UntaggedCells[] {
  return KINDS.map((kind) => ({ kind, cells: cellsOf(entry, kind, row).cells }));
}

function vectorsOf(moment: Moment, { before, after }: Shown): readonly IdVectors[] {
  const row = rowOf(moment, before);
  return KINDS.flatMap((kind): IdVectors[] => {
    const has = [before, after].some((entry) => columnsOfKind(entry.schema, kind).length > 0);
    if (!has || (kind === 'regular' && row === undefined)) {
      return [];
    }
    const [was, is] = [cellsOf(before, kind, row), cellsOf(after, kind, row)];
    return [
      {
        kind,
        title: label(`kind-${kind}`, {}),
        before: boxesOf(was, kind, null),
        after: boxesOf(is, kind, was),
      },
    ];
  });
}

function title(moment: Moment, { found, before, after, step }: Shown): string {
  const row = decodedKey(after.schema, 'partition_key', found.key);
  const at = { row, node: found.node };
  const version = moment.identities.name(after.schema.version);
  if (!moment.state.core.config.protections.versionTags) {
    return label('example-untagged', { ...at, version });
  }
  if (step !== null) {
    return step === moment.step
      ? label('example-upgraded', at)
      : label('example-earlier', { ...at, step: String(step) });
  }
  if (before.schema.version === after.schema.version) {
    return label('example-stored', { ...at, version });
  }
  return after.schema.version === found.current.version
    ? label('example-touched', at)
    : label('example-read', { ...at, version });
}

/** An example for the way from one definition to another; null when no entry shows it. */
export function idExample(moment: Moment, ends: Ends): IdExample | null {
  const shown = choose(moment, ends);
  if (shown === null) {
    return null;
  }
  const { before, after } = shown;
  const from = moment.identities.of(before.schema.version);
  const to = moment.identities.of(after.schema.version);
  if (from === null || to === null) {
    return null;
  }
  const row = rowOf(moment, before);
  const real = !moment.state.core.config.protections.versionTags;
  return {
    title: title(moment, shown),
    from,
    to,
    vectors: vectorsOf(moment, shown),
    untagged: untaggedReading(untaggedCells(before, row), { schema: after.schema, identity: to }, real),
  };
}
