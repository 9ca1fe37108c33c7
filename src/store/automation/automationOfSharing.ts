// The part of `window.schemerge` that takes a run along. What makes links is fetched when it is asked for.

import type { Result, Timeline } from '../../engine/index.ts';
import type { Session } from '../state/sessionState.ts';
import { timelineOf } from '../state/shown.ts';
import { type Course, lessonsOf } from './automationOfLessons.ts';
import type { Outcome } from './outcomeOfCall.ts';

export interface SharingAutomation {
  /** The address that opens the branch on the screen at its playhead. */
  readonly link: () => Promise<string>;
  /** Opens the run of an address that `link` gave; what does not play as it did is told on the page. */
  readonly openLink: (text: string) => Promise<Outcome>;
  /** The run with all its branches and bookmarks, as the text of a run file. */
  readonly file: () => Promise<string>;
  /** Opens the text of a run file, or of a run; what in it does not play as it did is told on the page. */
  readonly openFile: (text: string) => Promise<Outcome>;
}

/** What only the page can do: it knows how things look and what they are called. */
export interface PictureAutomation {
  /** A view as it is on the screen, as an SVG that stands by itself. */
  readonly exportSvg: (view?: 'page' | 'stage' | 'versions' | 'ids') => Promise<string>;
  /** The same as a PNG at twice its size, as a `data:` address. */
  readonly exportPng: (view?: 'page' | 'stage' | 'versions' | 'ids') => Promise<string>;
  /** The branch as a Mermaid sequence diagram, from step `from` up to `to`. */
  readonly mermaid: (from?: number, to?: number) => Promise<string>;
}

const filing = () => import('../keeping/openFile.ts');
const linking = () => import('../keeping/link/openLink.ts');

export function sharingAutomation(
  session: Session,
  after: (result: Result<Timeline>) => Outcome,
  course: Course,
): SharingAutomation {
  return {
    file: async () => (await filing()).runFileText(session.store.getState()),
    openFile: async (text) => {
      const opened = (await filing()).openRunFile(session, String(text), await lessonsOf(course));
      const here = { ok: true, value: timelineOf(session.store.getState()) } as const;
      return after(opened.ok ? here : opened);
    },
    link: async () => (await linking()).linkAddress(session.store.getState()),
    openLink: async (text) =>
      after((await linking()).openLink(session, String(text), { lessons: await lessonsOf(course) })),
  };
}
