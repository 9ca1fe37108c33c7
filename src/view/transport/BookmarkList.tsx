// Places to come back to. A bookmark remembers the branch and the step, and is named by what happened there.

import type { Scene } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { timeWord } from '../../scene/words/timeWords.ts';
import type { Bookmark, SessionState } from '../../store/state/sessionState.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession, useSlice } from '../session/sessionContext.ts';

const bookmarksOf = (state: SessionState): readonly Bookmark[] => state.bookmarks;
const branchesOf = (state: SessionState) => state.branches;

export function BookmarkList({ scene }: { readonly scene: Scene }) {
  const session = useSession();
  const bookmarks = useSlice(bookmarksOf);
  const branches = useSlice(branchesOf);
  const place = ({ branch, step }: Bookmark): string =>
    timeWord('bookmark-name', {
      branch: branches.length < 2 ? 'none' : (branches[branch]?.name ?? 'none'),
      step: String(step),
    });
  const go =
    ({ branch, step }: Bookmark) =>
    (): void => {
      session.switchBranch(branch);
      session.seek(step);
    };
  return (
    <section className="panel-row" aria-label={dialogWords('bookmarks')}>
      <h3>{dialogWords('bookmarks')}</h3>
      <div className="button-row">
        <button type="button" className="button" onClick={() => session.bookmark(scene.narration.sentence)}>
          <Icon name="flag" />
          {dialogWords('bookmark-this-moment')}
        </button>
      </div>
      <ul className="places">
        {bookmarks.map((bookmark) => (
          <li key={bookmark.id}>
            <button type="button" className="place" onClick={go(bookmark)}>
              <b>{place(bookmark)}</b>
              <span>{bookmark.note}</span>
            </button>
            <button
              type="button"
              className="button quiet square"
              aria-label={dialogWords('remove-bookmark-place', { place: place(bookmark) })}
              onClick={() => session.removeBookmark(bookmark.id)}
            >
              <Icon name="cross" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
