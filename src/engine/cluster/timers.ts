// Timers are derived from the state, never stored: what has to end has a timer (SPEC N5, F3). A timer is keyed by what it
// is about and has no due time here; when it fires is a policy outside the rules.

import { keysOf } from '../plain/record.ts';
import type { NodeId, ShardId, StatementId } from '../plain/scalars.ts';
import type { NodeState } from './node.ts';

export type Timer =
  | { readonly kind: 'pull'; readonly node: NodeId; readonly peer: NodeId }
  | {
      readonly kind: 'write-timeout' | 'read-timeout';
      readonly node: NodeId;
      readonly statement: StatementId;
    }
  | { readonly kind: 'grace'; readonly node: NodeId; readonly shard: ShardId; readonly version: string }
  | { readonly kind: 'uptime'; readonly node: NodeId };

export function timersOf(node: NodeState): readonly Timer[] {
  const timers: Timer[] = node.pullTimers.map((peer) => ({ kind: 'pull', node: node.id, peer }));
  for (const statement of keysOf(node.handlers)) {
    const kind = node.handlers[statement]?.kind === 'write' ? 'write-timeout' : 'read-timeout';
    timers.push({ kind, node: node.id, statement });
  }
  node.shards.forEach((shard, i) => {
    for (const version of keysOf(shard.registry)) {
      if (shard.registry[version]?.inactive === true) {
        timers.push({ kind: 'grace', node: node.id, shard: i, version });
      }
    }
  });
  if (node.recentlyStarted) {
    timers.push({ kind: 'uptime', node: node.id });
  }
  return timers;
}

/** Content and cause in one string. */
export function timerKey(timer: Timer): string {
  switch (timer.kind) {
    case 'pull':
      return `pull ${timer.node}<${timer.peer}`;
    case 'grace':
      return `grace ${timer.node}.${timer.shard} ${timer.version}`;
    case 'uptime':
      return `uptime ${timer.node}`;
    default:
      return `${timer.kind} ${timer.node} ${timer.statement}`;
  }
}

/** What a timer's key says of it: 'pull A<B', 'grace A.0 version', 'uptime A', 'write-timeout A s1'. */
export function timerFacts(key: string): {
  readonly kind: Timer['kind'];
  /** Of a pull; '' of all others. */
  readonly peer: NodeId;
  /** Of a grace; '' of all others. */
  readonly shard: string;
  /** The version or the statement, where there is one; else ''. */
  readonly about: string;
} {
  const [kind = '', place = '', about = ''] = key.split(' ');
  const [, peer = ''] = place.split('<');
  const [, shard = ''] = place.split('.');
  return { kind: kind as Timer['kind'], peer, shard, about };
}
