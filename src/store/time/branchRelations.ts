// How the branches of a session lie to each other: where each left its parent, and where both come to the same state again.

import { type Rejoining, rejoiningOf, type Timeline } from '../../engine/index.ts';
import type { Branch, BranchRelation } from '../state/sessionState.ts';

const relationsBy = new WeakMap<readonly Branch[], readonly BranchRelation[]>();
const rejoiningBy = new WeakMap<Timeline, WeakMap<Timeline, { readonly found: Rejoining | null }>>();

/** Kept as long as the branches are the same; after a step only pairs with the longer branch are looked at again. */
export function branchRelations(branches: readonly Branch[]): readonly BranchRelation[] {
  const known = relationsBy.get(branches);
  if (known !== undefined) {
    return known;
  }
  const relations = branches.map((branch, i) => relationOf(branches, branch, i));
  relationsBy.set(branches, relations);
  return relations;
}

function relationOf(branches: readonly Branch[], branch: Branch, index: number): BranchRelation {
  const { name, about, timeline, from } = branch;
  const parent = from === null ? undefined : branches[from.branch];
  const left = from?.step ?? 0;
  return {
    branch: index,
    name,
    about,
    length: timeline.steps.length,
    parent: from?.branch ?? null,
    left,
    rejoin: parent === undefined ? null : rejoining(timeline, parent.timeline, left),
  };
}

function rejoining(branch: Timeline, parent: Timeline, left: number): Rejoining | null {
  const byParent = rejoiningBy.get(branch) ?? new WeakMap<Timeline, { readonly found: Rejoining | null }>();
  rejoiningBy.set(branch, byParent);
  const known = byParent.get(parent);
  const found = known === undefined ? rejoiningOf(branch, parent, left) : known.found;
  byParent.set(parent, { found });
  return found;
}
