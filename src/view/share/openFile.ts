// A file that somebody picked or dropped, opened as a run.

import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import { lessonsOf } from '../../store/automation/automationOfLessons.ts';
import { openRunFile } from '../../store/keeping/openFile.ts';
import { RUN_FILE_MAX } from '../../store/keeping/runFile.ts';
import type { Session } from '../../store/state/sessionState.ts';
import { courseArrival } from '../lesson/course.ts';

/** The sentence of why it cannot be opened, or null. The open run stays as it is then. */
export async function openFile(session: Session, file: File): Promise<string | null> {
  try {
    // What is too long is told by its beginning, which is enough.
    const opened = openRunFile(
      session,
      await file.slice(0, RUN_FILE_MAX + 1).text(),
      await lessonsOf(courseArrival),
    );
    return opened.ok ? null : opened.problem;
  } catch (error) {
    return takeAlong('file-unreadable', { problem: error instanceof Error ? error.message : String(error) });
  }
}
