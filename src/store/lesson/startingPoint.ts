// What the page opens with: what its address asks for, or else where one was last, or else the first lesson.

import type { Progress } from './progress.ts';

export type StartingPoint =
  | { readonly kind: 'sandbox' | 'contents' | 'link' }
  | { readonly kind: 'lesson'; readonly lesson: string; readonly beat: number };

export const FIRST_LESSON_ID = 'concurrent-add';

/** `?sandbox`, `?contents`, `?lesson=concurrent-add&beat=3`, or a run behind the `#`. */
export function startingPoint(
  { search, hash }: { readonly search: string; readonly hash: string },
  progress: Progress,
): StartingPoint {
  if (/(?:^#|&)run=/u.test(hash)) {
    return { kind: 'link' };
  }
  const asked = new URLSearchParams(search);
  if (asked.has('sandbox')) {
    return { kind: 'sandbox' };
  }
  if (asked.has('contents')) {
    return { kind: 'contents' };
  }
  const lesson = asked.get('lesson');
  if (lesson !== null) {
    const beat = Number(asked.get('beat') ?? '0');
    return { kind: 'lesson', lesson, beat: Number.isSafeInteger(beat) && beat >= 0 ? beat : 0 };
  }
  const { last } = progress;
  return last === null ? { kind: 'lesson', lesson: FIRST_LESSON_ID, beat: 0 } : { kind: 'lesson', ...last };
}

/** `?speaker`: the speaker's own window, which is no stage. */
export const isSpeakerWindow = ({ search }: { readonly search: string }): boolean =>
  new URLSearchParams(search).has('speaker');

/** What a newcomer sees. */
export const isFirstLesson = (start: StartingPoint): boolean =>
  start.kind === 'lesson' && start.lesson === FIRST_LESSON_ID && start.beat === 0;
