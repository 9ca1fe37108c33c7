// Links of a session: the address of what is on the screen, and a run that an address brings.

import { type Result, type Timeline, toRun } from '../../../engine/index.ts';
import type { Lesson } from '../../../lessons/lesson.ts';
import { refuse } from '../../state/outcome.ts';
import type { Session, SessionState } from '../../state/sessionState.ts';
import { timelineOf } from '../../state/shown.ts';
import { tellerOf } from '../../time/timeMoves.ts';
import { sharingWords } from '../../words/messagesOfSharing.en.ts';
import { linkOf, readLink } from './link.ts';

/** What stands behind the '#' for the branch and the playhead on the screen, and for the lesson that they belong to. */
export function linkFragment(state: SessionState, inLesson = true): string {
  const { lesson: open, playhead } = state;
  const lesson = open === null || !inLesson ? null : { id: open.lesson.id, beat: open.beat };
  return linkOf(toRun(timelineOf(state)), playhead, lesson);
}

/** The page itself is the address: wherever it lies, whatever was behind its '#' or '?'. */
export function linkAddress(
  state: SessionState,
  page: string = globalThis.location?.href ?? '',
  inLesson = true,
): string {
  return `${page.replace(/[?#].*$/s, '')}#${linkFragment(state, inLesson)}`;
}

export interface LinkOptions {
  /** In place of the open run, for a page that has just been opened. */
  readonly instead?: boolean;
  /** Those that a link may name. */
  readonly lessons?: readonly Lesson[];
}

/** Opens what a link holds. */
export function openLink(
  session: Session,
  text: string,
  { instead = false, lessons = [] }: LinkOptions = {},
): Result<Timeline> {
  const told = tellerOf(session.store);
  const linked = readLink(text);
  if (!linked.ok) {
    return told(linked);
  }
  const { lesson: named, ...sent } = linked.value;
  const lesson = lessons.find(({ id }) => id === named?.id);
  const shown = session.show({
    ...sent,
    title: sharingWords('title-link'),
    instead,
    ...(lesson === undefined || named === undefined ? {} : { lesson: { lesson, beat: named.beat } }),
  });
  if (shown.ok && named !== undefined && lesson === undefined) {
    told(refuse(sharingWords('lesson-unknown', { id: named.id })));
  }
  return shown;
}
