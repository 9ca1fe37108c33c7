// One real entry's vector before and after: the one that is selected; or one that this very step upgraded; or one that
// still stands at an earlier version, converted by the engine's own rules; or the last upgrade that there was.

import type { Config, Entry, NodeState, Schema } from '../../engine/index.ts';
import {
  columnsOfKind,
  entriesOf,
  keysOf,
  lookup,
  storageRules,
  upgradePartition,
} from '../../engine/index.ts';
import { decodedKey } from '../narration/entryWords.ts';
import { tableOn } from '../node/cardEntries.ts';
import { boxesOf, type DataKind, type StoredCells } from '../node/vectorBoxes.ts';
import { type EntryUpgrade, upgradesOf } from '../run/entryUpgrades.ts';
import { type Moment, stateAt } from '../run/moment.ts';
import type { IdExample, IdVectors } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { isMisread, type UntaggedCells, untaggedReading } from './untaggedReading.ts';

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

/** An entry as it was, and as the conversion alone makes it; `upgrade` is the real one, where there was one. */
interface Shown {
  readonly found: Found;
  readonly before: Entry;
  readonly after: Entry;
  readonly upgrade: EntryUpgrade | null;
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

/** The last upgrade until now, without what the same step wrote on top of it; null when there was none. */
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
  if (before?.schema.version !== upgrade.from || after?.schema.version !== upgrade.to) {
    return null;
  }
  const found = { node, shard, source, key, entry: before, current: after.schema };
  const { config } = stateAt(moment.timeline, step).core;
  return { ...converted(found, after.schema, config), upgrade };
}

function converted(found: Found, to: Schema, config: Config): Shown {
  const { entry } = found;
  const { partition } = upgradePartition(entry.partition, entry.schema, to, storageRules(config));
  return { found, before: entry, after: { schema: to, partition }, upgrade: null };
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
  const { nodes, config } = moment.state.core;
  const everywhere = nodes.flatMap((node) => entriesOn(moment, node));
  const chosen = selectedEntry(moment, everywhere);
  if (!config.protections.versionTags) {
    // Every entry is taken to be at its table's version: there is nothing to convert from.
    const found =
      chosen ??
      everywhere.find(({ entry, current }) =>
        isMisread(untaggedCells(entry, keysOf(entry.partition.rows)[0]), current),
      ) ??
      everywhere[0];
    return found === undefined ? null : { found, before: found.entry, after: found.entry, upgrade: null };
  }
  const upgraded = lastUpgrade(moment);
  if (chosen !== undefined) {
    const isIts =
      upgraded?.upgrade?.step === moment.step &&
      upgraded.found.key === chosen.key &&
      upgraded.found.node === chosen.node;
    return isIts ? upgraded : converted(chosen, now, config);
  }
  if (upgraded?.upgrade?.step === moment.step) {
    return upgraded;
  }
  // First where the upgrade would really end there: on a node that stands at that version.
  const isThere = (one: Found) => one.current.version === now.version;
  const all = [...everywhere.filter(isThere), ...everywhere.filter((one) => !isThere(one))];
  const stale = all.find((one) => one.entry.schema.version === old.version);
  if (stale !== undefined && old !== now) {
    return converted(stale, now, config);
  }
  const other = all.find((one) => one.entry.schema.version !== now.version);
  return other === undefined ? upgraded : converted(other, now, config);
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

function title(moment: Moment, { found, before, after, upgrade }: Shown): string {
  const row = decodedKey(after.schema, 'partition_key', found.key);
  const at = { row, node: found.node };
  const version = moment.identities.name(after.schema.version);
  if (!moment.state.core.config.protections.versionTags) {
    return label('example-untagged', { ...at, version });
  }
  if (upgrade !== null) {
    return upgrade.step !== moment.step
      ? label('example-earlier', { ...at, step: String(upgrade.step) })
      : label(upgrade.written ? 'example-upgraded-write' : 'example-upgraded', at);
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
