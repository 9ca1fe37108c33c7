// The answer to a read: the rows, and the version that they conform to (the request's, whatever the node's is).

import type { Identity } from '../../scene/scene.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import type { ShownResult } from './latestResult.ts';

export function ResultSlip({
  shown,
  identity,
  fresh,
}: {
  readonly shown: ShownResult;
  readonly identity: Identity | null;
  readonly fresh: boolean;
}) {
  const { columns, rows } = shown.result;
  return (
    <div className="result" data-fresh={fresh || undefined}>
      <div className="result-head">
        <VersionTile identity={identity} />
        <span>
          Answer in {identity === null ? 'an unknown version' : `${identity.name}, ${identity.hex}`}
        </span>
      </div>
      {rows.length === 0 ? (
        <p className="note">No such row.</p>
      ) : (
        <table className="answer">
          <caption className="hidden-text">{`Result of the read on ${shown.node}`}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.map((cell) => cell.text ?? '').join('|')}>
                {columns.map((column, i) => (
                  <td key={column} className="mono">
                    {row[i]?.text ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
