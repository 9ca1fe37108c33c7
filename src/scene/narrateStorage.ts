// Sentences for what happens inside one table: upgrades, conversions, lost cells, caches, files. A loss says what, where
// and why. What a result leaves out because its reader asked for another version is no loss, and is said differently.

import type { CellFate, DiscardReason, SimEvent, StorageEvent } from '../engine/index.ts';
import { cqlTypeName, unreachable } from '../engine/index.ts';
import { type NarrationContext, rowName, versionName } from './narrationContext.ts';
import { label, say } from './say.ts';
import { writtenValue } from './statementWords.ts';

type Stored = Extract<SimEvent, { kind: 'stored' }>;
type Discarded = Extract<StorageEvent, { kind: 'cell-discarded' }>;
type Upgraded = Extract<StorageEvent, { kind: 'entry-upgraded' }>;

function valueText(context: NarrationContext, fate: CellFate): string {
  const value = writtenValue(context.statements.byId.get(fate.statement), fate.column);
  return value === null ? fate.column : label('quoted', { value });
}

function discarded(context: NarrationContext, node: string, fate: CellFate): string {
  const value = valueText(context, fate);
  const { column } = fate;
  const reason: DiscardReason = fate.reason ?? { kind: 'no-such-column' };
  switch (reason.kind) {
    case 'no-such-column':
      return say('discarded-no-column', { node, value, column });
    case 'other-kind':
      return say('discarded-kind', { node, value, column, kind: reason.to });
    case 'other-type':
      return say('discarded-type', {
        node,
        value,
        type: cqlTypeName(reason.from),
        type2: cqlTypeName(reason.to),
      });
    case 'dropped-before': {
      const [ts, droppedAt] = [String(fate.ts), String(reason.droppedAt)];
      return say('discarded-dropped', { node, value, column, ts, droppedAt });
    }
    default:
      return unreachable(reason);
  }
}

function omitted(context: NarrationContext, node: string, fate: CellFate): string {
  const { column } = fate;
  const reason: DiscardReason = fate.reason ?? { kind: 'no-such-column' };
  switch (reason.kind) {
    case 'no-such-column':
      return say('omitted-no-column', { node, column });
    case 'other-kind':
      return say('omitted-kind', { node, column, kind: reason.to });
    case 'other-type':
      return say('omitted-type', {
        node,
        column,
        type: cqlTypeName(reason.from),
        type2: cqlTypeName(reason.to),
      });
    case 'dropped-before': {
      const [ts, droppedAt] = [String(fate.ts), String(reason.droppedAt)];
      return say('omitted-dropped', { node, value: valueText(context, fate), column, ts, droppedAt });
    }
    default:
      return unreachable(reason);
  }
}

function cellDiscarded(context: NarrationContext, node: string, event: Discarded): string {
  return event.source === 'result'
    ? omitted(context, node, event.fate)
    : discarded(context, node, event.fate);
}

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
      return say('converted-mutation', { node, from, to });
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
      return cellDiscarded(context, node, event);
    case 'commitlog-appended':
      return say('commitlog-appended', { node, row: row(event.key) });
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
