// A lesson's own picture at its most telling beat, small: the projection of the real run, only lanes and messages of it.

import { useMemo } from 'react';
import { type Lesson, MAIN } from '../../lessons/lesson.ts';
import { playedLesson } from '../../lessons/playedLesson.ts';
import { project } from '../../scene/project.ts';
import { SmallLoom, smallGeometry } from './SmallLoom.tsx';

export function LessonPicture({ lesson }: { readonly lesson: Lesson }) {
  const loom = useMemo(() => {
    const { runs } = playedLesson(lesson);
    const own = runs.find(({ id }) => id === MAIN);
    return own === undefined
      ? null
      : project(
          own.timeline,
          { step: own.timeline.steps.length, fraction: 0 },
          {
            selection: null,
            tableKey: null,
            naming: 'lesson',
            folded: true,
            geometry: smallGeometry,
          },
        ).loom;
  }, [lesson]);
  return loom === null ? null : <SmallLoom loom={loom} />;
}
