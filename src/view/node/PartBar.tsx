// What may be done with the column or the row that is selected on this card, beside it. It floats over the card; the room
// that it finds there is measured, because chips and boxes lie as the page's layout puts them.

import { useLayoutEffect, useRef } from 'react';
import { chosenPart } from '../../scene/node/chosenPart.ts';
import type { NodeCard, TableKey } from '../../scene/shape/scene.ts';
import { partWords } from '../../scene/words/partWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { ActionBar } from '../shell/ActionBar.tsx';
import { PART_TOOLBAR } from './focusPartToolbar.ts';
import { type PartDialog, partActions, partTitle } from './partActions.ts';

export interface PartBarProps {
  readonly card: NodeCard;
  readonly table: TableKey;
  readonly onOpen: (dialog: PartDialog) => void;
}

const selectionOf = ({ selection }: SessionState) => selection;

export function PartBar({ card, table, onOpen }: PartBarProps) {
  const session = useSession();
  const part = chosenPart(card, useSlice(selectionOf));
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (part !== null && frame.current !== null) place(frame.current);
  });
  if (part === null) {
    return null;
  }
  const reach = { session, card, table, open: onOpen };
  const title = partTitle(part, reach);
  return (
    <ActionBar
      id={PART_TOOLBAR}
      name={partWords(part.kind === 'column' ? 'part-toolbar-column' : 'part-toolbar-row')}
      title={title}
      closing={partWords('part-let-go', { what: title })}
      actions={partActions(part, reach)}
      onClose={() => session.select(null)}
      frame={frame}
      side="below"
    />
  );
}

const CHOSEN = '.chip[data-selected], .box[data-selected], .entry[data-selected]';
const GAP = 8;

/** Under what is chosen, or over it where there is no room below; inside the stage, which cuts what lies over its edge. */
function place(bar: HTMLElement): void {
  const card = bar.closest<HTMLElement>('.card');
  const chosen = card?.querySelector(CHOSEN);
  if (card === null || !chosen) {
    return;
  }
  const [outer, inner, own] = [card, chosen, bar].map((one) => one.getBoundingClientRect());
  if (outer === undefined || inner === undefined || own === undefined) {
    return;
  }
  const stage = card.closest('.cluster')?.getBoundingClientRect();
  const right = Math.min(innerWidth, stage?.right ?? innerWidth);
  const left = Math.max(GAP, Math.min(inner.left, right - own.width - GAP));
  // What the boxes mean stands under them.
  const foot = chosen.closest('.vector')?.getBoundingClientRect().bottom ?? inner.bottom;
  const below = foot + GAP;
  const floor = stage?.bottom ?? innerHeight;
  const top = below + own.height <= floor ? below : inner.top - own.height - GAP;
  bar.style.left = `${left - outer.left - card.clientLeft}px`;
  bar.style.top = `${top - outer.top - card.clientTop}px`;
}
