// The schema merge (SPEC M1-M9; source: do_merge_schema). Under a node-wide lock: read the tables as they were, join the
// incoming rows, read them again, derive what differs, and let every shard switch to it. With one shard a merge is one
// step; with more, each shard's switch is a step, in any order, because the shards act in parallel without a barrier.

import type { Config } from '../config/config.ts';
import { assert } from '../plain/assert.ts';
import { lookup, withKey } from '../plain/record.ts';
import type { SchemaVersion, ShardId } from '../plain/scalars.ts';
import { joinRows } from '../schema/rows.ts';
import { nodeDigest } from '../schema/version.ts';
import { crashNode } from './crash.ts';
import { alteredKeyspace, deriveChanges } from './mergeDiff.ts';
import type { MergeTask, NodeState, TableChangeOnNode } from './node.ts';
import { endPull, statementsWaitingFor } from './pull.ts';
import { loadedSchema, markSynced } from './registry.ts';
import { endStatement } from './statementEnd.ts';
import { switchShard } from './switchShard.ts';
import type { Turn } from './turn.ts';
import { alivePeers, breach, update } from './turn.ts';

export type MergeRequest = Pick<
  MergeTask,
  'key' | 'origin' | 'from' | 'statement' | 'label' | 'delta' | 'pull' | 'marks'
>;

/**
 * Queues a merge. A push or pull that finds the lock free merges within the same step (nothing could tell the
 * difference: until then it has touched nothing); a DDL's own merge is always a step of its own (M2), because its
 * statement was validated outside the lock.
 */
export function queueMerge(turn: Turn, request: MergeRequest): void {
  const { node } = turn;
  if (node.merges.some((task) => task.key === request.key)) {
    return;
  }
  const task: MergeTask = {
    ...request,
    phase: 'queued',
    before: null,
    changes: [],
    shardsLeft: [],
    problem: null,
  };
  const behind = node.merges.length;
  update(turn, { merges: [...node.merges, task] });
  turn.events.push({
    kind: 'merge-queued',
    node: node.id,
    merge: task.key,
    origin: task.origin,
    from: task.from,
    behind,
  });
  if (turn.config.protections.mergeLock && behind === 0 && task.origin !== 'ddl') {
    advanceMerge(turn, task.key);
  }
}

/** The merges that may take their next step: the first in the queue, or any of them without the lock (M3). */
export function mergesThatMayRun(node: NodeState, config: Config): readonly MergeTask[] {
  const candidates = config.protections.mergeLock ? node.merges.slice(0, 1) : node.merges;
  return candidates.filter((task) => task.phase !== 'publishing');
}

/** Takes the next step of a merge: all of it up to the switch of shards, or, without the lock, one phase (M3). */
export function advanceMerge(turn: Turn, key: string): void {
  const task = turn.node.merges.find((merge) => merge.key === key);
  assert(task !== undefined && task.phase !== 'publishing', 'M2: a merge that waits to be run');
  if (task.phase === 'queued' && !turn.config.protections.mergeLock) {
    setMerge(turn, { ...task, phase: 'read', before: turn.node.rows });
    return;
  }
  applyDelta(turn, { ...task, before: task.before ?? turn.node.rows });
}

function setMerge(turn: Turn, task: MergeTask): void {
  update(turn, { merges: turn.node.merges.map((merge) => (merge.key === task.key ? task : merge)) });
}

/** Steps 2 to 5: join the rows, flush them, find what differs and derive its definitions. */
function applyDelta(turn: Turn, task: MergeTask): void {
  const { config } = turn;
  const before = task.before ?? turn.node.rows;
  const rows = joinRows(turn.node.rows, task.delta, {
    tieBreak: config.protections.deterministicTieBreak ? 'larger' : 'keepFirst',
    cellwise: config.protections.cellwiseMerge,
  });
  update(turn, {
    rows,
    flushedRows: config.protections.schemaFlushedBeforeUse ? rows : turn.node.flushedRows,
  });
  if (alteredKeyspace(before, rows, task.delta) !== null) {
    failMerge(
      turn,
      task,
      `keyspace ${alteredKeyspace(before, rows, task.delta)} differs and cannot be altered`,
    );
    return;
  }
  const derived = deriveChanges(before, rows, task.delta, config);
  if (!derived.ok) {
    turn.events.push({ kind: 'node-aborted', node: turn.node.id, problem: derived.problem });
    crashNode(turn);
    return;
  }
  noteVersions(turn, derived.value);
  const all = turn.node.shards.map((_, shard) => shard);
  setMerge(turn, { ...task, before, phase: 'publishing', changes: derived.value, shardsLeft: all });
  // With the lock nothing can come between; without it another merge may, so publishing is a step of its own (M3).
  const atOnce = config.protections.mergeLock && (all.length === 1 || config.protections.publishToAllShards);
  if (atOnce || derived.value.length === 0) {
    publishOnShards(turn, task.key, all);
  }
}

/** Shard switches that may happen now, by merge: with `publishToAllShards` they happen together, named by shard 0 (M6). */
export function publishesThatMayRun(
  node: NodeState,
  config: Config,
): readonly { readonly merge: string; readonly shard: ShardId }[] {
  return node.merges
    .filter((task) => task.phase === 'publishing')
    .flatMap((task) => {
      const shards = config.protections.publishToAllShards ? task.shardsLeft.slice(0, 1) : task.shardsLeft;
      return shards.map((shard) => ({ merge: task.key, shard }));
    });
}

