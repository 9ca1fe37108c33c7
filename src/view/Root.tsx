import { startTransition, useEffect, useState } from 'react';
import type { StartingPoint } from '../store/lesson/startingPoint.ts';
import type { Session } from '../store/state/sessionState.ts';
import type { Theme } from '../store/state/theme.ts';
import { createRestingPage } from './firstPaint/restingPage.ts';
import { inAnotherTask } from './loading/inAnotherTask.ts';
import { pageArrival } from './loading/pageArrival.ts';
import { PageView } from './PageView.tsx';
import type { Page } from './session/sessionContext.ts';

interface Props {
  readonly theme: Theme;
  readonly start: StartingPoint;
  /** It stands in another page. */
  readonly isFigure?: boolean;
  readonly onTheme: (theme: Theme) => void;
  /** The page can be acted on. */
  readonly onLive: (session: Session) => void;
}

/** Draws the first picture at once, and the same picture alive as soon as the engine is there. */
export function Root({ theme, start, isFigure = false, onTheme, onLive }: Props) {
  const [resting] = useState(() => createRestingPage(theme, start));
  const [live, setLive] = useState<Page | null>(null);
  const page = live ?? resting;
  useEffect(() => {
    let gone = false;
    // The engine is not even asked for before the first picture stands: it would compete with it.
    void pageArrival(start)
      .then((openPage) => openPage(theme))
      .then(async (arrived) => {
        await inAnotherTask();
        if (gone) return;
        // What was asked for while it was on its way is kept: a theme, a drawer.
        const { theme: chosen, drawer, contents } = resting.session.store.getState();
        arrived.session.setTheme(chosen);
        arrived.session.openDrawer(drawer);
        arrived.session.showContents(contents);
        // In slices: the page that stands there can be scrolled and typed into meanwhile.
        startTransition(() => setLive(arrived));
        onLive(arrived.session);
      });
    return () => {
      gone = true;
    };
  }, [resting, start, theme, onLive]);
  return <PageView page={page} isFigure={isFigure} onTheme={onTheme} />;
}
