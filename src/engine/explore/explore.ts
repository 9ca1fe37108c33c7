// Every order of what is pending (SPEC X1-X11): what a search is asked, and what it tells.

import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import type { Command } from '../sim/command.ts';
import type { Plain, Standing } from '../sim/monitor.ts';
import type { Core } from '../sim/state.ts';
import { createBreaks } from './breaks.ts';
import { createEndingNames } from './endingNames.ts';
import type { FaultBudget } from './faults.ts';
import { ANY_NUMBER, FAULTS_MAX, NO_FAULTS } from './faults.ts';
import type { QueueOrder } from './lanes.ts';
import { checkFree, checkQueue, lanesOf } from './lanes.ts';
import type { Past, PastOptions } from './pasts.ts';
import type { Exploration, Stop } from './report.ts';
import { reportOf } from './report.ts';
import type { OnState, Search } from './search.ts';
import { createSearch } from './search.ts';
import { commandsTo, roughCommandsTo } from './trace.ts';

export interface ExploreOptions {
  /** Commands that may be given at any moment. */
  readonly queue: readonly Command[];
  /** Those of one node in the order of the list (the default), or in any. */
  readonly queueOrder?: QueueOrder;
  /** Stop after this many distinct states. */
  readonly statesMax: number;
  /** Stop when the search takes about this many bytes. */
  readonly bytesMax?: number;
  /**
   * Gossip and timers: `never`; `whenQuiet`, only when nothing else can happen; or `always`, at any moment (which
   * multiplies the states by orders of magnitude).
   */
  readonly gossipAndTimers: 'never' | 'whenQuiet' | 'always';
  /** At most so many messages lost and duplicated and nodes stopped in one run; what was stopped may start again. */
  readonly faults?: Partial<FaultBudget>;
  /** Whether promises are judged: yes, unless said. */
  readonly judges?: boolean;
  /** Stop at the first state that breaks one of these; `any` of them all. */
  readonly stopAt?: readonly string[] | 'any';
  /** The commands that led to the core: promises are conditional on them, too. */
  readonly before?: readonly Command[];
  /**
   * Searches runs as people make them, not only cores: a state is a core with its clock and with what is remembered of the
   * way there, commands may be given freely, and depths count moves.
   */
  readonly past?: PastOptions;
}

export interface Explorer {
  /** Looks at up to `count` more states; false when the search is over. */
  readonly run: (count: number) => boolean;
  readonly report: () => Exploration;
  /** The commands that lead from the start to a state, as a run plays them. */
  readonly commandsTo: (state: number) => readonly Command[];
  /** The state that met the goal. */
  readonly reached: () => number | null;
  readonly search: Search;
}

/** `way` is there where a search carries pasts. */
export type Goal = (core: Core, way: Omit<Standing<Plain>, 'core'> | null) => boolean;

/** A search that goes on in slices; refuses what cannot be searched. `goal` ends it at the first core that meets it. */
export function createExplorer(
  core: Core,
  options: ExploreOptions,
  goal: Goal | null = null,
): Result<Explorer> {
  const faults = { ...NO_FAULTS, ...options.faults };
  const problem =
    checkRing(core) ??
    checkQueue(core, options.queue) ??
    checkFree(core, options.past?.free ?? []) ??
    checkFaults(faults);
  if (problem !== null) {
    return refuse(problem);
  }
  const { judges = true, bytesMax = Number.POSITIVE_INFINITY, stopAt = [], before = [] } = options;
  const lanes = lanesOf(options.queue, options.queueOrder ?? 'by-node');
  const breaks = createBreaks({ core, before, runTo: (state) => roughCommandsTo(search, state) });
  const names = createEndingNames(before);
  let stopped: Stop | null = null;
  let reached: number | null = null;
  const wayOf = (now: Past | null) =>
    now === null ? null : { elapsed: now.now - (options.past?.began ?? 0), seen: now.seen };
  const onState: OnState = (state, broken, draft, past) => {
    const noted = breaks.see(state, broken, draft);
    if (noted.length > 0 && (stopAt === 'any' || noted.some((promise) => stopAt.includes(promise)))) {
      stopped = 'break';
    }
    if (goal?.(draft.unpack(core), wayOf(past)) === true) {
      reached ??= state;
      stopped = 'goal';
    }
  };
  const { gossipAndTimers, past } = options;
  const search = createSearch(core, { lanes, faults, judges, gossipAndTimers, past }, onState);
  let more = true;
  return ok({
    search,
    run: (count) => {
      for (let i = 0; i < count && more && stopped === null; i++) {
        more = search.run(1);
        if (more && stopped === null) {
          stopped = search.states() >= options.statesMax ? 'states' : null;
        }
        if (i % 1024 === 0 && search.bytes() > bytesMax) {
          stopped ??= 'memory';
        }
      }
      return more && stopped === null;
    },
    reached: () => reached,
    report: () => reportOf(search, { breaks, names }, { complete: !more, stopped }),
    commandsTo: (state) => commandsTo(search, state),
  });
}

/** Who owns data is the same in every state of a search. */
function checkRing({ config }: Core): string | null {
  const change = config.ring?.change ?? null;
  return change === null
    ? null
    : `Node ${change.node} is coming or going: let that end, then search from there.`;
}

function checkFaults(faults: FaultBudget): string | null {
  const wrong = Object.entries(faults).find(
    ([, count]) => count !== ANY_NUMBER && (!Number.isInteger(count) || count < 0 || count > FAULTS_MAX),
  );
  return wrong === undefined
    ? null
    : `${wrong[0]} is a whole number from 0 to ${FAULTS_MAX}; ${String(wrong[1])} is not.`;
}

/** Searches all orders from `core` at once, bounded by `statesMax`. Throws where `createExplorer` refuses. */
export function explore(core: Core, options: ExploreOptions): Exploration {
  const created = createExplorer(core, options);
  if (!created.ok) {
    throw new Error(created.problem);
  }
  while (created.value.run(STATES_IN_ONE_GO)) {
    // Goes on until it is over.
  }
  return created.value.report();
}

const STATES_IN_ONE_GO = 1 << 16;
