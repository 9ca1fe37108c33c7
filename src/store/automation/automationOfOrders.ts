// The part of `window.schemerge` that asks for every order. Searches run apart from the page, so these calls answer later; what
// they refuse rejects the promise with a sentence.

import {
  type Command,
  type CommandDraft,
  type Core,
  type Exploration,
  type ExploreOptions,
  type FoundBreak,
  isStatement,
  type Result,
  type Square,
  shapeOfCommand,
  type Timeline,
} from '../../engine/index.ts';
import type { Session } from '../state/sessionState.ts';
import { shownPending, shownState, timelineOf } from '../state/shown.ts';
import type { Outcome } from './outcomeOfCall.ts';

/** What a search is asked; everything may be left out. */
export interface OrdersAsk
  extends Partial<Pick<ExploreOptions, 'gossipAndTimers' | 'statesMax' | 'queueOrder'>> {
  /** Commands that may be given at any moment; statements get id and timestamp. */
  readonly queue?: readonly CommandDraft[];
  readonly losses?: number;
  readonly duplicates?: number;
  readonly crashes?: number;
}

export interface OrdersFound extends Omit<Exploration, 'breaks'> {
  /** Each with the commands of its run, as `follow` takes them. */
  readonly breaks: readonly (FoundBreak & { readonly commands: readonly Command[] })[];
}

/** Who searches: the page gives its worker. */
export interface Searcher {
  readonly explore: (core: Core, options: ExploreOptions) => Promise<OrdersFound>;
  readonly square: (core: Core, a: Command, b: Command) => Promise<Square>;
}

export interface OrdersAutomation {
  /** Searches every order from the playhead on: at most 200,000 states unless said. */
  readonly explore: (ask?: OrdersAsk) => Promise<OrdersFound>;
  /** Two pending choices, by id, in both orders. */
  readonly square: (a: string, b: string) => Promise<Square>;
  /** Plays these very commands from the playhead, on a branch of their own unless one has them. */
  readonly follow: (commands: readonly Command[], about?: string) => Outcome;
}

const STATES_MAX = 200_000;

export function ordersAutomation(
  session: Session,
  searcher: Searcher,
  after: (result: Result<Timeline>) => Outcome,
): OrdersAutomation {
  const { store } = session;
  return {
    explore: async (ask = {}) => {
      const { queue = [], losses = 0, duplicates = 0, crashes = 0, queueOrder } = ask;
      const state = store.getState();
      const shown = shownState(state);
      const problem = queue.map((command) => shapeOfCommand(command, true)).find((one) => one !== null);
      if (problem !== undefined) {
        throw new Error(`These commands are refused: ${problem}`);
      }
      return searcher.explore(shown.core, {
        queue: queue.map((draft, i) =>
          isStatement(draft)
            ? ({ id: `any${i + 1}`, timestamp: shown.notes.now + 1_000 * (i + 1), ...draft } as Command)
            : (draft as Command),
        ),
        ...(queueOrder === undefined ? {} : { queueOrder }),
        statesMax: ask.statesMax ?? STATES_MAX,
        gossipAndTimers: ask.gossipAndTimers ?? 'whenQuiet',
        faults: { losses, duplicates, crashes },
        before: timelineOf(state)
          .steps.slice(0, state.playhead.step)
          .map(({ command }) => command),
      });
    },
    square: async (a, b) => {
      const state = store.getState();
      const pending = shownPending(state);
      const [first, second] = [a, b].map((id) => pending.find((choice) => choice.id === id)?.command);
      if (first === undefined || second === undefined) {
        throw new Error('Both must be pending: pending() lists what is.');
      }
      return searcher.square(shownState(state).core, first, second);
    },
    follow: (commands, about = '') => {
      const { current, playhead } = store.getState();
      const problem = commands.map((command) => shapeOfCommand(command, true)).find((one) => one !== null);
      if (problem !== undefined) {
        throw new Error(`These commands are refused: ${problem}`);
      }
      return after(session.follow({ branch: current, step: playhead.step }, commands, about));
    },
  };
}

/** A page without a worker, as in a test of something else. */
export const NO_SEARCHER: Searcher = {
  explore: () => Promise.reject(new Error('Nothing searches here.')),
  square: () => Promise.reject(new Error('Nothing searches here.')),
};
