// What tells two definitions of a table apart, in short words on an edge; and whether a change was overwritten: contained
// in a later version by its rows' order, and yet not there, because a later ALTER rewrote what it had changed.

import type { ColumnDefinition, Dict, Schema } from '../engine/index.ts';
import { cqlTypeName } from '../engine/index.ts';
import type { HasseEdge } from './dagOrder.ts';
import { label } from './say.ts';

function columnsByName(schema: Schema): Dict<ColumnDefinition> {
  return Object.fromEntries(schema.columns.map((column) => [column.name, column]));
}

/** What tells two definitions apart: '+email', '−phone', 'age: bigint', 'comment'; else 'timestamps only'. */
export function differences(from: Schema, to: Schema): readonly string[] {
  const [old, now] = [columnsByName(from), columnsByName(to)];
  const added = to.columns.filter((column) => !Object.hasOwn(old, column.name)).map((c) => `+${c.name}`);
  const gone = from.columns.filter((column) => !Object.hasOwn(now, column.name)).map((c) => `−${c.name}`);
  const changed = to.columns.flatMap((column) => {
    const was = Object.hasOwn(old, column.name) ? old[column.name] : undefined;
    if (was === undefined) {
      return [];
    }
    if (was.type !== column.type) {
      return [label('edge-type', { name: column.name, type: cqlTypeName(column.type) })];
    }
    if (was.kind !== column.kind) {
      return [label('edge-kind', { name: column.name, kind: label(`kind-${column.kind}`, {}) })];
    }
    return was.droppedAt === column.droppedAt ? [] : [label('edge-dropped-at', { name: column.name })];
  });
  const comment = from.comment === to.comment ? [] : [label('edge-comment', {})];
  const all = [...added, ...gone, ...changed, ...comment];
  return all.length > 0 ? all : [label('edge-timestamps', {})];
}

/** `to` contains `from`, yet something that `from` changed against what lies under it is not there in `to`. */
export function isOverwritten(edge: HasseEdge, edges: readonly HasseEdge[]): boolean {
  const parents = edges.filter((one) => one.to === edge.from).map((one) => one.from);
  const here = columnsByName(edge.to.schema);
  return parents.some((parent) => {
    const base = columnsByName(parent.schema);
    const lacksColumn = edge.from.schema.columns.some((column) => {
      const was = Object.hasOwn(base, column.name) ? base[column.name] : undefined;
      const now = Object.hasOwn(here, column.name) ? here[column.name] : undefined;
      if (was === undefined || was.type !== column.type || was.kind !== column.kind) {
        return now?.type !== column.type || now.kind !== column.kind;
      }
      return false;
    });
    const drops = parent.schema.columns.filter(
      (column) =>
        edge.from.schema.columns.every((one) => one.name !== column.name) && Object.hasOwn(here, column.name),
    );
    const comment =
      edge.from.schema.comment !== parent.schema.comment &&
      edge.to.schema.comment !== edge.from.schema.comment;
    return lacksColumn || drops.length > 0 || comment;
  });
}
