// The course in its order, then the shelf of incidents. A lesson is added by its file, its words, and a line here.

import { concurrentAdd } from './course/concurrentAdd.ts';
import type { Lesson } from './lesson.ts';

export const LESSONS: readonly Lesson[] = [concurrentAdd];

export const lessonOf = (id: string): Lesson | undefined => LESSONS.find((lesson) => lesson.id === id);
