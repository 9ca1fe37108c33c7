// The few shapes in which the inspector tells things: a list of facts, a table, a history, values, a note, code.

import { useState } from 'react';
import type { Block, HistoryLine, TableBlock, Value } from '../../scene/inspector/inspection.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { useSession } from '../session/sessionContext.ts';
import { CopyButton } from './CopyButton.tsx';
import { ValueView } from './ValueView.tsx';

export function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'facts':
      return (
        <dl className="facts">
          {block.facts.map((fact) => (
            <div key={fact.term}>
              <dt>{fact.term}</dt>
              <dd>
                <Values values={fact.values} term={fact.term} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <TableView table={block} />;
    case 'history':
      return <HistoryView lines={block.lines} />;
    case 'list':
      return (
        <ol className="told-lines">
          {block.lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
            <li key={i}>{line}</li>
          ))}
        </ol>
      );
    case 'values':
      return (
        <p className="values">
          <Values values={block.values} />
        </p>
      );
    case 'note':
      return <p className="note">{block.text}</p>;
    case 'code':
      return (
        <div className="code-block">
          <code>{block.text}</code>
          {block.copy !== null && <CopyButton text={block.copy} />}
        </div>
      );
    default:
      return null;
  }
}

function Values({ values, term }: { readonly values: readonly Value[]; readonly term?: string }) {
  return values.map((value, i) => (
    // Values have no identity of their own: their place is what tells them apart.
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
    <ValueView key={`${i} ${value.text}`} value={value} term={term} />
  ));
}

function TableView({ table }: { readonly table: TableBlock }) {
  return (
    <div className="table-scroll">
      <table className="inspect-table">
        <caption className={table.captionHidden ? 'hidden-text' : undefined}>{table.caption}</caption>
        <thead>
          <tr>
            {table.head.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, cells, tone }) => {
            const [first = [], ...others] = cells;
            return (
              <tr key={key} data-tone={tone}>
                <th scope="row">
                  <Values values={first} />
                </th>
                {others.map((values, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  <td key={i}>
                    <Values values={values} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** So many lines are drawn at once; the earlier ones unfold. */
const LINES_SHOWN = 200;

function HistoryView({ lines: all }: { readonly lines: readonly HistoryLine[] }) {
  const session = useSession();
  const [whole, setWhole] = useState(false);
  const lines = whole ? all : all.slice(-LINES_SHOWN);
  return (
    <ol className="history-lines">
      {lines.length < all.length && (
        <li>
          <button type="button" className="lead-on" onClick={() => setWhole(true)}>
            {dialogWords('value-earlier', { value: all.length - lines.length })}
          </button>
        </li>
      )}
      {lines.map((line, i) => (
        <li key={line.key} aria-current={line.current ? 'step' : undefined}>
          <button
            type="button"
            className="lead-on step"
            data-again={lines[i - 1]?.step === line.step || undefined}
            onClick={() => session.seek(line.step)}
          >
            {line.stepText}
          </button>
          <span>{line.sentence}</span>
        </li>
      ))}
    </ol>
  );
}
