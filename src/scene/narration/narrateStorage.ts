// Sentences for what happens inside one table: upgrades, conversions, lost cells, caches, files.

import type { SimEvent, StorageEvent } from '../../engine/index.ts';
import { unreachable } from '../../engine/index.ts';
import { say } from '../words/say.ts';
import { narrateDiscarded } from './narrateDiscarded.ts';
import { actorOf, mutationKind, type NarrationContext, rowName, versionName } from './narrationContext.ts';

type Stored = Extract<SimEvent, { kind: 'stored' }>;
type Upgraded = Extract<StorageEvent, { kind: 'entry-upgraded' }>;

function entryUpgraded(context: NarrationContext, { node, cfId }: Stored, event: Upgraded): string {
  const row = rowName(context, cfId, event.key);
  const moves = new Map<string, readonly [number, number]>();
  for (const fate of event.fates) {
    if (fate.fromId !== null && fate.toId !== null && fate.toId !== fate.fromId) {
      moves.set(fate.column, [fate.fromId, fate.toId]);
    }
  }
  const [first, second] = [...moves];
  if (first === undefined) {
    const [from, to] = [versionName(context, event.from), versionName(context, event.to)];
    return say('entry-upgraded-none', { node, row, from, to });
  }
  const [column, [from, to]] = first;
  if (second === undefined) {
    return say('entry-upgraded', { node, row, column, from: String(from), to: String(to) });
  }
  if (moves.size === 2) {
    const [column2, [, to2]] = second;
    return say('entry-upgraded-2', { node, row, column, to: String(to), column2, to2: String(to2) });
  }
  return say('entry-upgraded-n', { node, row, column, count: moves.size - 1 });
}

function converted(
  context: NarrationContext,
  stored: Stored,
  event: Extract<StorageEvent, { kind: 'converted' }>,
): string {
  const { node } = stored;
  const [from, to] = [versionName(context, event.from), versionName(context, event.to)];
  const row = rowName(context, stored.cfId, event.key);
  switch (event.source) {
    case 'mutation':
    case 'commitlog':
      return say('converted-mutation', { node, by: mutationKind(context, stored.statement), from, to });
    case 'result':
      return say('converted-result', { node, to });
    case 'sstable':
      return say('converted-sstable', { node, row, to });
    case 'memtable':
    case 'cache':
      return say('converted-entry', { node, row, from, to });
    default:
      return unreachable(event.source);
  }
}

/** The sentence of a storage event (at most SENTENCE_LENGTH_MAX characters). */
export function narrateStorage(context: NarrationContext, stored: Stored): string {
  const { node, event, cfId } = stored;
  const row = (key: string): string => rowName(context, cfId, key);
  switch (event.kind) {
    case 'entry-upgraded':
      return entryUpgraded(context, stored, event);
    case 'converted':
      return converted(context, stored, event);
    case 'cell-discarded':
      return narrateDiscarded(context, actorOf(context, stored), event);
    case 'commitlog-appended':
      return say('commitlog-appended', {
        node,
        by: mutationKind(context, stored.statement),
        row: row(event.key),
      });
    case 'mutation-stored':
      return say('mutation-stored', {
        node,
        row: row(event.key),
        version: versionName(context, event.version),
      });
    case 'cache-hit':
      return say('cache-hit', { node, row: row(event.key) });
    case 'cache-missed':
      return say('cache-missed', { node, row: row(event.key) });
    case 'cache-populated':
      return say('cache-populated', { node, row: row(event.key) });
    case 'memtable-flushed':
      return say('memtable-flushed', { node, count: event.entries });
    case 'sstables-compacted':
      return say('sstables-compacted', { node, count: event.from });
    case 'cache-evicted':
      return say('cache-evicted', { node, count: event.keys.length });
    case 'commitlog-replayed':
      return say('commitlog-replayed', { node, count: event.entries });
    case 'commitlog-replay-failed': {
      const version = versionName(context, event.version);
      return say('commitlog-replay-failed', { node, row: row(event.key), version });
    }
    case 'sstable-read-failed':
      return say('sstable-read-failed', { node, row: row(event.key), column: event.column });
    default:
      return unreachable(event);
  }
}
