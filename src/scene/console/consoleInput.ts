// What is being typed: its colours, the place of what is wrong, and what could stand at the caret.

import type { Completion, KnownTable, SimState, SpanKind } from '../../engine/index.ts';
import { completionsOf, readScript, spansOf, valuesOf } from '../../engine/index.ts';

export interface InputSpan {
  readonly kind: SpanKind;
  readonly text: string;
  /** Within the place of what is wrong. */
  readonly marked: boolean;
}

/** The text in spans; joined they give the text again. */
export function inputSpans(
  text: string,
  mark: { readonly offset: number; readonly length: number } | null,
): readonly InputSpan[] {
  const from = mark?.offset ?? -1;
  // At the end of a text there is nothing to mark but its last sign.
  const start = Math.min(from, Math.max(0, text.length - 1));
  const end = mark === null ? -1 : Math.max(start + 1, mark.offset + mark.length);
  let at = 0;
  return spansOf(text).flatMap(({ kind, text: whole }) => {
    const offset = at;
    at += whole.length;
    const cuts = [0, start - offset, end - offset, whole.length]
      .map((cut) => Math.min(whole.length, Math.max(0, cut)))
      .sort((a, b) => a - b);
    return cuts.slice(1).flatMap((cut, i): readonly InputSpan[] => {
      const text_ = whole.slice(cuts[i], cut);
      const begins = offset + (cuts[i] ?? 0);
      return text_ === ''
        ? []
        : [{ kind, text: text_, marked: mark !== null && begins >= start && begins < end }];
    });
  });
}

/** The tables that a node knows, for completion. */
export function knownTables(state: SimState, node: string): readonly KnownTable[] {
  const shard = state.core.nodes.find(({ id }) => id === node)?.shards[0];
  return valuesOf(shard?.tables ?? {}).map(({ schema }) => ({
    keyspace: schema.keyspace,
    table: schema.table,
    columns: schema.columns.map(({ name }) => name),
  }));
}

const SHOWN_MAX = 12;

export function completionsAt(text: string, caret: number, tables: readonly KnownTable[]): Completion {
  const { offset, words } = completionsOf(text.slice(0, caret), tables);
  return { offset, words: words.slice(0, SHOWN_MAX) };
}

/** Whether Enter sends the text: one line, or one that ends with ';'. */
export function isComplete(text: string): boolean {
  const trimmed = text.trim();
  return (
    trimmed !== '' && (!trimmed.includes('\n') || trimmed.endsWith(';') || readScript(trimmed).length === 0)
  );
}
