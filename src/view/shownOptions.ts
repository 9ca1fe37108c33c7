// With which options the page projects a session: drawers that ask the projection for more use the very same ones, so
// that a version has one name and one look everywhere. Branches of one run share how their versions look.

import { identitiesOf } from '../scene/identity.ts';
import type { SceneOptions } from '../scene/scene.ts';
import type { Branch, SessionState } from '../store/sessionState.ts';

type Known = NonNullable<SceneOptions['known']>;

const NONE: Known = [];
let memo: { readonly branches: readonly Branch[]; readonly known: Known } = { branches: [], known: NONE };

/** The versions of the whole run tree, so that one keeps its hue and glyph from branch to branch. */
export function knownVersions(state: SessionState): Known {
  if (memo.branches !== state.branches) {
    memo = { branches: state.branches, known: state.branches.length < 2 ? NONE : versionsOf(state.branches) };
  }
  return memo.known;
}

/** Every version of the run tree, in the order of the branches: append-only, because branches are only ever added. */
function versionsOf(branches: readonly Branch[]): Known {
  return branches.reduce<Known>((known, { timeline }) => identitiesOf(timeline, { known }).list, NONE);
}

/** What is selected, and how versions are named. */
export function shownOptions(state: SessionState): SceneOptions {
  const { selection, tableKey, held, pair } = state;
  return { selection, tableKey, held, pair, naming: 'lesson', known: knownVersions(state) };
}
