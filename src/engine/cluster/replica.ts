// What a replica does with a request of a version it may not know (SPEC W3-W6): LOAD the definition from the source, then
// (for writes) SYNC with the source, then go on. What a request waits for is data (G8): after every input, `resumeTasks`
// looks which waits have ended, in the order of the tasks' keys.

import { unreachable } from '../plain/assert.ts';
import { keysOf, lookup, withKey, withoutKey } from '../plain/record.ts';
import { applyHere } from './applyMutation.ts';
import type { MutationMessage, ReadMessage, StreamMutation } from './message.ts';
import type { ReadTask, Task, WriteTask } from './node.ts';
import { handlerShard } from './placement.ts';
import { beginPull } from './pull.ts';
import {
  beginLoading,
  isSynced,
  loadedSchema,
  markSynced,
  registryEntry,
  setSync,
  takeToShard,
} from './registry.ts';
import { readFailed, serveRead } from './serveRead.ts';
import { streamOf } from './stream.ts';
import type { Turn } from './turn.ts';
import { send, update } from './turn.ts';

/** MUTATION: forwards to the other replicas of this data centre while it applies (W4), and loads the version if it must. */
export function receiveMutation(turn: Turn, message: MutationMessage): void {
  for (const to of message.forward) {
    const from = turn.node.id;
    const key = `MUTATION ${from}>${to} ${message.statement} ${message.attempt}`;
    send(turn, {
      ...message,
      key,
      from,
      fromShard: handlerShard(message.fromShard, turn.config),
      to,
      forward: [],
    });
  }
  const asked = turn.config.protections.syncSource === 'coordinator';
  const task: WriteTask = {
    kind: 'write',
    shard: handlerShard(message.fromShard, turn.config),
    from: asked ? message.replyTo : message.from,
    fromShard: asked ? message.replyShard : message.fromShard,
    statement: message.statement,
    attempt: message.attempt,
    mutation: message.mutation,
    replyTo: message.replyTo,
    replyShard: message.replyShard,
    wait: { on: 'load', version: message.mutation.version },
  };
  beginTask(turn, `write ${message.statement} ${message.attempt} ${message.from}`, task);
}

/** STREAM_MUTATION: like a write of its sender, which is told how it ended (O5). */
export function receiveStream(turn: Turn, message: StreamMutation): void {
  const { from, fromShard, statement, mutation } = message;
  const shard = handlerShard(fromShard, turn.config);
  const wait = { on: 'load', version: mutation.version } as const;
  const reply = { replyTo: from, replyShard: fromShard };
  const task = {
    kind: 'write',
    attempt: 'stream',
    shard,
    from,
    fromShard,
    statement,
    mutation,
    ...reply,
    wait,
  };
  beginTask(turn, `stream ${message.key}`, task as WriteTask);
}

/** READ_DATA, READ_DIGEST, READ_MUTATION_DATA: loads the version if it must. */
export function receiveRead(turn: Turn, message: ReadMessage): void {
  const task: ReadTask = {
    kind: 'read',
    shard: handlerShard(message.fromShard, turn.config),
    from: message.from,
    fromShard: message.fromShard,
    asked: message.verb,
    request: message.request,
    wait: { on: 'load', version: message.request.version },
  };
  beginTask(turn, `read ${message.request.statement} ${message.verb} ${message.from}`, task);
}

function beginTask(turn: Turn, key: string, task: Task): void {
  if (!turn.config.protections.versionTags) {
    // Without tags there is no version to ask about: the bytes are taken as they are.
    finish(turn, task);
    return;
  }
  const { node } = turn;
  const { version } = task.wait;
  const entry = registryEntry(node, task.shard, version);
  update(turn, { tasks: withKey(node.tasks, key, task) });
  if (entry?.load === 'LOADED') {
    return;
  }
  const statement = statementOf(task);
  const joined = entry !== undefined;
  turn.events.push({
    kind: 'request-waits',
    node: node.id,
    shard: task.shard,
    statement,
    wait: { on: 'load', version, joined },
  });
  if (!joined) {
    requestDefinition(turn, task, statement);
  }
}

/** LOAD: GET_SCHEMA_VERSION to the source and its shard (G3). */
function requestDefinition(turn: Turn, task: Task, statement: string): void {
  const { version } = task.wait;
  const id = turn.node.id;
  const sent = send(turn, {
    verb: 'GET_SCHEMA_VERSION',
    key: `GET_SCHEMA_VERSION ${id}.${task.shard}>${task.from} ${version}`,
    from: id,
    fromShard: task.shard,
    to: task.from,
    version,
    shard: task.fromShard,
  });
  if (sent) {
    beginLoading(turn, task.shard, version, task.from);
    turn.events.push({
      kind: 'version-requested',
      node: id,
      shard: task.shard,
      version,
      source: task.from,
      statement,
    });
  }
}

/** Goes on with every request whose wait has ended, until none can go on. Bounded: each task ends or waits for more. */
export function resumeTasks(turn: Turn): void {
  for (let progress = true; progress; ) {
    progress = false;
    for (const key of keysOf(turn.node.tasks)) {
      const task = lookup(turn.node.tasks, key);
      if (task !== undefined && resume(turn, key, task)) {
        progress = true;
      }
    }
  }
}

