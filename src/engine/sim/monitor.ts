// What a goal may know of a run (SPEC N18): where it stands, and what a monitor has made of the steps that led there. A monitor
// remembers little: what it has seen is plain data, and two runs that stand alike and have seen the same are one to a search.

import type { Command } from './command.ts';
import type { Core } from './state.ts';
import type { Timeline } from './timeline.ts';
import { stateAt } from './timeline.ts';

/** Plain data. As what a monitor has seen, null stands for a goal that is out of reach. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [name: string]: Plain };

export interface MonitoredStep {
  readonly command: Command;
  /** After it. */
  readonly core: Core;
  /** Virtual time since the monitor began. */
  readonly elapsed: number;
}

export interface Monitor<Seen extends Plain> {
  readonly first: Seen;
  /** After one more step: of these two and of nothing else. Null where the goal cannot be met any more. */
  next(seen: Seen, step: MonitoredStep): Seen | null;
}

/** All that a goal may read of a run. */
export interface Standing<Seen extends Plain> {
  readonly core: Core;
  /** Virtual time since the monitor began. */
  readonly elapsed: number;
  readonly seen: Seen;
}

/** For goals that ask nothing of the past. */
export const NO_MONITOR: Monitor<true> = { first: true, next: (seen) => seen };

/** Where a run stands after `step` steps, monitored after the first `from` of them; null where the goal is out of reach. */
export function standingAt<Seen extends Plain>(
  timeline: Timeline,
  { from, step, monitor }: { readonly from: number; readonly step: number; readonly monitor: Monitor<Seen> },
): Standing<Seen> | null {
  let seen: Seen | null = monitor.first;
  const began = stateAt(timeline, from).notes.now;
  for (const { command, state } of timeline.steps.slice(from, step)) {
    const { core, notes } = state;
    seen = seen === null ? null : monitor.next(seen, { command, core, elapsed: notes.now - began });
  }
  const { core, notes } = stateAt(timeline, step);
  return seen === null ? null : { core, elapsed: notes.now - began, seen };
}
