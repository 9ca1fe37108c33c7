import { courseWord, lessonText } from '../../scene/courseWords.ts';
import type { LessonShown } from '../../store/lessonShown.ts';
import { Icon } from '../marks/Icon.tsx';

/** How the guess came out, and why it is so. */
export function Reveal({ reveal }: { readonly reveal: NonNullable<LessonShown['reveal']> }) {
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
      <span>{lessonText(reason)}</span>
    </div>
  );
}
