import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { embedOptions } from './store/embed/embedOptions.ts';
import { NO_PROGRESS } from './store/lesson/progress.ts';
import { startingPoint } from './store/lesson/startingPoint.ts';
import type { Session } from './store/state/sessionState.ts';
import { engineArrival } from './view/loading/engineArrival.ts';
import { Root } from './view/Root.tsx';
import { applyTheme } from './view/theme.ts';
import './view/styles/index.css';
import './view/styles/embed.css';

const root = document.getElementById('root');
if (root === null) throw new Error('embed.html has no element with the id "root" to mount in');

const options = embedOptions(location.search);
const theme = options.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
// A figure remembers nothing, and nothing that the page remembers changes it.
const start = startingPoint(location, NO_PROGRESS);
const forget = (): void => undefined;
const run = (session: Session): void => {
  void import('./view/embed/runEmbed.ts').then(({ runEmbed }) => runEmbed(session, options));
};

void engineArrival();
applyTheme(theme);
document.documentElement.dataset['embed'] = options.controls;
createRoot(root).render(
  <StrictMode>
    <Root isFigure theme={theme} start={start} onTheme={forget} onLive={run} />
  </StrictMode>,
);
