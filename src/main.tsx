import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Session } from './store/sessionState.ts';
import { startingPoint } from './store/startingPoint.ts';
import { keepTheme, readTheme, type Theme } from './store/theme.ts';
import { progressNow } from './view/lesson/useProgress.ts';
import { Root } from './view/Root.tsx';
import { applyTheme } from './view/theme.ts';
import './view/styles/index.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root" to mount in');

// The speaker's own window is no stage: it needs neither session nor engine.
const isSpeaker = new URLSearchParams(location.search).has('speaker');
const storage = () => window.localStorage;
const theme = readTheme(storage, matchMedia('(prefers-color-scheme: dark)').matches);
const keep = (chosen: Theme): void => keepTheme(storage, chosen);

/** What goes on while the page is there, and what is needed for it to come back. */
const stay = (session: Session): void => {
  void import('./view/keeping/keepRuns.ts').then(({ keepRuns }) => keepRuns(session));
  void import('./view/keeping/offline.ts').then(({ workOffline }) => workOffline());
};

applyTheme(theme);
if (isSpeaker) {
  void import('./view/presenter/SpeakerPage.tsx').then(({ SpeakerPage }) => {
    createRoot(root).render(
      <StrictMode>
        <SpeakerPage />
      </StrictMode>,
    );
  });
} else {
  const start = startingPoint(location, progressNow());
  createRoot(root).render(
    <StrictMode>
      <Root theme={theme} start={start} onTheme={keep} onLive={stay} />
    </StrictMode>,
  );
}
