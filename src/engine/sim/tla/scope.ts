// What the model of the merge speaks of (SPEC T1): one table's ADDs, DROPs and writes on one shard of nodes that are up and
// connected. Everything else is refused with a sentence, so that an export never says less than the page.

import type { Config } from '../../config/config.ts';
import type { Protections } from '../../config/protections.ts';
import type { Statement, WriteStatement } from '../../cql/statement.ts';
import { keysOf, valuesOf } from '../../plain/record.ts';
import { equalTableRows, sliceTable, tablesOf } from '../../schema/rows.ts';
import type { Core } from '../state.ts';
import { tableOf } from './modelState.ts';

export interface TableName {
  readonly keyspace: string;
  readonly table: string;
}

/** Protections that the model knows only as they are by default, with what each is about. */
const FIXED: Partial<Record<keyof Protections, Protections[keyof Protections]>> = {
  versionTags: true,
  versionHash: 'mutations',
  tombstonesOutOfHash: true,
  deterministicTieBreak: true,
  registryGrace: false,
  mergeLock: true,
  lazyUpgrade: true,
  containedVersionsSynced: false,
};

/** Why a start lies outside the model, as sentences; empty when it does not. */
export function outsideScope(core: Core, queue: readonly Statement[], of: TableName): readonly string[] {
  return [
    ...configProblems(core.config),
    ...clusterProblems(core, of),
    ...queue.flatMap((statement) => statementProblems(statement, of)),
  ];
}

function configProblems(config: Config): readonly string[] {
  const problems = keysOf(FIXED).flatMap((name) => {
    const wanted = FIXED[name as keyof Protections];
    return config.protections[name as keyof Protections] === wanted
      ? []
      : [`The protection ${name} is known to the model only as ${wanted}.`];
  });
  if (config.protections.syncBeforeApply === 'adoptIncoming') {
    problems.push('The model syncs before it applies or converts to its own version; it does not adopt.');
  }
  if (config.ring !== undefined) {
    problems.push('Nodes have come or gone; the model keeps those that the run began with.');
  }
  if (config.shards > 1) {
    problems.push('The model has one shard in each node.');
  }
  if (new Set(Object.values(config.dataCentres)).size > 1) {
    problems.push('The model has one data centre.');
  }
  return problems;
}

function clusterProblems(core: Core, of: TableName): readonly string[] {
  const problems: string[] = [];
  const say = (isOutside: boolean, sentence: string) => {
    if (isOutside) {
      problems.push(sentence);
    }
  };
  const { nodes, messages, cuts } = core;
  say(
    cuts.length > 0 || nodes.some((node) => Object.values(node.gossip).some(({ alive }) => !alive)),
    'A link is cut; heal it first.',
  );
  say(
    nodes.some((node) => !node.up || node.recentlyStarted),
    'A node is down or has just started; restart it and let a minute pass.',
  );
  say(
    nodes.some((node) => keysOf(node.prepared).length > 0),
    'A statement is prepared; the model has none.',
  );
  say(
    nodes.some((node) => tableOf(of, node) === undefined),
    `A node has no table ${of.keyspace}.${of.table} yet; let its CREATE arrive first.`,
  );
  say(
    nodes.some((node) => keysOf(tableOf(of, node)?.cache.entries ?? {}).length > 0),
    'The cache holds entries; evict them first.',
  );
  say(
    nodes.some((node) => (tableOf(of, node)?.sstables.length ?? 0) > 0),
    'There are sstables; the model keeps everything in memory.',
  );
  say(
    nodes.some((node) => valuesOf(node.handlers).some(({ kind }) => kind === 'read')),
    'A read is under way; let it end first.',
  );
  say(!otherTablesRest(core, of), 'Another table is being written; let that settle first.');
  say(!otherTablesAgree(core, of), 'Another table is being changed; let that settle first.');
  say(new Set(messages.map(({ key }) => key)).size < messages.length, 'A message is on its way twice.');
  return problems;
}

function otherTablesRest({ nodes, messages }: Core, of: TableName): boolean {
  const cfId = nodes.map((node) => tableOf(of, node)?.schema.cfId).find((id) => id !== undefined);
  return (
    nodes.every(
      (node) =>
        valuesOf(node.handlers).every(({ schema }) => schema.cfId === cfId) &&
        valuesOf(node.tasks).every((task) => task.kind === 'read' || task.mutation.cfId === cfId),
    ) && messages.every((message) => message.verb !== 'MUTATION' || message.mutation.cfId === cfId)
  );
}

/** Other tables are left out of the model: they have to be the same everywhere, and hold no data. */
function otherTablesAgree({ nodes }: Core, of: TableName): boolean {
  const others = nodes
    .flatMap(({ rows }) => tablesOf(rows))
    .filter((name) => name.table !== of.table || name.keyspace !== of.keyspace);
  const first = nodes[0];
  return others.every(
    ({ keyspace, table }) =>
      first !== undefined &&
      nodes.every((node) =>
        equalTableRows(sliceTable(first.rows, keyspace, table), sliceTable(node.rows, keyspace, table)),
      ),
  );
}

function statementProblems(statement: Statement, of: TableName): readonly string[] {
  const name = `Statement ${statement.id}`;
  if (!('table' in statement) || statement.table !== of.table || statement.keyspace !== of.keyspace) {
    return [`${name} is not about ${of.keyspace}.${of.table}, and the model has one table.`];
  }
  switch (statement.kind) {
    case 'alter-table': {
      const [change, second] = statement.changes;
      const isKnown = second === undefined && (change?.kind === 'add' || change?.kind === 'drop');
      return isKnown ? [] : [`${name} is no ADD or DROP of one column; the model knows only these.`];
    }
    case 'insert':
    case 'update':
      return isPlainWrite(statement) ? [] : [`${name} is bound to an older version; the model's are not.`];
    default:
      return [`${name} is a ${statement.kind.toUpperCase()}; the model alters and writes, and does no more.`];
  }
}

function isPlainWrite(statement: WriteStatement): boolean {
  return statement.prepared === undefined && statement.schemaVersion === undefined;
}