export function publishMerge(turn: Turn, key: string, shard: ShardId): void {
  const task = turn.node.merges.find((merge) => merge.key === key);
  assert(task?.shardsLeft.includes(shard) === true, 'M6: a shard that has not switched yet');
  publishOnShards(turn, key, turn.config.protections.publishToAllShards ? task.shardsLeft : [shard]);
}

/** Step 6 on some shards; steps 7 and 8 once the last has switched. */
function publishOnShards(turn: Turn, key: string, shards: readonly ShardId[]): void {
  const task = turn.node.merges.find((merge) => merge.key === key);
  assert(task !== undefined, 'M6: a merge that publishes');
  const switched = shards.map((shard) => ({ shard, ...switchThrough(turn, shard, task.changes) }));
  // Marking comes after every switch when all shards publish first (2025); otherwise each shard marks as it switches.
  for (const { shard, done } of switched) {
    for (const { schema } of done) {
      if (schema !== null) {
        markSynced(turn, shard, schema.version, 'merge');
      }
    }
  }
  const shardsLeft = task.shardsLeft.filter((shard) => !shards.includes(shard));
  const problem = switched.find((one) => one.problem !== null)?.problem ?? task.problem;
  const published = { ...task, shardsLeft, problem };
  setMerge(turn, published);
  if (shardsLeft.length > 0) {
    return;
  }
  if (problem === null) {
    finishMerge(turn, published);
  } else {
    failMerge(turn, published, problem);
  }
}

/** One shard takes the changes in order, up to the first that it cannot: the other shards go their own way (M8). */
function switchThrough(
  turn: Turn,
  shard: ShardId,
  changes: readonly TableChangeOnNode[],
): { readonly done: readonly TableChangeOnNode[]; readonly problem: string | null } {
  for (const [i, change] of changes.entries()) {
    const problem = switchShard(turn, shard, change);
    if (problem !== null) {
      return { done: changes.slice(0, i), problem };
    }
  }
  return { done: changes, problem: null };
}

/** Steps 7 and 8: the digest is computed anew, stored and announced; every merge announces, no-ops too (M7). */
function finishMerge(turn: Turn, task: MergeTask): void {
  const { config, node } = turn;
  const digest = nodeDigest(node.rows, { tombstonesOut: config.protections.tombstonesOutOfHash });
  const changed = digest !== node.digest;
  const waiting = task.pull === null ? [] : statementsWaitingFor(turn, task.pull);
  update(turn, {
    digest,
    announceTo: alivePeers(node),
    merges: node.merges.filter((merge) => merge.key !== task.key),
    contained: withVersions(node.contained, task.marks),
  });
  markContained(turn, task.marks);
  turn.events.push({
    kind: 'schema-merged',
    node: node.id,
    merge: task.key,
    origin: task.origin,
    from: task.from,
    statements: task.statement === null ? waiting : [task.statement],
    changed: task.changes.length > 0 || task.before !== node.rows,
    changes: task.changes.map(({ schema, ...change }) => ({ ...change, to: schema?.version ?? null })),
    flushed: config.protections.schemaFlushedBeforeUse,
  });
  turn.events.push({ kind: 'digest-announced', node: node.id, digest, changed });
  if (task.pull !== null) {
    endPull(turn, task.pull, true);
  }
  if (task.origin === 'ddl' && task.statement !== null) {
    endStatement(turn, task.statement, { status: 'ok', problem: '', rows: null });
  }
}

/** A merge that throws after step 2: the rows stay written, the digest is not computed anew (M8). */
function failMerge(turn: Turn, task: MergeTask, problem: string): void {
  update(turn, { merges: turn.node.merges.filter((merge) => merge.key !== task.key) });
  turn.events.push({
    kind: 'merge-failed',
    node: turn.node.id,
    merge: task.key,
    origin: task.origin,
    from: task.from,
    problem,
  });
  if (task.pull !== null) {
    endPull(turn, task.pull, false);
  }
  if (task.origin === 'ddl' && task.statement !== null) {
    const sentence = `The schema was written but could not be put to use: ${problem}.`;
    endStatement(turn, task.statement, { status: 'failed', problem: sentence, rows: null });
  }
}

/** While versions hash definitions, remembers what each stood for; meeting one again with other mutations breaks a promise. */
function noteVersions(turn: Turn, changes: readonly TableChangeOnNode[]): void {
  if (turn.config.protections.versionHash === 'mutations') {
    return;
  }
  for (const { schema } of changes) {
    if (schema === null) {
      continue;
    }
    const { version, ghost } = schema;
    const known = lookup(turn.node.made, version) ?? [];
    if (known.includes(ghost.mutationVersion)) {
      continue;
    }
    update(turn, { made: withKey(turn.node.made, version, [...known, ghost.mutationVersion].sort()) });
    if (known.length > 0) {
      breach(turn, { promise: 'I16', fault: { kind: 'version-returned' }, version, statement: null });
    }
  }
}

/** What is contained is SYNCED as soon as it is known; what is known already, at once (W11). */
function markContained(turn: Turn, versions: readonly SchemaVersion[]): void {
  for (let shard = 0; shard < turn.node.shards.length; shard++) {
    for (const version of versions) {
      if (loadedSchema(turn.node, shard, version) !== null) {
        markSynced(turn, shard, version, 'contained');
      }
    }
  }
}

function withVersions(
  known: readonly SchemaVersion[],
  more: readonly SchemaVersion[],
): readonly SchemaVersion[] {
  const fresh = more.filter((version) => !known.includes(version));
  return fresh.length === 0 ? known : [...known, ...fresh].sort();
}
