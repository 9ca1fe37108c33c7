import { type KeyboardEvent, useRef } from 'react';
import { pageWords } from '../../scene/words/pageWords.ts';
import { PANE_NAMES, PANES, type Pane } from './panes.ts';

/** One pane at a time: a tab bar at the lower edge, where a thumb reaches. */
export function TabBar({ pane, onPane }: { readonly pane: Pane; readonly onPane: (pane: Pane) => void }) {
  const bar = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const delta = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const target = PANES[(PANES.indexOf(pane) + delta + PANES.length) % PANES.length];
    if (delta !== 0 && target !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      onPane(target);
      bar.current?.querySelector<HTMLElement>(`#tab-${target}`)?.focus();
    }
  };
  return (
    <nav className="tabs" aria-label={pageWords('views')}>
      <div role="tablist" aria-label={pageWords('views')} ref={bar} onKeyDown={move}>
        {PANES.map((each) => (
          <button
            key={each}
            id={`tab-${each}`}
            type="button"
            role="tab"
            aria-selected={each === pane}
            tabIndex={each === pane ? 0 : -1}
            onClick={() => onPane(each)}
          >
            {PANE_NAMES[each]}
          </button>
        ))}
      </div>
    </nav>
  );
}
