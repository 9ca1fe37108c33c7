// One line of a console: the statement in its colours, what came of it, the rows, and with tracing its messages.

import type { ReactNode } from 'react';
import type {
  ConsoleEntry,
  ConsoleOutcome,
  ConsoleRows,
  ConsoleTrace,
} from '../../scene/console/consoleView.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { Icon, type IconName } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';

export function EntryView({ entry, node }: { readonly entry: ConsoleEntry; readonly node: string }) {
  const session = useSession();
  const { source, outcome, rows, trace } = entry;
  return (
    <li className="console-entry" data-source={source} data-changed={entry.changed || undefined}>
      <div className="console-asked">
        <pre className="cql-code">
          <span className="console-prompt" aria-hidden="true">{`${node}> `}</span>
          <code>
            <Spans spans={entry.spans} />
          </code>
        </pre>
        <span className="console-where">
          {entry.sourceText !== '' && <span className="console-source">{entry.sourceText}</span>}
          <button type="button" className="lead-on" onClick={() => session.seek(entry.step)}>
            {entry.stepText}
          </button>
        </span>
      </div>
      <OutcomeView outcome={outcome} />
      {entry.note !== '' && <p className="note">{entry.note}</p>}
      {rows !== null && <RowsView rows={rows} />}
      {trace !== null && <TraceView trace={trace} />}
    </li>
  );
}

export function Spans({
  spans,
}: {
  readonly spans: readonly { readonly kind: string; readonly text: string; readonly marked?: boolean }[];
}) {
  let at = 0;
  return spans.map(({ kind, text, marked }): ReactNode => {
    const key = at;
    at += text.length;
    return (
      <span key={key} data-span={kind} data-wrong={marked === true || undefined}>
        {text}
      </span>
    );
  });
}

const ICONS: Readonly<Record<ConsoleOutcome['kind'], IconName | null>> = {
  none: null,
  said: null,
  done: 'check',
  waiting: 'dots',
  refused: 'cross',
};

function OutcomeView({ outcome }: { readonly outcome: ConsoleOutcome }) {
  if (outcome.text === '') {
    return null;
  }
  const icon = ICONS[outcome.kind];
  return outcome.kind === 'said' ? (
    <pre className="console-said">{outcome.text}</pre>
  ) : (
    <p className="console-outcome" data-kind={outcome.kind}>
      {icon !== null && <Icon name={icon} />}
      <span>{outcome.text}</span>
      {outcome.identity !== null && <VersionTile identity={outcome.identity} />}
    </p>
  );
}

function RowsView({ rows }: { readonly rows: ConsoleRows }) {
  return (
    <div className="console-rows">
      <p className="console-rows-head">
        <span>{rows.count}</span>
        <VersionTile identity={rows.identity} />
        <b>{rows.version}</b>
      </p>
      {rows.rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="console-table" tabIndex={0} aria-label={rows.caption}>
          <table>
            <caption className="hidden-text">{rows.caption}</caption>
            <thead>
              <tr>
                {rows.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.rows.map((row, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of one answer never move
                <tr key={i}>
                  {rows.columns.map((column, at) => (
                    <td key={column}>
                      {row[at] ?? <span className="console-null">{dialogWords('null')}</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

function TraceView({ trace }: { readonly trace: ConsoleTrace }) {
  const session = useSession();
  return (
    <div className="console-trace">
      <p className="caption">{trace.title}</p>
      {trace.none !== '' && <p className="note">{trace.none}</p>}
      <ol aria-label={trace.title}>
        {trace.messages.map(({ key, message, name, sent, state, ended }) => (
          <li key={key}>
            <span className="mono">{sent}</span>
            <button
              type="button"
              className="lead-on"
              onClick={() => session.select({ kind: 'message', message })}
            >
              {name}
            </button>
            <span className="console-state">
              {state} <span className="mono">{ended}</span>
            </span>
          </li>
        ))}
      </ol>
      {trace.cost !== '' && <p className="console-cost">{trace.cost}</p>}
    </div>
  );
}
