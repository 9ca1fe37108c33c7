import type { NextItem, Position } from '../../scene/shape/scene.ts';
import { courseWord } from '../../scene/words/courseWords.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { timeWord } from '../../scene/words/timeWords.ts';
import type { LessonShown } from '../../store/lesson/lessonShown.ts';
import { useSession } from '../session/sessionContext.ts';
import { openNextLesson } from './course.ts';

interface Props {
  readonly next: NextItem | null;
  readonly position: Position;
  readonly lesson: LessonShown | null;
}

/** Its name is always "Next"; what it will do is its description. */
export function NextButton({ next, position, lesson }: Props) {
  const session = useSession();
  const isBeat = lesson?.mode === 'beat' && lesson.challenge === null;
  const preview = isBeat ? beatPreview(lesson, next) : (next?.label ?? null);
  const isIdle = !isBeat && next === null && position.step >= position.steps;
  const press = (): void => {
    if (isBeat && lesson.next === 'end') {
      void openNextLesson(session);
    } else {
      session.advance();
    }
  };
  return (
    <>
      <button
        type="button"
        id="next"
        className="button strong next"
        aria-labelledby="next-word"
        aria-describedby="next-preview"
        aria-disabled={isIdle}
        onClick={press}
      >
        <span id="next-word">{pageWords('next')}</span>
        {preview === null ? (
          <>
            <span className="preview" aria-hidden="true">
              {timeWord('nothing-short', {})}
            </span>
            <span className="hidden-text" id="next-preview">
              {timeWord('nothing-pending', {})}
            </span>
          </>
        ) : (
          <span id="next-preview" className={isBeat && lesson.beat === 0 ? 'preview key' : 'preview'}>
            {preview}
          </span>
        )}
      </button>
      {lesson?.mode === 'wandering' && (
        <button type="button" className="button return" onClick={() => session.returnToLesson()}>
          {courseWord('return', {})}
        </button>
      )}
    </>
  );
}

function beatPreview(lesson: LessonShown, next: NextItem | null): string {
  switch (lesson.next) {
    case 'step':
      // What nobody on the page does by hand is told by the beat's own sentence.
      return lesson.beat === 0
        ? courseWord('next-key', {})
        : next?.command.kind === 'deliver'
          ? next.label
          : '';
    case 'sentence':
      return '';
    default:
      return courseWord(`next-${lesson.next}`, {});
  }
}
