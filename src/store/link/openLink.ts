// Links of a session: the address of what is on the screen, and a run that an address brings.

import { type Result, type Timeline, toRun } from '../../engine/index.ts';
import { sharingWords } from '../messagesOfSharing.en.ts';
import type { Session, SessionState } from '../sessionState.ts';
import { timelineOf } from '../shown.ts';
import { tellerOf } from '../timeMoves.ts';
import { linkOf, readLink } from './link.ts';

/** What stands behind the '#' for the branch and the playhead on the screen. */
export const linkFragment = (state: SessionState): string => linkOf(toRun(timelineOf(state)), state.playhead);

/** The page itself is the address: wherever it lies, whatever was behind its '#' or '?'. */
export function linkAddress(state: SessionState, page: string = globalThis.location?.href ?? ''): string {
  return `${page.replace(/[?#].*$/s, '')}#${linkFragment(state)}`;
}

/** Opens what a link holds. `instead`: in place of the open run, for a page that has just been opened. */
export function openLink(session: Session, text: string, instead = false): Result<Timeline> {
  const linked = readLink(text);
  return linked.ok
    ? session.show({ ...linked.value, title: sharingWords('title-link'), instead })
    : tellerOf(session.store)(linked);
}
