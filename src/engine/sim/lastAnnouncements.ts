// What is left when nodes have come to agree: announcements by gossip of the schema that everybody has, which tell nobody
// anything new (SPEC N16). Each is a step of the log; Next may take them as one.

import { pendingChoices } from './policy.ts';
import type { PendingChoice, SimState } from './state.ts';
import type { Timeline } from './timeline.ts';

/** How many announcements are left, when nothing else is on its way and all nodes that hear or tell agree; else 0. */
function announcementsLeft({ core }: SimState, choices: readonly PendingChoice[]): number {
  const told = choices.filter(({ kind }) => kind === 'gossip');
  const digests = new Set(core.nodes.filter(({ up }) => up).map(({ digest }) => digest));
  const isAll = choices.every(({ kind }, i) => (kind === 'gossip' ? i < told.length : kind === 'timer'));
  return digests.size === 1 && isAll ? told.length : 0;
}

interface Place {
  readonly timeline: Timeline;
  readonly step: number;
  /** What can happen next there; asked for when it is not known. */
  readonly choices?: readonly PendingChoice[];
}

const stateOf = ({ steps, start }: Timeline, step: number): SimState => steps[step - 1]?.state ?? start;

/**
 * How many steps Next takes from here when it takes the last announcements as one: those that the run has recorded, or all
 * that are left where it has recorded nothing. 0 when there is nothing to take together.
 */
export function announcementsFrom({ timeline, step, choices }: Place): number {
  const state = stateOf(timeline, step);
  const left = announcementsLeft(state, choices ?? pendingChoices(state));
  let recorded = 0;
  while (recorded < left && timeline.steps[step + recorded]?.command.kind === 'gossip') {
    recorded++;
  }
  const count = step < timeline.steps.length ? recorded : left;
  return count < 2 ? 0 : count;
}

/** Where Back goes to from a step, so that it undoes what Next takes as one. */
export function beforeAnnouncements(timeline: Timeline, step: number): number {
  let first = step - 1;
  while (first > 0 && announcementsFrom({ timeline, step: first - 1 }) >= step - (first - 1)) {
    first--;
  }
  return Math.max(0, first);
}
