// Which versions a run has seen, in order of first appearance: at the start by node, then step by step, inside a step by
// its events. The order decides how versions look and where they stand in the DAG, so it only ever grows. A dropped table
// stands among them as a point of the DAG, though no version has it.

import type {
  NodeId,
  NodeState,
  Schema,
  SchemaVersion,
  SimEvent,
  SimState,
  Step,
  Timeline,
} from '../../engine/index.ts';
import { valuesOf } from '../../engine/index.ts';
import type { TableKey } from '../shape/scene.ts';
import { prefixFold } from './prefixFold.ts';
import { dropContent, dropKey, droppedRows, schemaOfDrop } from './seenDrops.ts';

export interface SeenVersion {
  readonly version: SchemaVersion;
  readonly schema: Schema;
  /** State index at which it was first there. */
  readonly step: number;
  /** The node that had it first. */
  readonly node: NodeId;
}

export interface SeenVersions {
  /** Versions, in order of first appearance. */
  readonly list: SeenVersion[];
  /** Versions and drops together, in the same order. */
  readonly points: SeenVersion[];
  /** Versions, and drops by their keys. */
  readonly byVersion: Map<SchemaVersion, SeenVersion>;
  /** The keys of drops by what they are (`dropContent`). */
  readonly drops: Map<string, SchemaVersion>;
  /** By `tableId`. */
  readonly tables: Map<string, TableKey>;
}

/** 'keyspace.table', unique because names hold no dot. */
export function tableId(table: TableKey): string {
  return `${table.keyspace}.${table.table}`;
}

function add(seen: SeenVersions, schema: Schema, node: NodeId, step: number): void {
  if (!seen.byVersion.has(schema.version)) {
    const found = { version: schema.version, schema, step, node };
    seen.byVersion.set(schema.version, found);
    seen.list.push(found);
    seen.points.push(found);
    seen.tables.set(tableId(schema), { keyspace: schema.keyspace, table: schema.table });
  }
}

const has = (node: NodeState | undefined, table: string): Schema | undefined =>
  node?.shards
    .flatMap((shard) => valuesOf(shard.tables))
    .map((one) => one.schema)
    .find((schema) => tableId(schema) === table);

/** Tables that a node's rows now say were dropped. */
function addDrops(seen: SeenVersions, node: NodeState, before: NodeState | undefined, step: number): void {
  for (const [id, table] of seen.tables) {
    const rows = has(node, id) === undefined ? droppedRows(node, table) : null;
    const content = rows === null ? '' : dropContent(rows);
    if (rows !== null && !seen.drops.has(content)) {
      const version = dropKey(seen.drops.size);
      const cfId = (has(before, id) ?? lastOf(seen, id))?.cfId ?? '';
      const found = { version, schema: schemaOfDrop(version, rows, cfId), step, node: node.id };
      seen.drops.set(content, version);
      seen.byVersion.set(version, found);
      seen.points.push(found);
    }
  }
}

function lastOf(seen: SeenVersions, id: string): Schema | undefined {
  return seen.points.findLast(({ schema }) => tableId(schema) === id)?.schema;
}

/** The drop of a table at which a node stands, or null. */
export function dropOn(seen: SeenVersions, node: NodeState, table: TableKey | null): SchemaVersion | null {
  const rows = table === null ? null : droppedRows(node, table);
  return rows === null ? null : (seen.drops.get(dropContent(rows)) ?? null);
}

/** Every definition that a node has: current ones first, then those that its registries have loaded. */
function schemasOf(node: NodeState): Schema[] {
  const current = node.shards.flatMap((shard) => valuesOf(shard.tables).map((table) => table.schema));
  const loaded = node.shards.flatMap((shard) =>
    valuesOf(shard.registry).flatMap((entry) => (entry.schema === null ? [] : [entry.schema])),
  );
  return [...current, ...loaded];
}

function versionOfEvent(event: SimEvent): readonly [NodeId, SchemaVersion] | null {
  return event.kind === 'schema-switched' && event.to !== null ? [event.node, event.to] : null;
}

function extend(seen: SeenVersions, step: Step, before: SimState, index: number): void {
  const changed = step.state.core.nodes.filter(
    (node, i) => node !== before.core.nodes[i] && !before.core.nodes.includes(node),
  );
  if (changed.length === 0) {
    return;
  }
  for (const event of step.events) {
    const found = versionOfEvent(event);
    if (found !== null && !seen.byVersion.has(found[1])) {
      const owner = changed.find((node) => node.id === found[0]);
      const schema = owner && schemasOf(owner).find((one) => one.version === found[1]);
      if (schema !== undefined) {
        add(seen, schema, found[0], index);
      }
    }
  }
  for (const node of changed) {
    for (const schema of schemasOf(node)) {
      add(seen, schema, node.id, index);
    }
    addDrops(
      seen,
      node,
      before.core.nodes.find((one) => one.id === node.id),
      index,
    );
  }
}

/** All versions of the run, those of the future included: a reader at playhead p skips those with `step` > p. */
export const seenVersions: (timeline: Timeline) => SeenVersions = prefixFold({
  begin: (start) => {
    const seen: SeenVersions = {
      list: [],
      points: [],
      byVersion: new Map(),
      drops: new Map(),
      tables: new Map(),
    };
    for (const node of start.core.nodes) {
      for (const schema of schemasOf(node)) {
        add(seen, schema, node.id, 0);
      }
    }
    return seen;
  },
  extend,
});
