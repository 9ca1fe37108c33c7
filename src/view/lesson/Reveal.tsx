import { courseWord, lessonText } from '../../scene/words/courseWords.ts';
import type { LessonShown } from '../../store/lesson/lessonShown.ts';
import { Icon } from '../marks/Icon.tsx';
import { TermText } from './TermText.tsx';

/** How the guess came out, and why it is so. */
interface Props {
  readonly reveal: NonNullable<LessonShown['reveal']>;
  /** Words that the sentence has not explained. */
  readonly terms: LessonShown['terms'];
}

export function Reveal({ reveal, terms }: Props) {
  const { isRight, reason } = reveal;
  const right = lessonText(reveal.right);
  const outcome =
    isRight === null
      ? courseWord('guess-none', { right })
      : isRight
        ? courseWord('guess-right', {})
        : courseWord('guess-wrong', { right });
  return (
    <div className="reveal" data-right={isRight ?? undefined}>
      <b>
        {isRight === true && <Icon name="check" />}
        {outcome}
      </b>{' '}
      <span>
        <TermText text={lessonText(reason)} terms={terms} />
      </span>
    </div>
  );
}
