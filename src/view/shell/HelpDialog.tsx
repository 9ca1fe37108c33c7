import { Dialog } from './Dialog.tsx';

const KEYS: readonly (readonly [string, string])[] = [
  ['Space, →, Page Down', 'Next'],
  ['←, Page Up', 'Back'],
  ['Home, End', 'To the start, to now'],
  ['P', 'Play or pause'],
  ['N, H, V, I', 'Nodes, history, versions, ids'],
  ['Enter, Delete, D', 'Deliver, lose or duplicate the chosen message'],
  ['Esc', 'Close, or let go of what is chosen'],
  ['?', 'This help'],
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
];

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
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
      <h3 className="help-title">Keys</h3>
      <dl className="legend keys">
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
