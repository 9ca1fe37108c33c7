// Promises about acknowledged data (SPEC I9, I13).

import type { Confirmation, NodeState } from '../../cluster/node.ts';
import { shardOfKey } from '../../cluster/placement.ts';
import { hexToBigint } from '../../cql/integer.ts';
import { itemsNear, itemsOf, NO_ITEMS } from '../../plain/buckets.ts';
import { lookup } from '../../plain/record.ts';
import type { StatementId } from '../../plain/scalars.ts';
import { sliceTable } from '../../schema/rows.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Partition } from '../../storage/partition.ts';
import { isCollection } from '../../storage/partition.ts';
import type { Witness } from '../promise.ts';
import type { Core } from '../state.ts';
import { type LostCell, lostCells, standing, type WrittenCell } from './lostCells.ts';
import { witness } from './witness.ts';

/** Whether somebody has legitimately done away with a cell: its column was dropped at or after its time, or its table. */
function isGivenUp(core: Core, confirmation: Confirmation, cell: WrittenCell): boolean {
  const schema = schemaOf(core, confirmation);
  if (schema === null) {
    return true;
  }
  return core.nodes.some((node) => {
    const row = sliceTable(node.rows, schema.keyspace, schema.table).columnfamily;
    const drop = lookup(row?.droppedColumns ?? {}, cell.column)?.value ?? null;
    return drop !== null && hexToBigint(drop) >= BigInt(cell.ts);
  });
}

/** The table's definition on any node that serves it; null when nobody does. */
function schemaOf(core: Core, { cfId }: Confirmation): Schema | null {
  for (const node of core.nodes) {
    for (const shard of node.shards) {
      const table = lookup(shard.tables, cfId);
      if (table !== undefined) {
        return table.schema;
      }
    }
  }
  return null;
}

/** I9: a confirmed cell of a column that was not dropped is kept by every running replica that confirmed it. */
export function confirmedCellsAreKept(core: Core): Witness | null {
  for (const node of core.nodes) {
    for (const { confirmation, cell } of node.up ? lostCells(core.config, node) : []) {
      if (!isGivenUp(core, confirmation, cell)) {
        const others = core.nodes.filter(
          (other) => other !== node && other.up && lost(core, other, confirmation, cell),
        );
        const nodes = [node.id, ...others.map((other) => other.id)];
        return witness({ kind: 'confirmed-missing' }, { nodes, ...placeOf(confirmation, cell) });
      }
    }
  }
  return null;
}

function placeOf({ key, statement }: Confirmation, { column }: WrittenCell) {
  return { key, column, statement };
}

function lost(core: Core, node: NodeState, confirmation: Confirmation, cell: WrittenCell): boolean {
  const mine = itemsNear(node.confirmations, confirmation.statement).some(
    (own) => own.statement === confirmation.statement,
  );
  return mine && standing(core.config, node, confirmation, cell) === 'gone';
}

/** I13: a cell whose write the client saw succeed is on some node, if only on a stopped one's disk, or something later is. */
export function acknowledgedCellsExist(core: Core): Witness | null {
  for (const { confirmation, cell } of lackedByOne(core)) {
    if (
      isAcknowledged(core, confirmation) &&
      !isGivenUp(core, confirmation, cell) &&
      !core.nodes.some((node) => keeps(core, node, confirmation, cell))
    ) {
      const nodes = core.nodes.map((node) => node.id);
      return witness({ kind: 'acknowledged-missing' }, { nodes, ...placeOf(confirmation, cell) });
    }
  }
  return null;
}

/** Only these can be lacked by all: the cells that a node lacks itself, and those of nodes that have left. */
function* lackedByOne(core: Core): Generator<LostCell> {
  for (const node of core.nodes) {
    yield* lostCells(core.config, node);
  }
  for (const { confirmations } of core.departed ?? []) {
    for (const confirmation of itemsOf(confirmations)) {
      for (const cell of confirmation.cells) {
        yield { confirmation, cell };
      }
    }
  }
}

function isAcknowledged({ nodes, departed = [] }: Core, { statement }: Confirmation): boolean {
  return [...nodes, ...departed].some((node) => lookup(node.results, statement)?.status === 'ok');
}

/** What a stopped node has logged is not lost: its restart brings it back. */
function keeps(core: Core, node: NodeState, confirmation: Confirmation, cell: WrittenCell): boolean {
  return (
    standing(core.config, node, confirmation, cell) !== 'gone' ||
    (!node.up && isLogged(core, node, confirmation))
  );
}

function isLogged(core: Core, node: NodeState, { cfId, key, statement }: Confirmation): boolean {
  const table = lookup(node.shards[shardOfKey(key, core.config.shards)]?.tables ?? {}, cfId);
  return itemsOf(table?.commitlog ?? NO_ITEMS).some(
    (logged) => logged.key === key && isOf(logged.partition, statement),
  );
}

function isOf(partition: Partition, statement: StatementId): boolean {
  const slots = [...partition.static, ...Object.values(partition.rows).flatMap((row) => row.cells)];
  return slots.some((slot) =>
    slot !== null && isCollection(slot)
      ? Object.values(slot.elements).some((element) => element.statement === statement)
      : slot?.statement === statement,
  );
}
