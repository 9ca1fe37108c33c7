// What a session holds, apart from how it moves: types only, so that the page can draw before the engine has arrived.

import type { StoreApi } from 'zustand/vanilla';
import type { CommandDraft, Result, Timeline } from '../engine/index.ts';
import type { Theme } from './theme.ts';

/** One line of history. `from` is where it left another branch; null for the first. */
export interface Branch {
  readonly name: string;
  readonly timeline: Timeline;
  readonly from: { readonly branch: number; readonly step: number } | null;
}

/** Where one looks: `step` steps are done (0 is the state after setup), and `fraction` of the next, from 0 up to 1. */
export interface Playhead {
  readonly step: number;
  readonly fraction: number;
}

/** What is selected, in all views at once. Ids are those of the engine and of the projection. */
export type Selection =
  | { readonly kind: 'node'; readonly node: string }
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'message'; readonly message: string }
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'entry'; readonly entry: string }
  | { readonly kind: 'step'; readonly step: number };

/** Two versions between which the column ids are shown. */
export interface Pair {
  readonly from: string;
  readonly to: string;
}

/** A refusal in words; `count` rises each time, so that the same sentence twice is said twice. */
export interface Problem {
  readonly sentence: string;
  readonly count: number;
}

export interface SessionState {
  readonly branches: readonly Branch[];
  /** Index of the branch on the screen. */
  readonly current: number;
  readonly playhead: Playhead;
  readonly selection: Selection | null;
  /** Picked by the person; null follows the latest change. */
  readonly pair: Pair | null;
  readonly playing: boolean;
  /** 1 is the natural pace. */
  readonly speed: number;
  readonly theme: Theme;
  readonly problem: Problem | null;
}

export interface Session {
  readonly store: StoreApi<SessionState>;
  /** Asks something of the cluster at the playhead; a schema change is followed by its node's own merge. */
  readonly act: (draft: CommandDraft) => Result<Timeline>;
  /** One step on: what was recorded, or else what is due first. */
  readonly next: () => Result<Timeline>;
  readonly back: () => void;
  /** To step `i`, 0 to the number of steps. */
  readonly seek: (step: number) => Result<Timeline>;
  /** To the last step: now. */
  readonly end: () => void;
  readonly play: () => void;
  readonly pause: () => void;
  /** Makes one pending choice happen now, whatever its turn. */
  readonly deliver: (id: string) => Result<Timeline>;
  /** Lets everything that is on its way happen, in the order in which it is due. */
  readonly settle: () => Result<Timeline>;
  /** Opens a run that came from outside, checked and replayed; what was open is replaced only if it plays. */
  readonly load: (run: unknown) => Result<Timeline>;
  readonly select: (selection: Selection | null) => void;
  readonly pick: (pair: Pair | null) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setSpeed: (speed: number) => void;
  readonly switchBranch: (branch: number) => void;
  readonly dismissProblem: () => void;
}
