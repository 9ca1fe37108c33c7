// How the page is read and which keys it has. The keys come from the table that the keyboard itself uses.

import { actionName, chordName } from '../../scene/words/actionWords.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import type { ActionId } from '../../scene/words/messagesOfActions.en.ts';
import { setLetterKeys, useLetterKeys } from '../keyboard/letterKeys.ts';
import { PAGE_ACTIONS } from '../keyboard/pageActions.ts';
import { Dialog } from './Dialog.tsx';

interface KeyLine {
  readonly name: string;
  readonly chords: readonly string[];
}

/** Keys of the message that is chosen: they belong to the list of what is on its way. */
const MESSAGE_LINES: readonly KeyLine[] = [
  { name: dialogWords('deliver-now'), chords: ['Enter'] },
  { name: dialogWords('lose'), chords: ['Delete'] },
  { name: dialogWords('duplicate'), chords: ['d'] },
];

const GROUPS: readonly { readonly title: string; readonly ids: readonly ActionId[] }[] = [
  {
    title: dialogWords('going-on-and-back'),
    ids: ['next', 'back', 'step-on', 'step-back', 'version-next', 'version-before', 'start', 'end', 'play'],
  },
  {
    title: dialogWords('runs-of-keys'),
    ids: ['undo', 'redo', 'branch-before', 'branch-next', 'bookmark'],
  },
  {
    title: dialogWords('views'),
    ids: ['nodes', 'history', 'versions', 'ids', 'compare', 'console', 'legend', 'palette', 'help', 'close'],
  },
];

const READ: readonly (readonly [string, string])[] = [
  [dialogWords('a-colour-and-a-shape'), dialogWords('a-schema-version-its-letter')],
  [dialogWords('a-chip'), dialogWords('a-column-the-small-figure')],
  [dialogWords('a-row-of-boxes'), dialogWords('an-entry-in-memory-the')],
  [dialogWords('an-envelope-on-the-line'), dialogWords('a-message-on-its-way')],
  [dialogWords('a-pale-glow'), dialogWords('changed-in-this-step')],
  [dialogWords('marks-on-the-time-line'), dialogWords('a-tile-a-node-changed')],
];

const linesOf = (ids: readonly ActionId[]): readonly KeyLine[] =>
  PAGE_ACTIONS.filter(({ id, keys }) => ids.includes(id) && keys.length > 0).map(({ id, keys }) => ({
    name: actionName(id),
    chords: keys,
  }));

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const letters = useLetterKeys();
  return (
    <Dialog wide title={dialogWords('how-to-read-this-page')} onClose={onClose}>
      <dl className="legend">
        {READ.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label className="check letters">
        <input type="checkbox" checked={letters} onChange={(event) => setLetterKeys(event.target.checked)} />
        {dialogWords('single-letters-and-signs-are')}
      </label>
      <div className="key-groups">
        {GROUPS.map(({ title, ids }) => (
          <KeyGroup key={title} title={title} lines={linesOf(ids)} />
        ))}
        <KeyGroup title={dialogWords('the-chosen-message')} lines={MESSAGE_LINES} />
      </div>
    </Dialog>
  );
}

function KeyGroup({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }) {
  return (
    <section>
      <h3 className="help-title">{title}</h3>
      <dl className="keys">
        {lines.map(({ name, chords }) => (
          <div key={name}>
            <dt>
              {chords.map((chord) => (
                <kbd key={chord}>{chordName(chord)}</kbd>
              ))}
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
