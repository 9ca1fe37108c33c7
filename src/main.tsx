import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startingPoint } from './store/startingPoint.ts';
import { keepTheme, readTheme, type Theme } from './store/theme.ts';
import { engineArrival } from './view/engineArrival.ts';
import { progressNow } from './view/lesson/useProgress.ts';
import { Root } from './view/Root.tsx';
import { applyTheme } from './view/theme.ts';
import './view/styles/index.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root" to mount in');

const storage = () => window.localStorage;
const theme = readTheme(storage, matchMedia('(prefers-color-scheme: dark)').matches);
const keep = (chosen: Theme): void => keepTheme(storage, chosen);

const start = startingPoint(location, progressNow());

void engineArrival();
applyTheme(theme);
createRoot(root).render(
  <StrictMode>
    <Root theme={theme} start={start} onTheme={keep} />
  </StrictMode>,
);
