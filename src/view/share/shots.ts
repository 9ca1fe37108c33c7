// What a film shows one after the other: each step of a run with its sentence, or each beat of a lesson with the lesson's.

import { playedLesson } from '../../lessons/playedLesson.ts';
import { captionsOf, readingSeconds, type Said } from '../../scene/text/captions.ts';
import { lessonText } from '../../scene/words/courseWords.ts';
import type { OpenLesson } from '../../store/state/lessonState.ts';
import type { Session, SessionState } from '../../store/state/sessionState.ts';
import { timelineOf } from '../../store/state/shown.ts';
import { shownOptions } from '../session/shownOptions.ts';
import { cardBefore, type FilmCard } from './filmCards.ts';

export interface Shot extends Said {
  /** What stands while it slides in. */
  readonly onWay: string;
  /** Under its sentence in smaller type: what there is to choose from. */
  readonly below: string;
  /** What stands before it. */
  readonly card: FilmCard | null;
  /** Shows it, or so many steps before it. */
  readonly show: (before: number) => void;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Time to think about a question. */
const PONDER_SECONDS = 5;
/** A beat that does much shows how the last of it happens. */
const SLIDES_MAX = 3;

export function runShots(session: Session, state: SessionState, stretch: Stretch): readonly Shot[] {
  const captions = captionsOf(timelineOf(state), shownOptions(state), stretch);
  return captions.map(({ step, sentence, seconds }, i) => ({
    sentence,
    seconds,
    slides: i === 0 ? 0 : 1,
    below: '',
    card: null,
    lead: 0,
    onWay: captions[i - 1]?.sentence ?? '',
    show: (before) => void (before === 0 ? session.seek(step) : session.seek(step - 1, 1 - before)),
  }));
}

/** Beats are counted from 0. */
export function lessonShots(
  session: Session,
  { lesson }: OpenLesson,
  { from, to }: Stretch,
): readonly Shot[] {
  const { places } = playedLesson(lesson);
  return lesson.beats.slice(from, to + 1).map(({ id, ask }, i) => {
    const sentence = lessonText(lesson.texts[id] ?? '');
    const [before, here] = [places[from + i - 1], places[from + i]];
    const isOn = i > 0 && before !== undefined && here !== undefined && before.run === here.run;
    const way = isOn ? here.step + here.fraction - before.step - before.fraction : 0;
    const card = cardBefore(lesson, from + i, from);
    return {
      sentence,
      below: (ask?.options ?? [])
        .map((_facts, option) => `${option + 1} ${lessonText(lesson.texts[`${id}.${option + 1}`] ?? '')}`)
        .join('  ·  '),
      card,
      lead: card?.seconds ?? 0,
      onWay: sentence,
      seconds: readingSeconds(sentence) + (ask === undefined ? 0 : PONDER_SECONDS),
      slides: Math.min(SLIDES_MAX, Math.max(0, way)),
      show: (left) => void session.goToBeat(from + i, left),
    };
  });
}

/** Back to where one was, whatever has been filmed. */
export function restorerOf(session: Session): () => void {
  const { lesson, current, playhead } = session.store.getState();
  return () => {
    if (lesson !== null) session.goToBeat(lesson.beat);
    if (session.store.getState().current !== current) session.switchBranch(current);
    session.seek(playhead.step, playhead.fraction);
  };
}
