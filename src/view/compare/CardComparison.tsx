// While moments or branches are compared a card on the stage shows only what was and what is on its node; the whole list
// is in the drawer beside it.

import type { Change, CompareArea } from '../../scene/compare/comparison.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { useSession } from '../session/sessionContext.ts';
import { useCompared } from './useCompared.ts';

const ON_CARDS: readonly CompareArea[] = ['version', 'up', 'column', 'entry', 'waits', 'merges'];
const LINES_MAX = 3;

export function CardComparison({ node }: { readonly node: string }) {
  const { view } = useCompared();
  const all = view?.cards.find((card) => card.node === node)?.changes ?? [];
  const shown = all.filter(({ area }) => ON_CARDS.includes(area)).slice(0, LINES_MAX);
  const rest = all.length - shown.length;
  if (all.length === 0) {
    return <p className="note">{dialogWords('no-difference-on-node', { node })}</p>;
  }
  return (
    <ul className="card-changes" aria-label={dialogWords('differences-on-node', { node })}>
      {shown.map((change) => (
        <Line key={change.key} change={change} />
      ))}
      {rest > 0 && <li className="caption">{dialogWords('rest-more-in-the-list', { rest })}</li>}
    </ul>
  );
}

function Line({ change }: { readonly change: Change }) {
  const session = useSession();
  const { what, was, is, wasIdentity, isIdentity, selection } = change;
  const words = (
    <>
      <span className="what">{what}</span>
      <span className="was">
        {wasIdentity !== null && <VersionTile identity={wasIdentity} />}
        {was}
      </span>
      <span aria-hidden="true">→</span>
      <span className="hidden-text">{dialogWords('now')}</span>
      <span className="is">
        {isIdentity !== null && <VersionTile identity={isIdentity} />}
        {is}
      </span>
    </>
  );
  return (
    <li>
      {selection === null ? (
        <p>{words}</p>
      ) : (
        <button type="button" onClick={() => session.select(selection)}>
          {words}
        </button>
      )}
    </li>
  );
}
