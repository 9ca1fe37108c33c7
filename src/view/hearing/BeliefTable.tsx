import { useState } from 'react';
import type { Belief, Hearing } from '../../scene/hearing/hearing.ts';
import { label } from '../../scene/words/say.ts';
import { useSession } from '../session/sessionContext.ts';
import { HearingMark } from './HearingMark.tsx';
import { useGridKeys } from './useGridKeys.ts';

/** Node by node, what each believes of the others. */
export function BeliefTable({ hearing }: { readonly hearing: Hearing }) {
  const session = useSession();
  const [pressed, setPressed] = useState<string | null>(null);
  const cells = hearing.beliefs.flatMap((row) => row.cells);
  const grid = useGridKeys(cells.map(({ key }) => key));
  const shown = cells.find(({ key }) => key === pressed);
  const press = ({ key, node }: Belief): void => {
    setPressed(key);
    session.select({ kind: 'node', node });
  };
  return (
    <section className="hearing-part">
      <h3 id="beliefs-title">{label('hearing-beliefs', {})}</h3>
      <p className="caption">
        {label('hearing-beliefs-lead', {})} {hearing.summary}
      </p>
      <div className="hearing-room">
        <table className="hearing-table" aria-labelledby="beliefs-title" {...grid.table}>
          <thead>
            <tr>
              <td />
              {hearing.beliefs.map(({ node }) => (
                <th key={node} scope="col">
                  {node}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hearing.beliefs.map((row) => (
              <tr key={row.node} data-selected={row.selected || undefined}>
                <th scope="row">{row.node}</th>
                {row.cells.map((cell) => (
                  <td key={cell.key} data-changed={cell.changed || undefined}>
                    <button
                      type="button"
                      className="hearing-cell"
                      data-cell={cell.key}
                      data-state={cell.alive ? cell.heard : 'down'}
                      tabIndex={grid.tabIndex(cell.key, cell === cells[0])}
                      aria-pressed={cell.key === pressed}
                      aria-label={cell.sentence}
                      title={cell.sentence}
                      onClick={() => press(cell)}
                    >
                      <BeliefFace cell={cell} />
                    </button>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="hearing-fact" role="status">
        {shown?.sentence ?? label('hearing-hint', {})}
      </p>
      <ul className="hearing-key">
        <li>
          <HearingMark mark="pull" /> {label('hearing-key-pull', {})}
        </li>
        <li>
          <HearingMark mark="untold" /> {label('hearing-key-untold', {})}
        </li>
      </ul>
    </section>
  );
}

function BeliefFace({ cell }: { readonly cell: Belief }) {
  return (
    <>
      <span className="hearing-marks">
        <HearingMark mark={cell.alive ? cell.heard : 'down'} />
        {cell.pull && <HearingMark mark="pull" />}
        {cell.untold && <HearingMark mark="untold" />}
      </span>
      <span className="hearing-word">{cell.heard === 'self' && cell.alive ? cell.digest : cell.word}</span>
    </>
  );
}
