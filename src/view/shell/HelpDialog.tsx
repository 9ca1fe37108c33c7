// How the page is read and which keys it has. The keys come from the table that the keyboard itself uses.

import { actionName, chordName } from '../../scene/actionWords.ts';
import type { ActionId } from '../../scene/messagesOfActions.en.ts';
import { setLetterKeys, useLetterKeys } from '../letterKeys.ts';
import { PAGE_ACTIONS } from '../pageActions.ts';
import { Dialog } from './Dialog.tsx';

interface KeyLine {
  readonly name: string;
  readonly chords: readonly string[];
}

/** Keys of the message that is chosen: they belong to the list of what is on its way. */
const MESSAGE_LINES: readonly KeyLine[] = [
  { name: 'Deliver now', chords: ['Enter'] },
  { name: 'Lose', chords: ['Delete'] },
  { name: 'Duplicate', chords: ['d'] },
];

const GROUPS: readonly { readonly title: string; readonly ids: readonly ActionId[] }[] = [
  {
    title: 'Going on and back',
    ids: ['next', 'back', 'step-on', 'step-back', 'version-next', 'version-before', 'start', 'end', 'play'],
  },
  {
    title: 'Runs',
    ids: ['undo', 'redo', 'branch-before', 'branch-next', 'bookmark'],
  },
  {
    title: 'Views',
    ids: ['nodes', 'history', 'versions', 'ids', 'compare', 'console', 'legend', 'palette', 'help', 'close'],
  },
];

const READ: readonly (readonly [string, string])[] = [
  [
    'A colour and a shape',
    'a schema version: its letter and four hex digits stand beside it. Same colour: agreed.',
  ],
  ['A chip', 'a column; the small figure is its id, its place in the boxes below.'],
  [
    'A row of boxes',
    'an entry in memory. The tile at its left is the version it is stored at: without it the boxes mean nothing.',
  ],
  ['An envelope on the line', 'a message on its way. Click it to deliver, lose or duplicate it.'],
  ['A pale glow', 'changed in this step.'],
  [
    'Marks on the time line',
    'a tile: a node changed its version. A stroke below: you did something. A red octagon: a promise broke.',
  ],
];

const linesOf = (ids: readonly ActionId[]): readonly KeyLine[] =>
  PAGE_ACTIONS.filter(({ id, keys }) => ids.includes(id) && keys.length > 0).map(({ id, keys }) => ({
    name: actionName(id),
    chords: keys,
  }));

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const letters = useLetterKeys();
  return (
    <Dialog wide title="How to read this page" onClose={onClose}>
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
        Single letters and signs are keys of the page
      </label>
      <div className="key-groups">
        {GROUPS.map(({ title, ids }) => (
          <KeyGroup key={title} title={title} lines={linesOf(ids)} />
        ))}
        <KeyGroup title="The chosen message" lines={MESSAGE_LINES} />
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
