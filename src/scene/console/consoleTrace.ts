// TRACING ON: the messages of one statement with their times since it was given, and what it has cost by the playhead.

import type { Ledger, Statement } from '../../engine/index.ts';
import { entriesOf, ledgersAt, lookup } from '../../engine/index.ts';
import { strokeState } from '../inspector/messageState.ts';
import { messageName } from '../narration/narrateMessage.ts';
import { type Moment, stateAt } from '../run/moment.ts';
import { messagesOf } from '../run/statementMessages.ts';
import { timeText } from '../words/microsWords.ts';
import { enumerated, label } from '../words/say.ts';
import type { ConsoleTrace } from './consoleView.ts';

/** `step` is the step that gave the statement. */
export function traceOf(moment: Moment, statement: Statement, step: number): ConsoleTrace {
  const given = stateAt(moment.timeline, step).notes.now;
  const since = (at: number): string =>
    label('console-trace-at', { time: timeText(stateAt(moment.timeline, at).notes.now - given) });
  const own = messagesOf(moment, statement.id);
  return {
    title: label('console-trace', {}),
    none: own.length === 0 ? label('console-trace-none', {}) : '',
    cost: costText(moment, statement.id),
    messages: own.map((stroke) => {
      const state = strokeState(moment, stroke);
      return {
        key: String(stroke.index),
        message: stroke.message,
        name: messageName(moment.words, stroke),
        sent: since(stroke.sentStep),
        state: state.text,
        ended: state.step === null ? '' : since(state.step),
      };
    }),
  };
}

function costText(moment: Moment, statement: string): string {
  const ledger = lookup(ledgersAt(moment.timeline, moment.step), statement);
  const items = entriesOf<number>({ ...(ledger ?? {}) }).filter(([, count]) => count > 0);
  return items.length === 0
    ? ''
    : label('console-cost', {
        items: enumerated(
          items.map(([item, count]) => label(`console-cost-${item as keyof Ledger}`, { count })),
        ),
      });
}
