// Sentences for cells that a conversion leaves behind. A loss says what, where and why; several in one step are counted.
// What a result leaves out because its reader asked for another version is no loss, and is said differently.

import type { CellFate, DiscardReason, StorageEvent } from '../../engine/index.ts';
import { cqlTypeName, unreachable } from '../../engine/index.ts';
import { writtenValue } from '../run/statementWords.ts';
import { label, say } from '../words/say.ts';
import { actorOf, type NarrationContext, versionName } from './narrationContext.ts';

type Discarded = Extract<StorageEvent, { kind: 'cell-discarded' }>;
interface Lost {
  /** The node, or its shard. */
  readonly node: string;
  readonly event: Discarded;
}

function valueText(context: NarrationContext, fate: CellFate): string {
  const { column } = fate;
  const statement = context.statements.byId.get(fate.statement);
  const value = writtenValue(statement, column);
  if (statement?.kind === 'delete' || value === 'null') {
    return label('word-deletion', { column });
  }
  return value === null ? column : label('quoted', { value });
}

/** Why a cell is dropped; `others` are dropped with it for the same reason. */
function discarded(node: string, value: string, fate: CellFate, others: number): string {
  const { column } = fate;
  const reason: DiscardReason = fate.reason ?? { kind: 'no-such-column' };
  switch (reason.kind) {
    case 'no-such-column':
      return say('discarded-no-column', { node, value, others, column });
    case 'other-kind':
      return say('discarded-kind', { node, value, others, column, kind: reason.to });
    case 'other-type':
      return say('discarded-type', {
        node,
        value,
        others,
        type: cqlTypeName(reason.from),
        type2: cqlTypeName(reason.to),
      });
    case 'dropped-before': {
      const [ts, droppedAt] = [String(fate.ts), String(reason.droppedAt)];
      return say('discarded-dropped', { node, value, others, column, ts, droppedAt });
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

/** The sentence of one cell. */
export function narrateDiscarded(
  context: NarrationContext,
  node: string,
  { source, fate }: Discarded,
): string {
  return source === 'result'
    ? omitted(context, node, fate)
    : discarded(node, valueText(context, fate), fate, 0);
}

/** The cells that a step loses, in order; a cell that is stored in several places is one. */
function lossesOf(context: NarrationContext): readonly Lost[] {
  const cells = new Map<string, Lost>();
  for (const stored of context.events) {
    if (
      stored.kind === 'stored' &&
      stored.event.kind === 'cell-discarded' &&
      stored.event.source !== 'result'
    ) {
      const { cfId, event } = stored;
      const node = actorOf(context, stored);
      const cell = JSON.stringify([node, cfId, event.key, { ...event.fate, fromId: null }]);
      cells.set(cell, cells.get(cell) ?? { node, event });
    }
  }
  return [...cells.values()];
}

/** One sentence for all that a node, or one shard of it, loses in a step; null when nothing is lost. */
export function narrateLosses(context: NarrationContext): string | null {
  const [first, ...rest] = lossesOf(context);
  if (first === undefined) {
    return null;
  }
  const { node, event } = first;
  const others = rest.filter((one) => one.node === node);
  const value = valueText(context, event.fate);
  const why = (one: Lost): string => discarded(node, '', one.event.fate, 0);
  return others.every((one) => why(one) === why(first))
    ? discarded(node, value, event.fate, others.length)
    : say('discarded-several', { node, value, others: others.length, to: versionName(context, event.to) });
}
