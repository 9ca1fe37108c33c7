import { useEffect, useState } from 'react';
import type { Theme } from '../store/theme.ts';
import { App } from './App.tsx';
import { engineArrival } from './engineArrival.ts';
import { createRestingPage } from './firstPaint/restingPage.ts';
import { type Page, PageContext } from './sessionContext.ts';

interface Props {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
}

/** Draws the first picture at once, and the same picture alive as soon as the engine is there. */
export function Root({ theme, onTheme }: Props) {
  const [resting] = useState(() => createRestingPage(theme));
  const [live, setLive] = useState<Page | null>(null);
  const page = live ?? resting;
  useEffect(() => {
    let gone = false;
    void engineArrival()
      .then(({ openLivePage }) => openLivePage(theme))
      .then((arrived) => {
        if (gone) return;
        // What was asked for while it was on its way is kept: a theme, a drawer.
        const { theme: chosen, drawer } = resting.session.store.getState();
        arrived.session.setTheme(chosen);
        arrived.session.openDrawer(drawer);
        setLive(arrived);
      });
    return () => {
      gone = true;
    };
  }, [resting, theme]);
  useEffect(
    () =>
      page.session.store.subscribe((state, before) => {
        if (state.theme !== before.theme) onTheme(state.theme);
      }),
    [page, onTheme],
  );
  return (
    <PageContext value={page}>
      <App />
    </PageContext>
  );
}
