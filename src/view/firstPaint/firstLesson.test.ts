import { expect, test } from 'vitest';
import { concurrentAdd } from '../../lessons/course/concurrentAdd.ts';
import { playedLesson } from '../../lessons/playedLesson.ts';
import { project } from '../../scene/project.ts';
import { GEOMETRY_DESKTOP, type Scene } from '../../scene/shape/scene.ts';
import { lessonShown } from '../../store/lesson/lessonShown.ts';
import { FIRST_SEED, firstScreen } from '../../store/sandbox/firstScreen.ts';
import { createSession } from '../../store/session.ts';
import { hiddenNodes } from '../../store/state/lessonState.ts';
import { FIRST_HIDDEN, FIRST_LESSON } from './firstLesson.ts';
import { firstScene } from './firstScene.ts';

const first = () =>
  createSession({
    seed: FIRST_SEED,
    config: firstScreen(),
    lesson: { lesson: concurrentAdd, beat: 0 },
  }).store.getState();

test('what the page says before its engine has arrived is what the first lesson says', () => {
  expect(lessonShown(first())).toEqual(FIRST_LESSON);
  expect(hiddenNodes(first().lesson)).toEqual(FIRST_HIDDEN);
});

test('the stored picture without the nodes that are hidden is the first lesson’s first picture', () => {
  const [main] = playedLesson(concurrentAdd).runs;
  if (main === undefined) throw new Error('The lesson has a run.');
  const options = { selection: null, tableKey: null, naming: 'lesson', hidden: FIRST_HIDDEN } as const;
  const seen = ({ nodes, loom, agreement }: Scene) => ({
    cards: nodes.map(({ node, x, w, columns, sources, identity }) => ({
      node,
      x,
      w,
      columns,
      sources,
      identity,
    })),
    lanes: loom.lanes,
    tiles: agreement.tiles,
  });
  expect(seen(firstScene(GEOMETRY_DESKTOP, FIRST_HIDDEN))).toEqual(
    seen(project(main.timeline, { step: 0, fraction: 0 }, options)),
  );
});
