// How schemas travel (SPEC W1, W5, W10): pushed definitions, pulled schemas, and the gossip of digests that leads to pulls.

import type { Config } from '../config/config.ts';
import type { Protections } from '../config/protections.ts';
import { lookup, withKey } from '../plain/record.ts';
import type { NodeId, SchemaVersion } from '../plain/scalars.ts';
import { sliceTable, tablesOf } from '../schema/rows.ts';
import type { SchemaRows } from '../schema/systemTables.ts';
import { EMPTY_VERSION, tableVersion } from '../schema/version.ts';
import { queueMerge } from './merge.ts';
import type {
  DefinitionsUpdate,
  GetSchemaVersion,
  MigrationReply,
  MigrationRequest,
  SchemaVersionReply,
} from './message.ts';
import type { NodeState } from './node.ts';
import { beginPull, endPull } from './pull.ts';
import { eraseEntry, learn, loadedSchema, registryEntry } from './registry.ts';
import type { Turn } from './turn.ts';
import { breach, send, update } from './turn.ts';

/** DEFINITIONS_UPDATE: merged; a failure is only logged, nobody is told (W1). */
export function receiveDefinitions(turn: Turn, message: DefinitionsUpdate): void {
  const { statement, label, delta, from, versions } = message;
  queueMerge(turn, {
    key: `push ${statement}`,
    origin: 'push',
    from,
    statement,
    label,
    delta,
    pull: null,
    marks: versions,
  });
}

/** MIGRATION_REQUEST: answered with the whole schema as it is now, whatever version was the reason (W5). */
export function receiveMigrationRequest(turn: Turn, message: MigrationRequest): void {
  const from = turn.node.id;
  const to = message.from;
  const { pull } = message;
  const key = `MIGRATION_REPLY ${from}>${to} ${pull}`;
  const sent = send(turn, {
    verb: 'MIGRATION_REPLY',
    key,
    from,
    fromShard: 0,
    to,
    pull,
    rows: turn.node.rows,
  });
  if (sent) {
    turn.events.push({ kind: 'schema-sent', node: from, to });
  }
}

export function receiveMigrationReply(turn: Turn, message: MigrationReply): void {
  const { pull, from, rows } = message;
  if (!Object.hasOwn(turn.node.pulls, pull)) {
    return;
  }
  const marks = turn.config.protections.containedVersionsSynced ? versionsIn(rows, turn.config) : [];
  queueMerge(turn, {
    key: `pull ${pull}`,
    origin: 'pull',
    from,
    statement: null,
    label: '',
    delta: rows,
    pull,
    marks,
  });
}

/** The versions of all tables that some rows define (W11). */
export function versionsIn(rows: SchemaRows, config: Config): readonly SchemaVersion[] {
  const { versionHash, tombstonesOutOfHash } = config.protections;
  const hashing = { hash: versionHash, tombstonesOut: tombstonesOutOfHash };
  return tablesOf(rows).map(({ keyspace, table }) =>
    tableVersion(sliceTable(rows, keyspace, table), hashing),
  );
}

/** GET_SCHEMA_VERSION: the definition, if it is LOADED on the shard that was asked (G2, I10). */
export function receiveGetSchemaVersion(turn: Turn, message: GetSchemaVersion): void {
  const { version, shard, from: to } = message;
  const asked = shard % turn.node.shards.length;
  const schema = loadedSchema(turn.node, asked, version);
  const from = turn.node.id;
  const at = { node: from, shard: asked, version, to };
  if (schema === null) {
    turn.events.push({ kind: 'version-not-found', ...at });
    breach(turn, { promise: 'I10', fault: { kind: 'sender-forgot' }, version, statement: null });
  } else {
    turn.events.push({ kind: 'definition-sent', ...at });
  }
  const key = `SCHEMA_VERSION_REPLY ${from}>${to}.${message.fromShard} ${version}`;
  send(turn, {
    verb: 'SCHEMA_VERSION_REPLY',
    key,
    from,
    fromShard: asked,
    to,
    version,
    shard: message.fromShard,
    schema,
  });
}

