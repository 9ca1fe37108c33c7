// What the first lesson shows at its first beat, for the page before its engine has arrived. A test holds it to the lesson.

import { PARTS } from '../../lessons/lesson.ts';
import { CONCURRENT_ADD_EN } from '../../lessons/texts/concurrentAdd.en.ts';
import type { LessonShown } from '../../store/lesson/lessonShown.ts';

export const FIRST_LESSON: LessonShown = {
  id: 'concurrent-add',
  number: 1,
  title: CONCURRENT_ADD_EN.title,
  point: CONCURRENT_ADD_EN.point,
  beat: 0,
  beats: 16,
  chapter: 'setup',
  mode: 'beat',
  sentence: CONCURRENT_ADD_EN.start,
  question: null,
  reveal: null,
  challenge: null,
  focus: null,
  invites: false,
  hidden: PARTS,
  deep: false,
  next: 'step',
  isLast: false,
  terms: [],
};

/** Nodes that the first lesson shows at first. */
export const FIRST_HIDDEN = ['C'] as const;
