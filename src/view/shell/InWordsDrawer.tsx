// Every view in at most five sentences, following the playhead: for those who do not see the pictures, and to read aloud.

import { describeView, VIEWS, viewTitle } from '../../scene/text/describeView.ts';
import type { DrawerProps } from './drawers.ts';

export function InWordsDrawer({ scene }: DrawerProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className="drawer-scroll in-words" tabIndex={0}>
      {VIEWS.map((view) => (
        // No landmark: the view itself is one, by the same name.
        // biome-ignore lint/a11y/useSemanticElements: nothing here is filled in
        <div key={view} role="group" aria-labelledby={`in-words-${view}`}>
          <h3 id={`in-words-${view}`}>{viewTitle(view)}</h3>
          {describeView(scene, view).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      ))}
    </div>
  );
}
