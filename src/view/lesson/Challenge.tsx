// The goal stays pinned while one tries: how many moves it has taken, a hint, a way to see it solved, and what then comes.

import { courseWord, lessonText } from '../../scene/words/courseWords.ts';
import type { LessonShown } from '../../store/lesson/lessonShown.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';
import { openNextLesson } from './course.ts';

export function Challenge({ task }: { readonly task: NonNullable<LessonShown['challenge']> }) {
  const session = useSession();
  const { goal, hints, hintsLeft, moves, par, solved, lost } = task;
  return (
    <div className="challenge" data-solved={solved || undefined} data-lost={lost || undefined}>
      <div className="goal">
        <b>{courseWord('goal', {})}</b> <span>{lessonText(goal)}</span>
      </div>
      {hints.length > 0 && (
        <ul className="hints">
          {hints.map((hint) => (
            <li key={hint}>{lessonText(hint)}</li>
          ))}
        </ul>
      )}
      <div className="tries">
        <span role="status" className="tried">
          {solved && <Icon name="check" />}
          {solved
            ? `${courseWord('solved', { moves })} ${
                moves > par ? courseWord('solved-over', { par: String(par) }) : courseWord('solved-par', {})
              }`
            : `${courseWord('moves', { count: moves })} · ${
                lost ? courseWord('out-of-reach', {}) : courseWord('par', { count: par })
              }`}
        </span>
        {!solved && !lost && hintsLeft > 0 && (
          <button type="button" className="button quiet" onClick={() => session.hint()}>
            {courseWord('hint', {})}
          </button>
        )}
        {!solved && (
          <button type="button" className="button quiet" onClick={() => session.showSolution()}>
            {courseWord('solution', {})}
          </button>
        )}
        {moves > 0 && (
          <button
            type="button"
            className={lost ? 'button strong' : 'button quiet'}
            onClick={() => session.returnToLesson()}
          >
            {courseWord('again', {})}
          </button>
        )}
        <button
          type="button"
          className={solved ? 'button strong' : 'button quiet'}
          onClick={() => void openNextLesson(session)}
        >
          {courseWord('next-lesson', {})}
        </button>
      </div>
    </div>
  );
}
