// The column strip of a node card: a chip a column in the order of the ids, and what happened to each in this step.

import type { ColumnDefinition, NodeState, Schema } from '../../engine/index.ts';
import { cqlTypeName } from '../../engine/index.ts';
import { type Moment, versionOnShard } from '../run/moment.ts';
import type { ColumnChip, ShardStrip } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { tableOn } from './cardEntries.ts';

function chipChange(
  column: ColumnDefinition,
  was: ColumnDefinition | undefined,
  isNew: boolean,
): ColumnChip['change'] {
  if (was === undefined) {
    return isNew ? 'added' : 'none';
  }
  if (was.type !== column.type || was.kind !== column.kind) {
    return 'retyped';
  }
  return was.id === column.id ? 'none' : 'moved';
}

function chip(
  moment: Moment,
  column: ColumnDefinition,
  change: ColumnChip['change'],
  idBefore: number | null,
): ColumnChip {
  const { name, id, kind } = column;
  const type = cqlTypeName(column.type);
  const { selection } = moment.options;
  const gone = change === 'leaving';
  return {
    key: name,
    name,
    id,
    kind,
    isKey: kind === 'partition_key' || kind === 'clustering_key',
    type,
    droppedAt: column.droppedAt,
    change,
    idBefore,
    selected: selection?.kind === 'column' && selection.column === name,
    label: label('chip', { name, kind: label(`kind-${kind}`, {}), id: String(id), type }),
    reason: gone ? label('chip-gone', {}) : '',
  };
}

/** Columns in select order; those that left in this step stand where they were, marked 'leaving'. */
function chips(moment: Moment, schema: Schema | null, earlier: Schema | null): readonly ColumnChip[] {
  const columns = schema?.columns ?? [];
  const before = earlier?.columns ?? [];
  const present = columns.map((column) => {
    const was = before.find((one) => one.name === column.name);
    return chip(moment, column, chipChange(column, was, earlier !== null), was?.id ?? null);
  });
  const gone = before.filter((was) => columns.every((column) => column.name !== was.name));
  return gone.reduce<readonly ColumnChip[]>((all, was) => {
    const at = before.indexOf(was);
    const place = all.findIndex((one) => before.findIndex((b) => b.name === one.name) > at);
    return all.toSpliced(place < 0 ? all.length : place, 0, chip(moment, was, 'leaving', was.id));
  }, present);
}

/** The columns of each shard while its shards do not stand at one version. */
export function stripsOf(
  moment: Moment,
  node: NodeState,
  before: NodeState | undefined,
): readonly ShardStrip[] {
  const versions = node.shards.map((_shard, shard) => versionOnShard(moment, node, shard));
  if (versions.every((version) => version === versions[0])) {
    return [];
  }
  return versions.map((version, shard) => ({
    shard,
    identity: moment.identities.of(version),
    title: label('shard-title', { shard: String(shard) }),
    columns: columnsOn(moment, node, before, shard),
  }));
}

/** The columns of the selected table on one shard; those that left in this step are among them. */
export function columnsOn(
  moment: Moment,
  node: NodeState,
  before: NodeState | undefined,
  shard: number,
): readonly ColumnChip[] {
  const schema = tableOn(moment, node, shard)?.schema ?? null;
  const earlier = before === undefined ? schema : (tableOn(moment, before, shard)?.schema ?? null);
  return chips(moment, schema, earlier);
}
