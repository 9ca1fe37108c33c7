// What the projection needs of the engine, gathered in one place until the engine's public face is complete.

export type * from '../engine/cluster/message.ts';
export type * from '../engine/cluster/node.ts';
export type * from '../engine/cluster/nodeId.ts';
export type * from '../engine/plain/record.ts';
export type * from '../engine/schema/cell.ts';
export type * from '../engine/schema/schema.ts';
export type * from '../engine/schema/systemTables.ts';
export type * from '../engine/sim/command.ts';
export type * from '../engine/sim/config.ts';
export type * from '../engine/sim/event.ts';
export type * from '../engine/sim/promise.ts';
export type * from '../engine/sim/protections.ts';
export type * from '../engine/sim/run.ts';
export type * from '../engine/sim/state.ts';
export type * from '../engine/storage/partition.ts';
