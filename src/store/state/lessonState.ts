// Where one is in an open lesson: types, and what follows from them without the engine.

import { type Beat, type Lesson, PARTS, type Part } from '../../lessons/lesson.ts';

import type { Playhead } from './playhead.ts';

export interface OpenLesson {
  readonly lesson: Lesson;
  /** Index of the beat that one has come to. */
  readonly beat: number;
  /** The furthest beat that one has come to: what it showed stays. */
  readonly seen: number;
  /** Which branch of the session is which run of the lesson. */
  readonly runs: Readonly<Record<string, number>>;
  /** The option that was chosen, by the id of the beat that asks. */
  readonly answers: Readonly<Record<string, number>>;
  /** Hints that were asked for. */
  readonly hints: number;
  /** A place on the way to the beat, at which it is shown as it comes about. */
  readonly way?: Playhead;
}

const seenBeats = ({ lesson, seen }: Pick<OpenLesson, 'lesson' | 'seen'>): readonly Beat[] =>
  lesson.beats.slice(0, seen + 1);

/** What is hidden until it is first needed. */
export function hiddenParts(open: Pick<OpenLesson, 'lesson' | 'seen'>): readonly Part[] {
  const shown = new Set([...open.lesson.parts, ...seenBeats(open).flatMap(({ unveil = [] }) => unveil)]);
  return PARTS.filter((part) => !shown.has(part));
}

let hiddenBefore: readonly string[] = [];

/** Nodes that are in the run and not shown yet. Equal lists are the same. */
export function hiddenNodes(open: Pick<OpenLesson, 'lesson' | 'seen'> | null): readonly string[] {
  const { nodes } = open?.lesson ?? {};
  const shown = new Set([
    ...(nodes ?? []),
    ...(open === null ? [] : seenBeats(open)).flatMap((beat) => beat.nodes ?? []),
  ]);
  const hidden =
    nodes === undefined ? [] : (open?.lesson.config.nodes ?? []).filter((node) => !shown.has(node));
  if (hidden.join() !== hiddenBefore.join()) {
    hiddenBefore = hidden;
  }
  return hiddenBefore;
}
