import type { Session } from '../../store/state/sessionState.ts';
import { whenIdle } from '../loading/whenIdle.ts';

/** What goes on while the page is there, and what is needed for it to come back. */
export const stay = (session: Session): void => {
  void import('./keepRuns.ts').then(({ keepRuns }) => keepRuns(session));
  // All files of the page are fetched for it: not while the page itself still is.
  whenIdle(() => void import('./offline.ts').then(({ workOffline }) => workOffline()));
};
