// What the projection needs of the engine, gathered in one place until the engine's public face is complete.
import type { Dict } from '../engine/plain/record.ts';
import type { SystemRow, TableRows } from '../engine/schema/systemTables.ts';
import type { PromiseStatus } from '../engine/sim/promise.ts';
import type { Core, PendingChoice, SimState } from '../engine/sim/state.ts';

export type * from '../engine/cluster/message.ts';
export type * from '../engine/cluster/node.ts';
export type * from '../engine/cluster/nodeId.ts';
export { unreachable } from '../engine/plain/assert.ts';
export { compareText } from '../engine/plain/compare.ts';
export type * from '../engine/plain/record.ts';
export { entriesOf, keysOf, lookup, valuesOf } from '../engine/plain/record.ts';
export type * from '../engine/schema/cell.ts';
export type * from '../engine/schema/schema.ts';
export { columnByName, columnsOfKind } from '../engine/schema/schema.ts';
export type * from '../engine/schema/systemTables.ts';
export type * from '../engine/sim/command.ts';
export type * from '../engine/sim/config.ts';
export type * from '../engine/sim/event.ts';
export type * from '../engine/sim/promise.ts';
export type * from '../engine/sim/protections.ts';
export type * from '../engine/sim/run.ts';
export type * from '../engine/sim/state.ts';
export type * from '../engine/storage/partition.ts';
export { isCollection } from '../engine/storage/partition.ts';

export function decodeText(type: string, hex: string): string | null {
  if (type.endsWith('Int32Type')) return hex.length === 8 ? String(Number.parseInt(hex, 16) | 0) : null;
  return hex.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16)));
}
export function cqlTypeName(type: string): string {
  return type.endsWith('UTF8Type') ? 'text' : type.endsWith('Int32Type') ? 'int' : type;
}
export function leqTableRows(a: TableRows, b: TableRows): boolean {
  const leqRow = (x: SystemRow, y: SystemRow | undefined): boolean =>
    Object.entries(x.cells).every(
      ([name, cell]) => (y?.cells[name]?.ts ?? -1) >= cell.ts || (y?.tombstone ?? -1) >= cell.ts,
    );
  const rows = (r: TableRows): Dict<SystemRow> => r.columns;
  return Object.entries(rows(a)).every(([name, row]) => leqRow(row, rows(b)[name]));
}
export function pendingChoices(_state: SimState): readonly PendingChoice[] {
  return [];
}
export function checkPromises(_core: Core): readonly PromiseStatus[] {
  return [];
}
