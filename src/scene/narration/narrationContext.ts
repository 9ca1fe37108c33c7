// What a sentence may refer to: names of versions, statements by id, and the states around the step.

import type {
  NodeState,
  Schema,
  SchemaVersion,
  SimEvent,
  SimState,
  StatementId,
} from '../../engine/index.ts';
import { valuesOf } from '../../engine/index.ts';
import type { Identities } from '../run/identity.ts';
import { type SeenVersions, tableId } from '../run/seenVersions.ts';
import { isMove, labelOfId, type StatementIndex } from '../run/statementWords.ts';
import type { TableKey } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { rowText } from './entryWords.ts';

export interface NarrationContext {
  /** The state index that the step led to: nothing is told that was not known by then. */
  readonly step: number;
  readonly identities: Identities;
  readonly seen: SeenVersions;
  readonly statements: StatementIndex;
  readonly before: SimState;
  readonly after: SimState;
  /** The table that is shown; null when there is none yet. */
  readonly table: TableKey | null;
  /** All events of the step. */
  readonly events: readonly SimEvent[];
}

export function nodeIn(state: SimState, id: string): NodeState | undefined {
  return state.core.nodes.find((node) => node.id === id);
}

/** A node's current definition of a table, on shard 0. */
export function currentSchema(state: SimState, node: string, cfId: string): Schema | undefined {
  return valuesOf(nodeIn(state, node)?.shards[0]?.tables ?? {}).find((table) => table.schema.cfId === cfId)
    ?.schema;
}

/** '+email', 'write', 'read' … of a statement. */
export function labelOf(context: NarrationContext, statement: StatementId | null): string {
  return labelOfId(context.statements.byId, statement);
}

export function versionName(context: NarrationContext, version: SchemaVersion | null): string {
  return context.identities.name(version);
}

/** The same where the sentence names the version's table, or is about it anyway. */
export function nameInTable({ identities }: NarrationContext, version: SchemaVersion | null): string {
  return identities.of(version)?.name ?? identities.name(version);
}

/** What a mutation is: what a client writes, what a read writes back, or a row on its way to its owner to come. */
export function mutationKind(
  { statements }: NarrationContext,
  statement: StatementId | null,
): 'write' | 'repair' | 'move' {
  const given = statement === null ? undefined : statements.byId.get(statement);
  if (given === undefined) {
    return statement !== null && isMove(statement) ? 'move' : 'write';
  }
  return given.kind === 'select' ? 'repair' : 'write';
}

/** A node, or that shard of it which an event is about: each shard has a registry and a schema of its own. */
export function actorOf(
  { after }: NarrationContext,
  { node, shard }: { readonly node: string; readonly shard: number },
): string {
  return after.core.config.shards > 1 ? label('subject-shard', { node, shard: String(shard) }) : node;
}

/** A row's key in words: '1'. */
export function rowName(context: NarrationContext, cfId: string | null, key: string): string {
  return rowText(context.after, cfId, key);
}

/** Whether it is about another table than the one that is shown: then its sentence names the table. */
export function isElsewhere({ table }: NarrationContext, about: object): boolean {
  return table !== null && 'table' in about && tableId(about as TableKey) !== tableId(table);
}

/** For sentences that name a table only when another one is shown. */
export function elsewhere(context: NarrationContext, about: TableKey): { elsewhere: string; table: string } {
  return { elsewhere: isElsewhere(context, about) ? 'yes' : 'no', table: about.table };
}