/** The end of a load. A definition changes no table (G2): it only becomes known. */
export function receiveSchemaVersion(turn: Turn, message: SchemaVersionReply): void {
  const { version, shard, schema, from } = message;
  if (registryEntry(turn.node, shard, version)?.load !== 'LOADING') {
    return;
  }
  if (schema === null) {
    failLoad(turn, shard, version, from);
    return;
  }
  learn(turn, shard, schema);
  turn.events.push({ kind: 'version-loaded', node: turn.node.id, shard, version, from });
}

/** All waiters fail, the entry is gone, the next request starts afresh (G3). */
export function failLoad(turn: Turn, shard: number, version: SchemaVersion, from: NodeId): void {
  if (registryEntry(turn.node, shard, version)?.load === 'LOADING') {
    eraseEntry(turn, shard, version);
    turn.events.push({ kind: 'version-loading-failed', node: turn.node.id, shard, version, from });
  }
}

/** Hands this node's digest to one peer: returns it, or null when that peer has heard this announcement already (W10). */
export function announce(turn: Turn, peer: NodeId): SchemaVersion | null {
  if (!turn.node.announceTo.includes(peer)) {
    return null;
  }
  update(turn, { announceTo: turn.node.announceTo.filter((other) => other !== peer) });
  return turn.node.digest;
}

/** Hears a peer's digest: even an unchanged one counts as a change (W10). */
export function hearDigest(turn: Turn, from: NodeId, digest: SchemaVersion): void {
  const known = lookup(turn.node.gossip, from);
  update(turn, { gossip: withKey(turn.node.gossip, from, { alive: known?.alive ?? true, digest }) });
  turn.events.push({
    kind: 'digest-heard',
    node: turn.node.id,
    from,
    digest,
    same: digest === turn.node.digest,
  });
  considerPull(turn, from);
}

/** maybe_schedule_schema_pull: at once while recently started, else after a delay in which pushes can land (W10). */
export function considerPull(turn: Turn, peer: NodeId): void {
  const { protections } = turn.config;
  const { node } = turn;
  if (!needsPull(node, peer, protections)) {
    return;
  }
  if (!protections.pullDelay || node.recentlyStarted || node.digest === EMPTY_VERSION) {
    beginPull(turn, peer, null, null);
  } else if (!node.pullTimers.includes(peer)) {
    update(turn, { pullTimers: [...node.pullTimers, peer].sort() });
    turn.events.push({ kind: 'pull-scheduled', node: node.id, peer });
  }
}

/** Whether a node has reason to pull from a peer: by the digest that it has heard, whatever the peer's is by now (W10). */
export function needsPull(node: NodeState, peer: NodeId, { gossipPull }: Protections): boolean {
  const theirs = lookup(node.gossip, peer)?.digest ?? null;
  return gossipPull && theirs !== null && theirs !== node.digest;
}

/** The delay is over: pull if the digests still differ (W10). */
export function pullTimerFired(turn: Turn, peer: NodeId): void {
  const { node } = turn;
  update(turn, { pullTimers: node.pullTimers.filter((other) => other !== peer) });
  if (!needsPull(node, peer, turn.config.protections)) {
    turn.events.push({ kind: 'pull-not-needed', node: node.id, peer });
    return;
  }
  beginPull(turn, peer, null, null);
}

/** The connection to a peer broke: requests to it that are under way fail (F1). */
export function peerLost(turn: Turn, peer: NodeId): void {
  for (const key of Object.keys(turn.node.pulls).sort()) {
    // A reply that has come and only waits for the merge lock is not lost with the connection.
    const isAnswered = turn.node.merges.some((task) => task.pull === key);
    if (turn.node.pulls[key]?.peer === peer && !isAnswered) {
      endPull(turn, key, false);
    }
  }
}
