// The part of `window.schemerge` that takes a run along. What makes links is fetched when it is asked for.

import type { Result, Timeline } from '../engine/index.ts';
import type { Outcome } from './automation.ts';
import type { Session } from './sessionState.ts';

export interface SharingAutomation {
  /** The address that opens the branch on the screen at its playhead. */
  readonly link: () => Promise<string>;
  /** Opens the run of an address that `link` gave; what does not play as it did is told on the page. */
  readonly openLink: (text: string) => Promise<Outcome>;
}

const linking = () => import('./link/openLink.ts');

export function sharingAutomation(
  session: Session,
  after: (result: Result<Timeline>) => Outcome,
): SharingAutomation {
  return {
    link: async () => (await linking()).linkAddress(session.store.getState()),
    openLink: async (text) => after((await linking()).openLink(session, String(text))),
  };
}
