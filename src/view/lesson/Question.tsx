// A question stands where the sentence stands, until Next shows what happens: whoever has only a remote never gets stuck.

import { useRef } from 'react';
import { courseWord, lessonText } from '../../scene/words/courseWords.ts';
import type { LessonShown } from '../../store/lesson/lessonShown.ts';
import { useSession } from '../session/sessionContext.ts';

export function Question({ question }: { readonly question: NonNullable<LessonShown['question']> }) {
  const session = useSession();
  const byHand = useRef(false);
  return (
    <fieldset className="question">
      <legend>{lessonText(question.text)}</legend>
      <div className="options" title={courseWord('options', { count: String(question.options.length) })}>
        {question.options.map((option, i) => (
          <label
            key={option}
            className="option"
            onPointerUp={() => {
              byHand.current = true;
            }}
          >
            <input
              type="radio"
              name={question.beat}
              checked={question.chosen === i}
              onChange={() => session.answer(i + 1)}
              onClick={() => {
                // Who points goes on with Next: a remote's arrow would choose another option.
                if (byHand.current) document.getElementById('next')?.focus({ preventScroll: true });
                byHand.current = false;
              }}
            />
            <span className="key" aria-hidden="true">
              {i + 1}
            </span>
            <span>{lessonText(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
