import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAutomation } from './store/automation.ts';
import { FIRST_SEED, firstScreen } from './store/firstScreen.ts';
import { createSession } from './store/session.ts';
import { keepTheme, readTheme } from './store/theme.ts';
import { App } from './view/App.tsx';
import { drawn } from './view/drawn.ts';
import { projectSession } from './view/projectSession.ts';
import { PageContext } from './view/sessionContext.ts';
import { applyTheme } from './view/theme.ts';
import './view/styles/index.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root" to mount in');

const storage = () => window.localStorage;
const theme = readTheme(storage, matchMedia('(prefers-color-scheme: dark)').matches);
const session = createSession({ seed: FIRST_SEED, config: firstScreen(), theme });
session.store.subscribe((state, before) => {
  if (state.theme !== before.theme) keepTheme(storage, state.theme);
});
window.schemerge = createAutomation(session, drawn);
applyTheme(theme);

createRoot(root).render(
  <StrictMode>
    <PageContext value={{ session, project: projectSession }}>
      <App />
    </PageContext>
  </StrictMode>,
);
