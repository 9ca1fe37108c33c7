// Lesson 1 beat by beat, as text: what is said, what is hidden, and the picture that it is said of. Read the difference when
// one changes: the sentence must still be true of the picture.

import { expect, test } from 'vitest';
import { LESSONS } from '../../lessons/catalogue.ts';
import { concurrentAdd } from '../../lessons/course/concurrentAdd.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { playedLesson } from '../../lessons/playedLesson.ts';
import { project } from '../../scene/project.ts';
import { textOf } from '../../scene/text/describe.ts';
import { type LessonShown, lessonShown } from '../../store/lesson/lessonShown.ts';
import { FIRST_SEED, firstScreen } from '../../store/sandbox/firstScreen.ts';
import { createSession, timelineOf } from '../../store/session.ts';
import type { Session } from '../../store/state/sessionState.ts';
import { shownOptions } from '../session/shownOptions.ts';

const opened = (lesson: Lesson): Session =>
  createSession({ seed: FIRST_SEED, config: firstScreen(), lesson: { lesson, beat: 0 } });

function shownAt(session: Session, beat: number): LessonShown {
  session.goToBeat(beat);
  const shown = lessonShown(session.store.getState());
  if (shown === null) throw new Error('A lesson is open.');
  return shown;
}

test('what lesson 1 says and shows, beat by beat', async () => {
  const session = opened(concurrentAdd);
  const pages = concurrentAdd.beats.map(({ id }, beat) => {
    const { sentence, question, hidden, focus } = shownAt(session, beat);
    const state = session.store.getState();
    const scene = project(timelineOf(state), state.playhead, shownOptions(state));
    const head = [
      `════ ${id}`,
      ...(question === null ? [sentence] : [question.text, ...question.options.map((one) => `  ${one}`)]),
      `focus: ${focus ?? 'none'}; hidden: ${hidden.join(' ') || 'nothing'}`,
    ];
    return `${head.join('\n')}\n${textOf(scene)}\n`;
  });
  await expect(pages.join('\n')).toMatchFileSnapshot('beats.concurrentAdd.txt');
});

/** A panel of the usual height has room for three; where each run of a lesson ends it has all that it comes to. */
test('a lesson whose versions stand in more than three layers says so, and no other', () => {
  const deep = LESSONS.filter((lesson) => {
    const session = opened(lesson);
    const ends = new Map(playedLesson(lesson).places.map(({ run }, at) => [run, at]));
    return [...ends.values()].some((at) => {
      session.goToBeat(at);
      const state = session.store.getState();
      const { dag } = project(timelineOf(state), state.playhead, shownOptions(state));
      return new Set(dag.nodes.map(({ layer }) => layer)).size > 3;
    });
  });
  expect(LESSONS.filter((lesson) => lesson.deep === true).map(({ id }) => id)).toEqual(
    deep.map(({ id }) => id),
  );
});

/** Every text that a lesson shows, apart from the glossary's. */
function textsOf({ title, point, sentence, question, reveal, challenge }: LessonShown): readonly string[] {
  return [
    title,
    point,
    sentence ?? '',
    question?.text ?? '',
    ...(question?.options ?? []),
    reveal?.right ?? '',
    reveal?.reason ?? '',
    challenge?.goal ?? '',
    ...(challenge?.hints ?? []),
  ].filter((text) => text !== '');
}

test.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))(
  'no word of %s stands outside its catalogue',
  (_, lesson) => {
    const texts = Object.fromEntries(Object.entries(lesson.texts).map(([id, text]) => [id, `⟦${text}⟧`]));
    const session = opened({ ...lesson, texts });
    const outside = lesson.beats.flatMap((_beat, beat) => {
      session.hint();
      return textsOf(shownAt(session, beat)).filter((text) => !/^⟦.*⟧$/u.test(text));
    });
    expect(outside).toEqual([]);
  },
);
