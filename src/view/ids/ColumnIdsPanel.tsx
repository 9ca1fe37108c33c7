// Where each column's id goes from one version to another: one ribbon a column, grey, because hue belongs to versions.
// Below it a real entry before and after, since that is what the ids are for.

import { memo } from 'react';
import type { ColumnIdsView } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { DescribeButton } from '../shell/DescribeButton.tsx';
import { EntryExample } from './EntryExample.tsx';
import { Ribbons } from './Ribbons.tsx';

export const ColumnIdsPanel = memo(function ColumnIdsPanel({
  ids: given,
}: {
  readonly ids: ColumnIdsView | null;
}) {
  // From a version to itself nothing moves: there is only one version yet.
  const ids = given === null || given.from.version === given.to.version ? null : given;
  return (
    <section className="panel ids" aria-labelledby="ids-title">
      <header className="panel-head">
        <h2 id="ids-title">{pageWords('column-ids')}</h2>
        {ids !== null && (
          <p>{pageWords('from-name-to-name2', { name: ids.from.name, name2: ids.to.name })}</p>
        )}
        <DescribeButton of={pageWords('column-ids')} />
      </header>
      {ids === null ? (
        <p className="note">{pageWords('a-columns-id-is-its')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        <section className="panel-scroll" aria-label={pageWords('ids-from-version-to-version')} tabIndex={0}>
          {ids.note !== '' && <p className="note">{ids.note}</p>}
          <Ribbons ids={ids} />
          <IdsTable ids={ids} />
          {ids.example !== null && <EntryExample example={ids.example} />}
        </section>
      )}
    </section>
  );
});

function IdsTable({ ids }: { readonly ids: ColumnIdsView }) {
  const present = (id: number | null): string => (id === null ? pageWords('not-present') : String(id));
  return (
    <div className="hidden-text">
      <table>
        <caption>{ids.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{pageWords('column')}</th>
            <th scope="col">{ids.from.name}</th>
            <th scope="col">{ids.to.name}</th>
          </tr>
        </thead>
        {ids.groups.map((group) => (
          <tbody key={group.kind}>
            {ids.groups.length > 1 && (
              <tr>
                <th colSpan={3} scope="rowgroup">
                  {group.title}
                </th>
              </tr>
            )}
            {group.ribbons.map((ribbon) => (
              <tr key={ribbon.key}>
                <th scope="row">{ribbon.name}</th>
                <td>{present(ribbon.fromId)}</td>
                <td>{present(ribbon.toId)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
