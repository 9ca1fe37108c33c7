// What is said, and the one button that goes on: the sentence of the beat in a lesson, of the step everywhere else. Next
// says what it will do.

import type { Narration, NextItem, Position } from '../../scene/shape/scene.ts';
import { lessonText } from '../../scene/words/courseWords.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import type { LessonShown } from '../../store/lesson/lessonShown.ts';
import { unsaid } from '../../store/lesson/termsIn.ts';
import { useSession } from '../session/sessionContext.ts';
import { Challenge } from './Challenge.tsx';
import { NextButton } from './NextButton.tsx';
import { Question } from './Question.tsx';
import { Reveal } from './Reveal.tsx';
import { TermText } from './TermText.tsx';

/** More characters than these may not stand in two lines on a projector: values and names do not break. */
const LONG_SENTENCE = 72;

interface Props {
  readonly narration: Narration;
  readonly next: NextItem | null;
  readonly position: Position;
  /** What is said before the first step of a sandbox. */
  readonly welcome: string;
  readonly lesson: LessonShown | null;
}

export function Lesson({ narration, next, position, welcome, lesson }: Props) {
  const session = useSession();
  const isFresh = position.steps === 0 && lesson === null;
  const own = lesson?.sentence ?? null;
  const sentence = own === null ? (isFresh ? welcome : narration.sentence) : lessonText(own);
  const atStart = lesson?.mode === 'beat' ? lesson.beat === 0 : position.step === 0;
  return (
    <section className="lesson" aria-label={pageWords('lesson')} id="lesson">
      <div className="say" data-mode={lesson?.mode}>
        {lesson?.question != null ? (
          <Question question={lesson.question} />
        ) : (
          <p
            className="narration"
            data-step={position.step}
            data-long={(!isFresh && sentence.length > LONG_SENTENCE) || undefined}
          >
            {/* Another beat, another sentence: what was open is closed. */}
            <TermText key={sentence} text={sentence} terms={lesson?.terms ?? []} />
          </p>
        )}
        {lesson?.reveal != null && <Reveal reveal={lesson.reveal} terms={unsaid(sentence, lesson.terms)} />}
        {lesson?.challenge != null && <Challenge task={lesson.challenge} />}
      </div>
      <NextButton next={next} position={position} lesson={lesson} />
      <button type="button" className="button back" aria-disabled={atStart} onClick={() => session.retreat()}>
        {pageWords('back')}
      </button>
    </section>
  );
}
