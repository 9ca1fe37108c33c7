// With which options the page projects a session: drawers that ask the projection for more use the very same ones, so
// that a version has one name and one look everywhere. Branches of one run share how their versions look.

import { playedLesson } from '../../lessons/playedLesson.ts';
import { identitiesOf } from '../../scene/run/identity.ts';
import type { SceneOptions } from '../../scene/shape/scene.ts';
import { hiddenNodes } from '../../store/state/lessonState.ts';
import type { Branch, SessionState } from '../../store/state/sessionState.ts';
import { heldHere } from '../../store/state/shown.ts';

type Known = NonNullable<SceneOptions['known']>;

const NONE: Known = [];
let memo: { readonly branches: readonly Branch[]; readonly known: Known } = { branches: [], known: NONE };

/**
 * The versions of the whole run tree, so that one keeps its hue and glyph from branch to branch. Append-only while the tree
 * grows: a version that turns up later, on whichever branch, comes behind those that have been seen.
 */
export function knownVersions(state: SessionState): Known {
  const { branches } = state;
  if (memo.branches !== branches) {
    const isSameTree = memo.branches[0]?.timeline.start === branches[0]?.timeline.start;
    const seen = isSameTree ? memo.known : NONE;
    const own = state.lesson === null ? [] : playedLesson(state.lesson.lesson).runs;
    // A lesson's letters are those of its sentences, whatever has been done beside it.
    const lesson = isSameTree || own.length < 2 ? seen : versionsOf(own, NONE);
    memo = { branches, known: branches.length + own.length < 2 ? NONE : versionsOf(branches, lesson) };
  }
  return memo.known;
}

const versionsOf = (branches: readonly Pick<Branch, 'timeline'>[], seen: Known): Known =>
  branches.reduce<Known>((known, { timeline }) => identitiesOf(timeline, { known }).list, seen);

/** What is selected, and how versions are named. */
export function shownOptions(state: SessionState): SceneOptions {
  const { selection, tableKey, pair } = state;
  const hidden = hiddenNodes(state.lesson);
  return {
    selection,
    tableKey,
    held: heldHere(state),
    pair,
    naming: 'lesson',
    known: knownVersions(state),
    hidden,
  };
}
