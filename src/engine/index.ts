// The engine's public face: the other layers import only this.

export type * from './cluster/event.ts';
export type * from './cluster/message.ts';
export { messageStatement, messageVersion } from './cluster/messageFacts.ts';
export { needsPull } from './cluster/migration.ts';
export type * from './cluster/node.ts';
export { replicasOf, shardOfKey } from './cluster/placement.ts';
export type { Holder } from './cluster/registry.ts';
export { holdersOf } from './cluster/registry.ts';
export { ringOf } from './cluster/ring.ts';
export { changeLabel } from './cluster/schemaStatement.ts';
export { statementLabel } from './cluster/statementLabel.ts';
export type { Timer } from './cluster/timers.ts';
export { timerFacts } from './cluster/timers.ts';
export type { WaitChain, WaitLink } from './cluster/waitChain.ts';
export { waitChains } from './cluster/waitChain.ts';
export type { Config } from './config/config.ts';
export { configOf } from './config/config.ts';
export type { Fidelity, Protections } from './config/protections.ts';
export { FIDELITY, PROTECTIONS_2016, PROTECTIONS_LATER } from './config/protections.ts';
export type * from './cql/statement.ts';
export { CONSISTENCY_LEVELS } from './cql/statement.ts';
export type { CqlStatement, DataText } from './cql/text/ast.ts';
export type { Completion, KnownTable } from './cql/text/complete.ts';
export { completionsOf } from './cql/text/complete.ts';
export type { Span, SpanKind } from './cql/text/highlight.ts';
export { spansOf } from './cql/text/highlight.ts';
export { nameText, printStatement } from './cql/text/print.ts';
export type { CqlProblem, TextPlace } from './cql/text/problem.ts';
export type { ScriptPart } from './cql/text/script.ts';
export { readScript } from './cql/text/script.ts';
export { cqlTypeName, isMultiCell } from './cql/type.ts';
export { decodeElement, decodeText } from './cql/value.ts';
export type { ExploreOptions, Explorer, Goal } from './explore/explore.ts';
export { createExplorer, explore } from './explore/explore.ts';
export type { FewestMoves, MovesQuestion } from './explore/fewestMoves.ts';
export { fewestMoves } from './explore/fewestMoves.ts';
export type { GraphEdge, GraphNode, GraphState, StateGraph } from './explore/graph.ts';
export { graphOf } from './explore/graph.ts';
export type { NodeOutcome } from './explore/outcome.ts';
export type { Exploration, FoundBreak, FoundEnding, Stop } from './explore/report.ts';
export type { Shortest } from './explore/shortest.ts';
export { shortestTo } from './explore/shortest.ts';
export type { Square, SquareDifference, SquareSide } from './explore/square.ts';
export { squareOf } from './explore/square.ts';
export { unreachable } from './plain/assert.ts';
export { itemsOf } from './plain/buckets.ts';
export { compareText } from './plain/compare.ts';
export {
  COLUMNS_MAX,
  KEYSPACES_MAX,
  LOSS_MAX,
  MESSAGES_MAX,
  NODES_MAX,
  ROWS_MAX,
  SETUP_MAX,
  SHARDS_MAX,
  STEPS_MAX,
  TABLES_MAX,
} from './plain/limits.ts';
export type { Dict } from './plain/record.ts';
export { entriesOf, keysOf, lookup, valuesOf } from './plain/record.ts';
export type { Refusal, Result } from './plain/result.ts';
export { isSameData } from './plain/same.ts';
export type {
  Hex,
  MarshalType,
  NodeId,
  SchemaVersion,
  ShardId,
  StatementId,
  Timestamp,
} from './plain/scalars.ts';
export type { Cell } from './schema/cell.ts';
export { columnMapping } from './schema/columnMapping.ts';
export { equalTableRows, joinTableRows, leqTableRows, liveTableRows, sliceTable } from './schema/rows.ts';
export type { ColumnDefinition, ColumnKind, ColumnMapping, Schema } from './schema/schema.ts';
export { columnByName, columnsOfKind } from './schema/schema.ts';
export { SYSTEM_COLUMNS } from './schema/systemColumns.ts';
export type { SchemaRows, SystemPartition, SystemRow, TableRows } from './schema/systemTables.ts';
export { clusteringKey } from './schema/systemTables.ts';
export type { PreimagePart, VersionPreimage } from './schema/version.ts';
export { preimageOfVersion, tableVersionPreimage } from './schema/version.ts';
export type { AnomalyId } from './sim/anomalies.ts';
export { NOT_PROMISED_2016 } from './sim/anomalies.ts';
export { checkProtections } from './sim/checkCommand.ts';
export { shapeOfEdit } from './sim/checkEdit.ts';
export { checkRunShape } from './sim/checkRun.ts';
export { shapeOfCommand } from './sim/checkShape.ts';
export { clockOf } from './sim/clock.ts';
export type * from './sim/command.ts';
export type { ConditionId } from './sim/conditions.ts';
export { CONDITIONS, protectionsKept } from './sim/conditions.ts';
export type { CostCounter, Costs } from './sim/costs.ts';
export { costsOf } from './sim/costs.ts';
export { countedMoves } from './sim/countedMoves.ts';
export type { ConsoleAnswer, ConsoleSession } from './sim/cqlConsole.ts';
export { answerStatement, NEW_CONSOLE } from './sim/cqlConsole.ts';
export { draw } from './sim/draw.ts';
export type { Edit } from './sim/edit.ts';
export type * from './sim/event.ts';

