// The page that did not bring its picture with it: anything but the first lesson.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startingPoint } from '../../store/lesson/startingPoint.ts';
import { stay } from '../keeping/stay.ts';
import { rememberedTheme, rememberTheme } from '../keeping/theme.ts';
import { progressNow } from '../lesson/useProgress.ts';
import { Root } from '../Root.tsx';
import { applyTheme } from '../theme.ts';

export function openPage(root: HTMLElement): void {
  const theme = rememberedTheme();
  const start = startingPoint(location, progressNow());
  applyTheme(theme);
  createRoot(root).render(
    <StrictMode>
      <Root theme={theme} start={start} onTheme={rememberTheme} onLive={stay} />
    </StrictMode>,
  );
}
