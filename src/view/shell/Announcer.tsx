// What a screen reader hears: one sentence for each step that a person takes, and while playing a summary at most every
// three seconds; a broken promise is said once, at once. The visible sentence itself is not live.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scene } from '../../scene/shape/scene.ts';
import { lessonText } from '../../scene/words/courseWords.ts';
import { timeWord } from '../../scene/words/timeWords.ts';
import type { LessonShown } from '../../store/lesson/lessonShown.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { useSlice } from '../session/sessionContext.ts';

const STEP_DELAY_MS = 400;
const SUMMARY_MS = 3_000;
/** Nobody hears the same text put in its own place: what is said twice differs by this, which has no sound. */
const AGAIN = '\u00a0';

const branchNameOf = ({ branches, current }: SessionState): string => branches[current]?.name ?? '';
const bookmarksOf = ({ bookmarks }: SessionState): SessionState['bookmarks'] => bookmarks;

interface Props {
  readonly scene: Scene;
  readonly playing: boolean;
  readonly lesson: LessonShown | null;
}

export function Announcer({ scene, playing, lesson }: Props) {
  const [said, put] = useState('');
  const say = useCallback(
    (sentence: string) => put((old) => (old === sentence ? sentence + AGAIN : sentence)),
    [],
  );
  const place = lesson?.sentence == null ? scene.position.step : null;
  useTold({ scene, playing, place, sentence: sentenceOf(scene, lesson) }, say);
  useHeld(scene, say);
  useMarked(say);
  useAnswered(lesson, say);
  return (
    <>
      <p className="hidden-text" role="status" aria-atomic="true">
        {said}
      </p>
      <p className="hidden-text" role="alert">
        {scene.promises.items
          .filter((item) => !item.held && item.changed)
          .map((item) => timeWord('broken-now', { sentence: item.sentence }))
          .join(' ')}
      </p>
    </>
  );
}

/** In a lesson its own sentence, and of a guess how it came out. */
function sentenceOf({ narration }: Scene, lesson: LessonShown | null): string {
  const own = lesson?.sentence;
  if (own === null || own === undefined) {
    return narration.sentence;
  }
  return lesson?.reveal == null ? lessonText(own) : `${lessonText(own)} ${lessonText(lesson.reveal.reason)}`;
}

type Say = (sentence: string) => void;

interface Told {
  readonly scene: Scene;
  readonly playing: boolean;
  /** Two steps may have one sentence; a beat of a lesson has its own, whatever steps it takes. */
  readonly place: number | null;
  readonly sentence: string;
}

function useTold({ scene, playing, place, sentence }: Told, say: Say): void {
  const latest = useRef(scene);
  const first = useRef(true);
  const branch = useSlice(branchNameOf);
  const told = useRef(branch);
  useEffect(() => {
    latest.current = scene;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is to be told of, whatever is said of it
  useEffect(() => {
    if (first.current || playing) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => {
      say(told.current === branch ? sentence : timeWord('on-branch', { name: branch, sentence }));
      told.current = branch;
    }, STEP_DELAY_MS);
    return () => clearTimeout(timer);
  }, [place, branch, sentence, playing, say]);
  useEffect(() => {
    if (!playing) {
      return;
    }
    let since = latest.current.position.step;
    let stood = '';
    const timer = setInterval(() => {
      const { position, agreement } = latest.current;
      const steps = position.step - since;
      // Where all stand as they stood there is no news: those steps are counted with the next.
      if (steps > 0 && agreement.sentence !== stood) {
        since = position.step;
        stood = agreement.sentence;
        say(timeWord('summary', { steps, agreement: stood }));
      }
    }, SUMMARY_MS);
    return () => clearInterval(timer);
  }, [playing, say]);
}

/** An option that is chosen by its number is told; who goes from option to option hears each of them anyway. */
function useAnswered(lesson: LessonShown | null, say: Say): void {
  const question = lesson?.question ?? null;
  const chosen = question?.options[question.chosen ?? -1];
  useEffect(() => {
    if (chosen !== undefined && document.activeElement?.matches('[type="radio"]') !== true) {
      setTimeout(() => say(lessonText(chosen)), STEP_DELAY_MS);
    }
  }, [chosen, say]);
}

/** A bookmark takes no step either. */
function useMarked(say: Say): void {
  const bookmarks = useSlice(bookmarksOf);
  const count = useRef(bookmarks.length);
  useEffect(() => {
    const latest = bookmarks.at(-1);
    if (latest !== undefined && bookmarks.length > count.current) {
      const sentence = timeWord('bookmarked', { step: String(latest.step) });
      setTimeout(() => say(sentence), STEP_DELAY_MS);
    }
    count.current = bookmarks.length;
  }, [bookmarks, say]);
}

/** To hold a message and to release it take no step: no sentence tells of them. */
function useHeld({ inFlight, position }: Scene, say: Say): void {
  const step = useRef(position.step);
  const held = useRef<readonly string[]>([]);
  useEffect(() => {
    const here = step.current === position.step;
    const was = held.current;
    step.current = position.step;
    held.current = inFlight.filter((item) => item.held).map((item) => item.label);
    const begun = held.current.find((name) => !was.includes(name));
    const ended = was.find((name) => !held.current.includes(name));
    const name = begun ?? ended;
    if (!here || name === undefined) return;
    const sentence = timeWord(begun === undefined ? 'released-now' : 'held-now', { name });
    // As late as the sentence of a step that was taken just before, and so after it.
    setTimeout(() => say(sentence), STEP_DELAY_MS);
  }, [inFlight, position.step, say]);
}
