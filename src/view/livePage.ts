// From a session to a scene: the projection of its branch at its playhead. Branches of one run share how their versions
// look, so that a version keeps its hue and glyph when one goes from branch to branch.

import { identitiesOf } from '../scene/identity.ts';
import { project } from '../scene/project.ts';
import type { Scene, SceneOptions } from '../scene/scene.ts';
import { type Branch, type SessionState, timelineOf } from '../store/session.ts';

type Known = NonNullable<SceneOptions['known']>;

const NONE: Known = [];
let memo: { readonly branches: readonly Branch[]; readonly known: Known } = { branches: [], known: NONE };

export function projectSession(state: SessionState, options: SceneOptions): Scene {
  if (memo.branches !== state.branches) {
    memo = { branches: state.branches, known: state.branches.length < 2 ? NONE : versionsOf(state.branches) };
  }
  return project(timelineOf(state), state.playhead, { ...options, known: memo.known });
}

/** Every version of the run tree, in the order of the branches: append-only, because branches are only ever added. */
function versionsOf(branches: readonly Branch[]): Known {
  return branches.reduce<Known>((known, { timeline }) => identitiesOf(timeline, { known }).list, NONE);
}
