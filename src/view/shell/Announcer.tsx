// What a screen reader hears: one sentence for each step that a person takes, and while playing a summary at most every
// three seconds; a broken promise is said once, at once. The visible sentence itself is not live.

import { useEffect, useRef, useState } from 'react';
import { lessonText } from '../../scene/courseWords.ts';
import type { Scene } from '../../scene/scene.ts';
import { timeWord } from '../../scene/timeWords.ts';
import type { LessonShown } from '../../store/lessonShown.ts';

const STEP_DELAY_MS = 400;
const SUMMARY_MS = 3_000;

interface Props {
  readonly scene: Scene;
  readonly playing: boolean;
  readonly lesson: LessonShown | null;
}

export function Announcer({ scene, playing, lesson }: Props) {
  const said = useSaid(scene, playing, sentenceOf(scene, lesson));
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

function useSaid(scene: Scene, playing: boolean, sentence: string): string {
  const [said, setSaid] = useState('');
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
    const timer = setTimeout(() => setSaid(sentence), STEP_DELAY_MS);
    return () => clearTimeout(timer);
  }, [sentence, playing]);
  useEffect(() => {
    if (!playing) {
      return;
    }
    let since = latest.current.position.step;
    const timer = setInterval(() => {
      const { position, agreement } = latest.current;
      const steps = position.step - since;
      since = position.step;
      if (steps > 0) setSaid(timeWord('summary', { steps, agreement: agreement.sentence }));
    }, SUMMARY_MS);
    return () => clearInterval(timer);
  }, [playing]);
  return said;
}
