// The answer to a read: the rows, and the version that they conform to (the request's, whatever the node's is). And what a
// client hears whose statement came to nothing.

import { type RefObject, useEffect, useRef } from 'react';
import type { ResultSet } from '../../engine/index.ts';
import type { Identity, NodeCard, TableKey } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { useBroken } from '../verdict/brokenContext.ts';
import { isOfTable, type ShownResult } from './latestResult.ts';

interface Props {
  readonly shown: ShownResult;
  readonly card: NodeCard;
  readonly identities: readonly Identity[];
  readonly fresh: boolean;
  /** The table that the card is about. */
  readonly table: TableKey | null;
}

export function ResultSlip(props: Props) {
  const { shown, fresh } = props;
  const slip = useRef<HTMLDivElement>(null);
  useInSight(slip, fresh);
  return (
    <div className="result" ref={slip} data-fresh={fresh || undefined}>
      {shown.result === null ? (
        <p className="answer">{shown.problem}</p>
      ) : (
        <Rows {...props} result={shown.result} />
      )}
    </div>
  );
}

interface RowsProps extends Props {
  readonly result: ResultSet;
}

function Rows({ shown, card, identities, fresh, table, result: { columns, rows, version } }: RowsProps) {
  const broken = useBroken('shown');
  const identity = identities.find((one) => one.version === version) ?? null;
  return (
    <>
      <div className="result-head">
        {!isOfTable(shown, table) ? (
          <span>{pageWords('answer-from', { table: shown.table?.table ?? '' })}</span>
        ) : (
          <>
            <VersionTile identity={identity} />
            <span>
              {pageWords('answer-in')}{' '}
              {identity === null ? pageWords('an-unknown-version') : `${identity.name}, ${identity.hex}`}
              {fresh && identity?.version !== card.identity?.version && pageWords('as-it-was-asked')}
            </span>
          </>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="note">{pageWords('no-such-row')}</p>
      ) : (
        <table className="answer">
          <caption className="hidden-text">
            {pageWords('result-of-the-read-on', { node: shown.node })}
          </caption>
          {/* A row of the answer is a group of pairs: they flow into whatever width a card has. */}
          {rows.map((row) => (
            <tbody key={row.map((cell) => cell.text ?? '').join('|')}>
              {columns.map((column, i) => (
                <tr key={column} data-broken={broken(`${shown.statement} ${column}`)}>
                  <th scope="row">{column}</th>
                  <td className="mono" title={row[i]?.text ?? undefined}>
                    {row[i]?.text ?? '–'}
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
    </>
  );
}

/** Where the card goes on it fades, so far: see styles/fades.css. */
const FADE = 28;

/** An answer that has just come in is seen, however much else there is on the card. */
function useInSight(slip: RefObject<HTMLElement | null>, fresh: boolean): void {
  useEffect(() => {
    const body = slip.current?.closest('.card-body');
    if (!fresh || !slip.current || !body) {
      return;
    }
    const [own, room] = [slip.current.getBoundingClientRect(), body.getBoundingClientRect()];
    const below = Math.min(own.bottom + FADE - room.bottom, own.top - room.top);
    if (below > 0) {
      body.scrollTop += below;
    }
  }, [slip, fresh]);
}
