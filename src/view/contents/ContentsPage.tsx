// The course at a glance: every lesson with its one sentence, how long it takes, how far one has come, and a small picture
// of it. It lies over the stage, and Escape leads back.

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Act, Lesson } from '../../lessons/lesson.ts';
import { courseWord, lessonText } from '../../scene/words/courseWords.ts';
import type { Progress } from '../../store/lesson/progress.ts';
import { courseArrival } from '../lesson/course.ts';
import { leaveLesson } from '../lesson/leave.ts';
import { useProgress } from '../lesson/useProgress.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';
import { Glossary } from './Glossary.tsx';
import { LessonPicture } from './LessonPicture.tsx';
import { PartingLoop } from './PartingLoop.tsx';

const ACTS: readonly Act[] = ['agreeing', 'writing', 'losing', 'engineers', 'shelf'];

export function ContentsPage() {
  const session = useSession();
  const [lessons, setLessons] = useState<readonly Lesson[]>([]);
  const page = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    let gone = false;
    void courseArrival().then(({ LESSONS }) => {
      if (!gone) setLessons(LESSONS);
    });
    return () => {
      gone = true;
    };
  }, []);
  // A modal dialog as large as the page: what it covers is out of reach, and gets the focus back.
  useLayoutEffect(() => {
    const dialog = page.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  const first = lessons[0];
  return (
    <dialog
      ref={page}
      className="contents"
      aria-labelledby="contents-title"
      onCancel={(event) => {
        event.preventDefault();
        session.showContents(false);
      }}
    >
      <header className="contents-head">
        <div>
          <h2 id="contents-title">{courseWord('contents-title', {})}</h2>
          <p>{courseWord('contents-lead', {})}</p>
          <p className="contents-ways">
            <button type="button" className="button" onClick={() => session.showContents(false)}>
              {courseWord('contents-close', {})}
            </button>
            <button type="button" className="button quiet" onClick={() => leaveLesson(session)}>
              {courseWord('sandbox', {})}
            </button>
          </p>
        </div>
        {first !== undefined && <PartingLoop lesson={first} />}
      </header>
      {ACTS.map((act) => (
        <ActSection key={act} act={act} lessons={lessons.filter((lesson) => lesson.act === act)} />
      ))}
      <Glossary />
    </dialog>
  );
}

function ActSection({ act, lessons }: { readonly act: Act; readonly lessons: readonly Lesson[] }) {
  const progress = useProgress();
  if (lessons.length === 0) {
    return null;
  }
  return (
    <section className="act" aria-labelledby={`act-${act}`}>
      <h3 id={`act-${act}`}>{courseWord(`act-${act}`, {})}</h3>
      <ul>
        {lessons.map((lesson) => (
          <li key={lesson.id}>
            <LessonCard lesson={lesson} progress={progress} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  readonly lesson: Lesson;
  readonly progress: Progress;
}

function LessonCard({ lesson, progress }: CardProps) {
  const session = useSession();
  const { id, number, minutes, texts, challenge } = lesson;
  const { last, done, solved } = progress;
  const isHere = last?.lesson === id;
  const moves = solved[id];
  return (
    <a
      className="lesson-card"
      href={`?lesson=${id}`}
      data-done={done.includes(id) || undefined}
      aria-current={isHere ? 'step' : undefined}
      onClick={(event) => {
        event.preventDefault();
        session.openLesson(lesson, isHere && !done.includes(id) ? last.beat : 0);
      }}
    >
      <LessonPicture lesson={lesson} />
      <span className="lesson-about">
        <b>
          {number !== null && <span className="lesson-number">{number}</span>}
          {lessonText(texts['title'] ?? '')}
        </b>
        <span>{lessonText(texts['point'] ?? '')}</span>
        <small>
          {courseWord('minutes', { count: minutes })}
          {done.includes(id) && (
            <span className="lesson-state">
              <Icon name="check" />
              {moves === undefined || challenge === undefined
                ? courseWord('seen', {})
                : courseWord('solved-short', { moves: String(moves), par: String(challenge.par) })}
            </span>
          )}
          {isHere && !done.includes(id) && <span className="lesson-state">{courseWord('here', {})}</span>}
        </small>
      </span>
    </a>
  );
}
