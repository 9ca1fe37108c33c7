// Where one is in the course, and the way to its contents or out of it. They are links: each has an address of its own.

import { courseWord, lessonText } from '../../scene/words/courseWords.ts';
import type { LessonShown } from '../../store/lesson/lessonShown.ts';
import { leaveLesson } from '../lesson/leave.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';

export function LessonLine({ lesson }: { readonly lesson: LessonShown }) {
  const { number, title } = lesson;
  const which =
    number === null
      ? courseWord('lesson-shelf', {})
      : courseWord('lesson-number', { number: String(number) });
  return (
    <>
      <span>{which}</span>
      <b className="lesson-title">{lessonText(title)}</b>
    </>
  );
}

export function ContentsLink() {
  const session = useSession();
  return (
    <a
      className="button quiet contents-link"
      href="?contents"
      onClick={(event) => {
        event.preventDefault();
        session.showContents(true);
      }}
    >
      <Icon name="words" />
      <span>{courseWord('contents', {})}</span>
    </a>
  );
}

export function SandboxLink() {
  const session = useSession();
  return (
    <a
      className="button quiet sandbox-link"
      href="?sandbox"
      onClick={(event) => {
        event.preventDefault();
        leaveLesson(session);
      }}
    >
      {courseWord('sandbox', {})}
    </a>
  );
}
