import { useEffect } from 'react';
import type { SessionState } from '../store/state/sessionState.ts';
import type { Theme } from '../store/state/theme.ts';
import { App } from './App.tsx';
import { useProgressKept } from './lesson/useProgress.ts';
import { type Page, PageContext, useSlice } from './session/sessionContext.ts';

interface Props {
  readonly page: Page;
  /** It stands in another page. */
  readonly isFigure?: boolean;
  readonly onTheme: (theme: Theme) => void;
  /** Once, when all of it is there and answers. */
  readonly onDrawn?: () => void;
}

/** The page, drawn, and what is remembered of it as one goes. */
export function PageView({ page, isFigure = false, onTheme, onDrawn }: Props) {
  useEffect(
    () =>
      page.session.store.subscribe((state, before) => {
        if (state.theme !== before.theme) onTheme(state.theme);
      }),
    [page, onTheme],
  );
  useProgressKept(page, isFigure);
  useEffect(() => {
    page.onDrawn();
    onDrawn?.();
  }, [page, onDrawn]);
  return (
    <PageContext value={page}>
      <Opened />
    </PageContext>
  );
}

const openingsOf = (state: SessionState): number => state.openings;

/** Another opening is another page: nothing of the last one is left in it. */
function Opened() {
  return <App key={useSlice(openingsOf)} />;
}
