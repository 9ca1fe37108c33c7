// The course in its order, then the shelf of incidents. A lesson is added by its file, its words, and a line here.

import { askingAgain } from './course/askingAgain.ts';
import { boxesHaveNumbers } from './course/boxesHaveNumbers.ts';
import { columnCameBack } from './course/columnCameBack.ts';
import { concurrentAdd } from './course/concurrentAdd.ts';
import { dropAndAddAgain } from './course/dropAndAddAgain.ts';
import { lostNews } from './course/lostNews.ts';
import { neitherNewer } from './course/neitherNewer.ts';
import { nobodyRewrites } from './course/nobodyRewrites.ts';
import { sameColumns } from './course/sameColumns.ts';
import { sameMicrosecond } from './course/sameMicrosecond.ts';
import { twoShards } from './course/twoShards.ts';
import { writeBeforeNews } from './course/writeBeforeNews.ts';
import type { Lesson } from './lesson.ts';
import { createdTwice } from './shelf/createdTwice.ts';
import { forwarded } from './shelf/forwarded.ts';
import { notSynced } from './shelf/notSynced.ts';
import { replicasDiverge } from './shelf/replicasDiverge.ts';
import { shardsPulled } from './shelf/shardsPulled.ts';
import { tombstoneExpires } from './shelf/tombstoneExpires.ts';

export const LESSONS: readonly Lesson[] = [
  concurrentAdd,
  boxesHaveNumbers,
  nobodyRewrites,
  writeBeforeNews,
  neitherNewer,
  lostNews,
  dropAndAddAgain,
  columnCameBack,
  askingAgain,
  sameColumns,
  sameMicrosecond,
  twoShards,

  createdTwice,
  notSynced,
  forwarded,
  shardsPulled,
  replicasDiverge,
  tombstoneExpires,
];

export const lessonOf = (id: string): Lesson | undefined => LESSONS.find((lesson) => lesson.id === id);
