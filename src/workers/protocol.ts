// What the page and its workers say to each other: plain data, one search at a time. Every answer carries the number of the
// search or the question it belongs to, so that one that comes late is told from one that is wanted.

import type {
  Break,
  Command,
  Core,
  Exploration,
  ExploreOptions,
  Inevitable,
  Run,
  Square,
  StateGraph,
} from '../engine/index.ts';
import type { RandomRunsAsk } from './randomRunning.ts';

export type ToWorker = ToExplorer | ({ readonly kind: 'random-runs' } & RandomRunsAsk);

/** What is answered beside a search, between two of its slices. */
export interface Answers {
  /** Two things in both orders. */
  readonly square: {
    readonly asked: { readonly core: Core; readonly commands: readonly [Command, Command] };
    readonly told: Square;
  };
  /** From which step of a run on a promise could not be kept. */
  readonly inevitable: {
    readonly asked: { readonly run: Run; readonly broken: Break };
    readonly told: Inevitable;
  };
}

export type About = keyof Answers;

export type Question = { [A in About]: { readonly about: A } & Answers[A]['asked'] }[About];

export type ToExplorer =
  | {
      readonly kind: 'explore';
      readonly search: number;
      readonly core: Core;
      readonly options: ExploreOptions;
    }
  | { readonly kind: 'cancel'; readonly search: number }
  /** The commands that lead to a state of the last search. */
  | { readonly kind: 'run-to'; readonly search: number; readonly ask: number; readonly state: number }
  | { readonly kind: 'ask'; readonly ask: number; readonly question: Question };

export type FromExplorer =
  | { readonly kind: 'refused'; readonly search: number; readonly problem: string }
  | { readonly kind: 'progress'; readonly search: number; readonly found: Exploration; readonly ms: number }
  | {
      readonly kind: 'done';
      readonly search: number;
      readonly found: Exploration;
      readonly ms: number;
      readonly cancelled: boolean;
      /** Null when there are too many states for a picture. */
      readonly graph: StateGraph | null;
    }
  | {
      readonly kind: 'run';
      readonly search: number;
      readonly ask: number;
      readonly commands: readonly Command[];
    }
  | { readonly kind: 'answer'; readonly ask: number; readonly told: Answers[About]['told'] }
  /** Why a question has no answer. */
  | { readonly kind: 'no-answer'; readonly ask: number; readonly problem: string };
