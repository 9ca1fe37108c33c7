// Who keeps a version alive on a shard, each holder leading on to what it is.

import type { Holder, NodeState, SchemaVersion, ShardId } from '../../engine/index.ts';
import { holdersOf, lookup, unreachable } from '../../engine/index.ts';
import { decodedKey } from '../narration/entryWords.ts';
import type { Moment } from '../run/moment.ts';
import { tableId } from '../run/seenVersions.ts';
import { label } from '../words/say.ts';
import type { Value } from './inspection.ts';
import { statementValue, value } from './values.ts';

export interface RegistryPlace {
  readonly node: NodeState;
  readonly shard: ShardId;
  readonly version: SchemaVersion;
}

export function holderValues(moment: Moment, { node, shard, version }: RegistryPlace): readonly Value[] {
  return holdersOf(node, shard, version, moment.state.core.config.protections.coordinatorHoldsSchema).map(
    (holder) => holderValue(moment, { node, shard, version }, holder),
  );
}

function holderValue(moment: Moment, { node, shard }: RegistryPlace, holder: Holder): Value {
  switch (holder.kind) {
    case 'table': {
      const table = lookup(node.shards[shard]?.tables ?? {}, holder.cfId);
      return value(label('holder-of-table', { table: table?.schema.table ?? '' }));
    }
    case 'memtable':
    case 'cache': {
      const schema = lookup(node.shards[shard]?.tables ?? {}, holder.cfId)?.schema;
      const row = schema === undefined ? holder.key : decodedKey(schema, 'partition_key', holder.key);
      const source = label(`source-${holder.kind}`, {});
      const entry = `${node.id}/${shard}/${holder.kind}/${holder.key}`;
      // An entry is looked up in the table on the screen: one of another table leads nowhere.
      const select =
        schema !== undefined && tableId(schema) === moment.tableId ? { kind: 'entry' as const, entry } : null;
      return value(label('holder-of-entry', { row, source }), { select });
    }
    case 'request':
    case 'coordinator':
      return statementValue(moment, holder.statement);
    case 'prepared':
      return value(label('holder-prepared', { name: holder.name }));
    default:
      return unreachable(holder);
  }
}
