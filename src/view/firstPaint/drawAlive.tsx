import { StrictMode, startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import type { Theme } from '../../store/state/theme.ts';
import { stay } from '../keeping/stay.ts';
import { rememberTheme } from '../keeping/theme.ts';
import { PageView } from '../PageView.tsx';
import type { Page } from '../session/sessionContext.ts';
import { layoutOf } from '../shell/layoutOf.ts';
import { tellAwake, tellWaking } from './earlyPresses.ts';
import { elementAt, placeOf } from './place.ts';

/** The picture comes alive as it stands, or is replaced by what it is a picture of. */
export function drawAlive(root: HTMLElement, page: Page, theme: Theme): void {
  const isWhole = layoutOf(theme) === 'full';
  const giveFocusBack = isWhole ? null : focusKeeper();
  const drawn = (): void => {
    giveFocusBack?.();
    tellAwake();
    stay(page.session);
  };
  const view = (
    <StrictMode>
      <PageView page={page} onTheme={rememberTheme} onDrawn={drawn} />
    </StrictMode>
  );
  // In slices: what stands there can be scrolled meanwhile.
  startTransition(() => {
    // The picture was drawn for the whole stage. A smaller one differs in more than what its styles make of it.
    if (isWhole) {
      tellWaking();
      hydrateRoot(root, view);
    } else {
      createRoot(root).render(view);
    }
  });
}

/** What has the focus in the picture will have it in what takes its place. */
function focusKeeper(): () => void {
  let place: ReturnType<typeof placeOf> = [];
  const look = (): void => {
    place = document.activeElement === null ? [] : placeOf(document.activeElement);
  };
  look();
  document.addEventListener('focusin', look);
  return () => {
    document.removeEventListener('focusin', look);
    const element = elementAt(place);
    if (document.activeElement === document.body && element instanceof HTMLElement) element.focus();
  };
}
