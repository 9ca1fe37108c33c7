// What a screen reader hears: one sentence for each step that a person takes, and while playing a summary at most every
// three seconds; a broken promise is said once, at once. The visible sentence itself is not live.

import { useEffect, useRef, useState } from 'react';
import type { Scene } from '../../scene/shape/scene.ts';
import { lessonText } from '../../scene/words/courseWords.ts';
import { timeWord } from '../../scene/words/timeWords.ts';
import type { LessonShown } from '../../store/lesson/lessonShown.ts';

const STEP_DELAY_MS = 400;
const SUMMARY_MS = 3_000;

interface Props {
  readonly scene: Scene;
  readonly playing: boolean;
  readonly lesson: LessonShown | null;
}

export function Announcer({ scene, playing, lesson }: Props) {
  const [said, say] = useState('');
  useTold(scene, playing, sentenceOf(scene, lesson), say);
  useHeld(scene, say);
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

function useTold(scene: Scene, playing: boolean, sentence: string, say: Say): void {
  const latest = useRef(scene);
  const first = useRef(true);
  useEffect(() => {
    latest.current = scene;
  });
  useEffect(() => {
    if (first.current || playing) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => say(sentence), STEP_DELAY_MS);
    return () => clearTimeout(timer);
  }, [sentence, playing, say]);
  useEffect(() => {
    if (!playing) {
      return;
    }
    let since = latest.current.position.step;
    const timer = setInterval(() => {
      const { position, agreement } = latest.current;
      const steps = position.step - since;
      since = position.step;
      if (steps > 0) say(timeWord('summary', { steps, agreement: agreement.sentence }));
    }, SUMMARY_MS);
    return () => clearInterval(timer);
  }, [playing, say]);
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
