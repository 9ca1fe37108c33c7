// Every view in at most five sentences, following the playhead: for those who do not see the pictures, and to read aloud.

import { describeView, VIEWS, viewTitle } from '../../scene/describeView.ts';
import type { DrawerProps } from './drawers.ts';

export function InWordsDrawer({ scene }: DrawerProps) {
  return (
    <div className="drawer-scroll in-words">
      {VIEWS.map((view) => (
        <section key={view} aria-labelledby={`in-words-${view}`}>
          <h3 id={`in-words-${view}`}>{viewTitle(view)}</h3>
          {describeView(scene, view).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      ))}
    </div>
  );
}
