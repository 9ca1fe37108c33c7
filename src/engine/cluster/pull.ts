// Pulls (SPEC W5, G4): "give me all your changes". A pull for a version is the SYNC of that version: one per node and
// version, whoever asked; it is coordinated on shard 0, whose registry entry is SYNCING meanwhile. A pull for gossip is
// keyed by its peer.

import { valuesOf, withKey, withoutKey } from '../plain/record.ts';
import type { NodeId, SchemaVersion, StatementId } from '../plain/scalars.ts';
import { isSynced, markSynced, notePulled, registryEntry, setSync } from './registry.ts';
import type { Turn } from './turn.ts';
import { breach, send, update } from './turn.ts';

/** Sends MIGRATION_REQUEST to `peer`; false when that cannot be sent (the peer is believed down). */
export function beginPull(
  turn: Turn,
  peer: NodeId,
  version: SchemaVersion | null,
  statement: StatementId | null,
): boolean {
  const key = version === null ? `gossip ${peer}` : `sync ${version}`;
  if (Object.hasOwn(turn.node.pulls, key)) {
    return true;
  }
  const id = turn.node.id;
  const sent = send(turn, {
    verb: 'MIGRATION_REQUEST',
    key: `MIGRATION_REQUEST ${id}>${peer} ${key}`,
    from: id,
    fromShard: 0,
    to: peer,
    pull: key,
  });
  if (!sent) {
    return false;
  }
  turn.events.push({ kind: 'schema-requested', node: id, peer, version, statement });
  if (version !== null && registryEntry(turn.node, 0, version)?.pulled === true) {
    breach(turn, { promise: 'I12', fault: { kind: 'pulled-again' }, version, statement });
  }
  update(turn, { pulls: withKey(turn.node.pulls, key, { peer, version, statement }) });
  return true;
}

/** The pull's merge is done, or the pull failed: its version is SYNCED, or NOT_SYNCED again and all who waited fail (G4). */
export function endPull(turn: Turn, key: string, succeeded: boolean): void {
  const pull = turn.node.pulls[key];
  if (pull === undefined) {
    return;
  }
  update(turn, { pulls: withoutKey(turn.node.pulls, key) });
  const { version } = pull;
  if (version === null) {
    return;
  }
  if (succeeded) {
    notePulled(turn, 0, version);
    markSynced(turn, 0, version, 'pull');
  } else if (!isSynced(turn.node, 0, version)) {
    setSync(turn, 0, version, 'NOT_SYNCED');
    turn.events.push({ kind: 'version-sync-failed', node: turn.node.id, shard: 0, version });
  }
}

/** The statements whose requests wait for a pull, the one that started it first. */
export function statementsWaitingFor(turn: Turn, key: string): readonly StatementId[] {
  const pull = turn.node.pulls[key];
  if (pull === undefined || pull.version === null) {
    return [];
  }
  const waiting = valuesOf(turn.node.tasks)
    .filter((task) => task.wait.on === 'sync' && task.wait.version === pull.version)
    .map((task) => (task.kind === 'write' ? task.statement : task.request.statement));
  const first = pull.statement === null ? [] : [pull.statement];
  return [...new Set([...first, ...waiting])];
}