/** Returns whether the task moved on. */
function resume(turn: Turn, key: string, task: Task): boolean {
  const { version } = task.wait;
  const entry = registryEntry(turn.node, task.shard, version);
  switch (task.wait.on) {
    case 'load':
      if (entry === undefined) {
        end(turn, key, task, `schema version ${version.slice(0, 4)} could not be loaded from ${task.from}`);
        return true;
      }
      if (entry.load === 'LOADING') {
        return false;
      }
      if (mustSync(turn, task) && entry.sync !== 'SYNCED') {
        return beginSync(turn, key, task);
      }
      end(turn, key, task, null);
      return true;
    case 'sync':
      return resumeSync(turn, key, task);
    default:
      return unreachable(task.wait);
  }
}

function mustSync(turn: Turn, task: Task): boolean {
  const { syncBeforeApply, readsSync } = turn.config.protections;
  return syncBeforeApply === 'on' && (task.kind === 'write' || readsSync);
}

/** SYNC, coordinated on shard 0 (G4): joins the one under way, or pulls from the source. */
function beginSync(turn: Turn, key: string, task: Task): boolean {
  const { version } = task.wait;
  const schema = loadedSchema(turn.node, task.shard, version);
  if (schema !== null && task.shard !== 0) {
    takeToShard(turn, schema, task.shard, 0);
  }
  const lead = registryEntry(turn.node, 0, version);
  const joined = lead?.sync === 'SYNCING';
  const statement = statementOf(task);
  update(turn, { tasks: withKey(turn.node.tasks, key, { ...task, wait: { on: 'sync', version } }) });
  if (lead?.sync === 'SYNCED') {
    return true;
  }
  turn.events.push({
    kind: 'request-waits',
    node: turn.node.id,
    shard: task.shard,
    statement,
    wait: { on: 'sync', version, joined },
  });
  if (!joined && beginPull(turn, task.from, version, statement)) {
    setSync(turn, 0, version, 'SYNCING');
  }
  return true;
}

function resumeSync(turn: Turn, key: string, task: Task): boolean {
  const { version } = task.wait;
  const lead = registryEntry(turn.node, 0, version);
  if (isSynced(turn.node, task.shard, version)) {
    end(turn, key, task, null);
    return true;
  }
  if (lead?.sync === 'SYNCED') {
    // #1258: in 2016 only shard 0's entry was marked, so that the apply path refused the mutation elsewhere.
    if (!turn.config.fidelity.shardZeroSyncBug) {
      markSynced(turn, task.shard, version, 'shard');
    }
    end(turn, key, task, null);
    return true;
  }
  if (lead?.sync === 'SYNCING') {
    return false;
  }
  end(turn, key, task, `the merge with ${task.from} failed`);
  return true;
}

/** Takes the task off the list once it is done, so that until then it holds its schema. */
function end(turn: Turn, key: string, task: Task, problem: string | null): void {
  if (problem === null) {
    finish(turn, task);
  } else {
    refuseTask(turn, task, problem);
  }
  update(turn, { tasks: withoutKey(turn.node.tasks, key) });
}

function finish(turn: Turn, task: Task): void {
  if (task.kind === 'read') {
    serveRead(turn, task);
    return;
  }
  const { statement, mutation, shard } = task;
  const problem = applyHere(turn, {
    statement,
    isOwn: false,
    attempt: task.attempt,
    mutation,
    shard,
    schema: loadedSchema(turn.node, shard, mutation.version),
  });
  if (problem !== null) {
    refuseTask(turn, task, problem);
    return;
  }
  const from = turn.node.id;
  const { attempt } = task;
  if (attempt === 'stream') {
    answerStream(turn, task, null);
    return;
  }
  send(turn, {
    verb: 'MUTATION_DONE',
    key: `MUTATION_DONE ${from}>${task.replyTo} ${statement} ${attempt}`,
    from,
    fromShard: shard,
    to: task.replyTo,
    statement,
    attempt,
  });
}

/** A write that fails is logged and not answered: the coordinator just misses a confirmation (W4). */
function refuseTask(turn: Turn, task: Task, problem: string): void {
  if (task.kind === 'read') {
    readFailed(turn, task, problem);
    return;
  }
  const version = task.mutation.version;
  turn.events.push({
    kind: 'mutation-refused',
    node: turn.node.id,
    shard: task.shard,
    statement: task.statement,
    version,
    problem,
  });
  if (task.attempt === 'stream') {
    answerStream(turn, task, problem);
  }
}

function answerStream(turn: Turn, task: WriteTask, problem: string | null): void {
  const from = turn.node.id;
  const { statement, mutation, shard, replyTo: to } = task;
  const key = `STREAM_MUTATION_REPLY ${from}>${to} ${streamOf(mutation, statement)}`;
  send(turn, { verb: 'STREAM_MUTATION_REPLY', key, from, fromShard: shard, to, statement, problem });
}

function statementOf(task: Task): string {
  return task.kind === 'write' ? task.statement : task.request.statement;
}