export type { Flight, Sighting } from './sim/flight.ts';
export { flightOf } from './sim/flight.ts';
export type {
  InspectedCell,
  InspectedEntry,
  InspectedNode,
  InspectedShard,
  InspectedTable,
  Inspection,
} from './sim/inspect.ts';
export { inspect, inspectTable } from './sim/inspect.ts';
export { announcementsFrom, beforeAnnouncements } from './sim/lastAnnouncements.ts';
export type { ChargedEvent } from './sim/ledger.ts';
export { chargesUpTo, ledgersAt } from './sim/ledger.ts';
export { playedCommand } from './sim/loss.ts';
export type { Monitor, MonitoredStep, Plain, Standing } from './sim/monitor.ts';
export { NO_MONITOR, standingAt } from './sim/monitor.ts';
export { linkOf } from './sim/network.ts';
export type { Rejoining } from './sim/parting.ts';
export { firstToldApart, rejoiningOf } from './sim/parting.ts';
export type { Place, PlacesQuery, Preview } from './sim/places.ts';
export { placesFor, previewOf } from './sim/places.ts';
export { pendingChoices } from './sim/policy.ts';
export type { Fault, PromiseId, PromiseStatus, Witness } from './sim/promise.ts';
export { checkPromises } from './sim/promises/promises.ts';
export type { PromiseRow } from './sim/promiseTable.ts';
export { PROMISE_TABLE } from './sim/promiseTable.ts';
export type { Outcome, ProtectionRow } from './sim/protectionTable.ts';
export { offOf2016, PROTECTION_TABLE } from './sim/protectionTable.ts';
export type { RandomFind, RandomOutcome } from './sim/random/randomRun.ts';
export { nthSeed, randomRun } from './sim/random/randomRun.ts';
export type { RandomSettings } from './sim/random/swarm.ts';
export { refusedPlace } from './sim/refusedPlace.ts';
export { firstDifference, replay, replayLenient, replayOn } from './sim/replay.ts';
export type { Rerun } from './sim/rerun.ts';
export { rerun } from './sim/rerun.ts';
export type { Skipped } from './sim/rerunUnder.ts';
export type { ChangeWait } from './sim/ringChange.ts';
export { checkAdding, checkRemoving, everNodes, nextNodeName, waitOfChange } from './sim/ringChange.ts';
export type { Run } from './sim/run.ts';
export { RUN_FORMAT } from './sim/run.ts';
export { anomalyRun } from './sim/showcase/anomalyRuns.ts';
export { protectionRun } from './sim/showcase/protectionRuns.ts';
export type { Showcase } from './sim/showcase/showcase.ts';
export { playShowcase } from './sim/showcase/showcase.ts';
export type * from './sim/state.ts';
export { statementCql } from './sim/statementCql.ts';
export { isStatement } from './sim/step.ts';
export type { Timeline } from './sim/timeline.ts';
export { advance, append, createTimeline, fork, stateAt, stateHash, toRun } from './sim/timeline.ts';
export type { TlcFile, TlcOptions } from './sim/tla/exportForTlc.ts';
export { exportForTlc } from './sim/tla/exportForTlc.ts';
export type { Fact, Reason } from './sim/why/reason.ts';
export type { Inevitable } from './sim/why/wayOut.ts';
export { inevitableFrom } from './sim/why/wayOut.ts';
export type { Break } from './sim/why/why.ts';
export { breakAt, whyBroken } from './sim/why/why.ts';
export type * from './storage/partition.ts';
export { isCollection } from './storage/partition.ts';
export type * from './storage/resultSet.ts';
export { storageRules } from './storage/rules.ts';
export type * from './storage/storageEvent.ts';
export { upgradePartition } from './storage/upgrade.ts';
