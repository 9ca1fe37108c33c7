import { useState } from 'react';
import type { Hearing, Knowing, KnowingShard, Knowledge } from '../../scene/hearing/hearing.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { label } from '../../scene/words/say.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { useSession } from '../session/sessionContext.ts';
import { HearingMark } from './HearingMark.tsx';
import { useGridKeys } from './useGridKeys.ts';

const KEY: readonly Knowing[] = ['current', 'synced', 'syncing', 'loaded', 'loading', 'unknown'];

/** Shard by shard, which versions its registry knows; who holds one is told when its cell is pressed. */
export function KnowingTable({ hearing }: { readonly hearing: Hearing }) {
  const session = useSession();
  const [pressed, setPressed] = useState<string | null>(null);
  const cells = hearing.shards.flatMap((row) => row.cells);
  const grid = useGridKeys(cells.map(({ key }) => key));
  const shown = cells.find(({ key, selected }) => selected || key === pressed);
  const press = ({ node, shard }: KnowingShard, { key, version, state }: Knowledge): void => {
    setPressed(key);
    session.select(
      state === 'unknown' ? { kind: 'version', version } : { kind: 'registry', node, shard, version },
    );
  };
  return (
    <section className="hearing-part">
      <h3 id="knowing-title">{label('hearing-versions', {})}</h3>
      <p className="caption">{hearing.lead}</p>
      {hearing.versions.length > 0 && (
        <div className="hearing-room">
          <table className="hearing-table" aria-labelledby="knowing-title" {...grid.table}>
            <VersionHeads hearing={hearing} />
            <tbody>
              {hearing.shards.map((row) => (
                <tr
                  key={row.key}
                  data-selected={row.selected || undefined}
                  data-first={row.span > 0 || undefined}
                >
                  {row.span > 0 && (
                    <th scope="rowgroup" rowSpan={row.span}>
                      {row.node}
                    </th>
                  )}
                  {hearing.manyShards && (
                    <th scope="row" className="hearing-shard">
                      {row.shard}
                    </th>
                  )}
                  {row.cells.map((cell) => (
                    <td key={cell.key} data-changed={cell.changed || undefined}>
                      <button
                        type="button"
                        className="hearing-cell"
                        data-cell={cell.key}
                        data-state={row.up ? cell.state : 'down'}
                        tabIndex={grid.tabIndex(cell.key, cell === cells[0])}
                        aria-pressed={cell === shown}
                        aria-label={cell.sentence}
                        title={cell.sentence}
                        onClick={() => press(row, cell)}
                      >
                        <HearingMark mark={cell.state} />
                        <span className="hearing-word">{cell.word}</span>
                      </button>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="hearing-fact" role="status">
        {shown?.sentence ?? label('hearing-hint', {})}
      </p>
      {hearing.gone !== '' && <p className="caption">{hearing.gone}</p>}
      <ul className="hearing-key">
        {KEY.map((state) => (
          <li key={state}>
            <HearingMark mark={state} /> <b>{label(`hearing-${state}`, {})}</b>{' '}
            {label(`hearing-key-${state}`, {})}
          </li>
        ))}
      </ul>
    </section>
  );
}

function VersionHeads({ hearing }: { readonly hearing: Hearing }) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="hidden-text">{dialogWords('node')}</span>
        </th>
        {hearing.manyShards && (
          <th scope="col" className="hearing-shard">
            {dialogWords('shard')}
          </th>
        )}
        {hearing.versions.map((identity) => (
          <th key={identity.version} scope="col">
            <span className="hearing-version">
              <VersionTile identity={identity} />
              <b>{identity.name}</b>
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}
