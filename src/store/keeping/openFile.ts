// Run files of a session: the text of what is open, and a run that a text brings.

import type { Result } from '../../engine/index.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { isUntouched, putAside } from '../runs/openRuns.ts';
import { refuse } from '../state/outcome.ts';
import type { Session, SessionState } from '../state/sessionState.ts';
import { tellerOf } from '../time/timeMoves.ts';
import { fileOf, type ReadRun, readRunFile } from './runFile.ts';

export const RUN_FILE_ENDING = '.schemerge.json';

/** A name that every file system takes. */
export function runFileName({ title }: SessionState): string {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${plain === '' ? 'run' : plain}${RUN_FILE_ENDING}`;
}

export const runFileText = (state: SessionState): string => `${JSON.stringify(fileOf(putAside(state)))}\n`;

/** Opens the run of a file; what in it does not play as it did is told, and what plays is shown. */
export function openRunFile(
  session: Session,
  text: string,
  lessons: readonly Lesson[] = [],
): Result<ReadRun> {
  const read = readRunFile(text, lessons);
  if (!read.ok) {
    return tellerOf(session.store)(read);
  }
  restoreRead(session, read.value);
  return read;
}

/** An open run in which nothing was done gives its place away. */
export function restoreRead(session: Session, { run, problems }: ReadRun): void {
  session.restore(run, isUntouched(session.store.getState()));
  if (problems.length > 0) {
    tellerOf(session.store)(refuse(problems.join(' ')));
  }
}
