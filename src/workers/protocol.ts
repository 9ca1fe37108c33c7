// What the page and the explorer's worker say to each other: plain data, one search at a time. Every answer carries the number of
// the search it belongs to, so that one that comes late is told from one that is wanted.

import type { Command, Core, Exploration, ExploreOptions, StateGraph } from '../engine/index.ts';

export type ToExplorer =
  | {
      readonly kind: 'explore';
      readonly search: number;
      readonly core: Core;
      readonly options: ExploreOptions;
    }
  | { readonly kind: 'cancel'; readonly search: number }
  /** The commands that lead to a state of the last search. */
  | { readonly kind: 'run-to'; readonly search: number; readonly ask: number; readonly state: number };

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
    };
