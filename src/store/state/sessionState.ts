// What a session holds, apart from how it moves: types only, so that the page can draw before the engine has arrived.

import type { StoreApi } from 'zustand/vanilla';
import type {
  Command,
  CommandDraft,
  Config,
  Edit,
  NodeId,
  Place,
  PlacesQuery,
  Preview,
  Protections,
  Rejoining,
  Result,
  Run,
  Skipped,
  Timeline,
} from '../../engine/index.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import type { ConsoleState, Entered } from './consoleState.ts';
import type { OpenLesson } from './lessonState.ts';
import type { Playhead } from './playhead.ts';
import type { Theme } from './theme.ts';

/** One line of history. `from` is where it left another branch; null for the first. */
export interface Branch {
  /** 'Main', 'Branch 1' … */
  readonly name: string;
  /** What differs from the branch that it left: 'push +email to C lost'. Empty for the first. */
  readonly about: string;
  readonly timeline: Timeline;
  readonly from: { readonly branch: number; readonly step: number } | null;
  /** The branch whose commands it plays under other protections, and the run as that made it. */
  readonly under?: { readonly branch: number; readonly timeline: Timeline };
}

/** What is selected, in all views at once. Ids are those of the engine and of the projection. */
export type Selection =
  | { readonly kind: 'node'; readonly node: string }
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'message'; readonly message: string }
  /** With the node on whose card it was chosen, when it was on one. */
  | { readonly kind: 'column'; readonly column: string; readonly node?: string }
  | { readonly kind: 'entry'; readonly entry: string }
  /** With the statement it is the cell that this one wrote, also when it has gone; without, whatever lies there. */
  | {
      readonly kind: 'cell';
      readonly entry: string;
      readonly row: string;
      readonly column: string;
      readonly statement?: string;
    }
  | { readonly kind: 'registry'; readonly node: string; readonly shard: number; readonly version: string }
  | { readonly kind: 'statement'; readonly statement: string }
  | { readonly kind: 'step'; readonly step: number };

/** Two versions between which the column ids are shown. */
export interface Pair {
  readonly from: string;
  readonly to: string;
}

/** A place in the run tree to come back to. */
export interface Bookmark {
  readonly id: number;
  readonly branch: number;
  readonly step: number;
  /** The sentence of its step, so that a list of bookmarks can be read. */
  readonly note: string;
}

/** 1 is the natural pace; 'instant' shows no way from one picture to the next. */
export type Speed = 0.125 | 0.25 | 0.5 | 1 | 2 | 4 | 8 | 'instant';

/** What is unfolded at the edge of the stage; one at a time. */
export type Drawer =
  | 'node'
  | 'console'
  | 'inspector'
  | 'log'
  | 'compare'
  | 'legend'
  | 'network'
  | 'words'
  | 'honesty'
  | 'hearing'
  | 'setup'
  | 'orders'
  | 'verdict'
  | 'protections';

/** Two things side by side, the differences marked. */
export type Comparison =
  | { readonly kind: 'nodes'; readonly a: string; readonly b: string }
  | { readonly kind: 'moments'; readonly a: number; readonly b: number }
  | { readonly kind: 'branches'; readonly a: number; readonly b: number };

/** A refusal in words; `count` rises each time, so that the same sentence twice is said twice. */
export interface Problem {
  readonly sentence: string;
  readonly count: number;
}

/** Something worth knowing that is no refusal: 'The old run is kept: Main.' */
export interface Notice {
  readonly sentence: string;
  /** Rises each time, so that the same sentence twice is said twice. */
  readonly count: number;
  /** The branch that it speaks of: where its button goes. Null: to the run that was open before. */
  readonly branch: number | null;
}

/** After an edit of the past: the commands that have become impossible, each with the engine's reason. */
export interface Report {
  /** The branch that the edit made. */
  readonly branch: number;
  /** The branch that was edited: `skipped` counts its steps. */
  readonly of: number;
  readonly skipped: readonly Skipped[];
}

/** A stored run as it is to be shown. */
export interface Exhibit {
  readonly title: string;
  readonly timeline: Timeline;
  readonly step: number;
  readonly beside?: Partial<Protections>;
}

/** The same run under two sets of protections, one beside the other. */
export interface Turn {
  /** The branch that was on the screen, and the one with the other protections. */
  readonly was: number;
  readonly is: number;
  readonly protections: Partial<Protections>;
  /** The first step that is not the same in both; null when they are the same, step for step. */
  readonly parting: number | null;
  /** Steps of the new run that the old one did not have, and commands that it could not play. */
  readonly besides: number;
  readonly skipped: number;
}

/** What happened while time passed: the steps of a run after `from`, up to `to`. */
export interface Passed {
  /** The run as it was then: what is done afterwards changes nothing of it. */
  readonly timeline: Timeline;
  readonly from: number;
  readonly to: number;
  /** Rises each time, so that the same twice is said twice. */
  readonly count: number;
}

/** A place in the run tree. */
export interface Spot {
  readonly branch: number;
  readonly step: number;
}

/** What undo and redo know; they move the playhead and delete nothing. */
export interface Doings {
  /** Where one stood before each of one's commands, oldest first. */
  readonly before: readonly Spot[];
  /** Where undo was asked for, and what was known there; the last is what redo returns to. */
  readonly undone: readonly (Spot & { readonly before: readonly Spot[] })[];
}

/** Where to jump from the playhead, over what is recorded. `direction` 1 is later, -1 earlier. */
export type Jump =
  | { readonly to: 'version-change' | 'broken-promise'; readonly direction: 1 | -1 }
  /** The next message that is delivered to this node. */
  | { readonly to: 'message'; readonly node: NodeId; readonly direction: 1 | -1 };

/** How a branch lies to its parent. */
export interface BranchRelation {
  readonly branch: number;
  readonly name: string;
  readonly about: string;
  readonly length: number;
  /** Null for the first branch. */
  readonly parent: number | null;
  /** Steps that it shares with its parent. */
  readonly left: number;
  /**
   * From step `a` of this branch and step `b` of its parent on, both are in the same states until one of them ends; null
   * while they differ.
   */
  readonly rejoin: Rejoining | null;
}

/** A run as it lies on the page: everything that is put aside with it when another one is opened. */
export type OpenRun = Pick<
  SessionState,
  | 'title'
  | 'branches'
  | 'current'
  | 'playhead'
  | 'selection'
  | 'tableKey'
  | 'held'
  | 'bookmarks'
  | 'comparison'
  | 'pair'
  | 'report'
  | 'turn'
  | 'doings'
  | 'console'
  | 'lesson'
>;

export interface SessionState {
  /** What the open run is called: 'First screen', 'Surprise 7'. */
  readonly title: string;
  /** Runs that were open before, the last one last. */
  readonly earlier: readonly OpenRun[];
  readonly branches: readonly Branch[];
  /** Index of the branch on the screen. */
  readonly current: number;
  readonly playhead: Playhead;
  readonly selection: Selection | null;
  /** The table that hues, DAG and cards speak of; null is the first one of the run. */
  readonly tableKey: { readonly keyspace: string; readonly table: string } | null;
  /** Keys of messages that the person holds back: Next passes them over. */
  readonly held: readonly string[];
  readonly bookmarks: readonly Bookmark[];
  readonly drawer: Drawer | null;
  readonly comparison: Comparison | null;
  /** Picked by the person; null follows the latest change. */
  readonly pair: Pair | null;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly theme: Theme;
  readonly problem: Problem | null;
  readonly notice: Notice | null;
  readonly report: Report | null;
  /** While two runs of the same commands stand beside each other. */
  readonly turn: Turn | null;
  readonly passed: Passed | null;
  readonly doings: Doings;
  readonly console: ConsoleState;
  /** The lesson that the open run belongs to; null in the sandbox. */
  readonly lesson: OpenLesson | null;
  /** The contents of the course lie over the stage. */
  readonly contents: boolean;
  /** Rises when a script starts over: nothing that was drawn, unfolded or typed before is left then. */
  readonly openings: number;
}

/** A run that somebody sent, of the right shape. */
export interface Sent {
  readonly run: Run;
  readonly playhead: Playhead;
  readonly title: string;
  /** The lesson that it belongs to. */
  readonly lesson?: { readonly lesson: Lesson; readonly beat: number };
  readonly instead?: boolean;
}

export interface Session {
  readonly store: StoreApi<SessionState>;
  /** The session as it was when the page was opened. */
  readonly startOver: () => void;
  /** Asks something of the cluster at the playhead; a schema change is followed by its node's own merge. */
  readonly act: (draft: CommandDraft) => Result<Timeline>;
  /** Several commands as one action: all of them are played, or none, and one undo goes back to before them. */
  readonly actAll: (drafts: readonly CommandDraft[]) => Result<Timeline>;
  /** One step on: what was recorded, or else what is due first. */
  readonly next: () => Result<Timeline>;
  readonly back: () => void;
  /** To step `i`, 0 to the number of steps, and a fraction of the way to the next one, from 0 up to 1. */
  readonly seek: (step: number, fraction?: number) => Result<Timeline>;
  /** To the last step: now. */
  readonly end: () => void;
  readonly play: () => void;
  readonly pause: () => void;
  /** Makes one pending choice happen now, whatever its turn. */
  readonly deliver: (id: string) => Result<Timeline>;
  /** Lets everything that is on its way and not held happen, in the order in which it is due. */
  readonly settle: () => Result<Timeline>;
  /**
   * Lets time pass, and with it everything that falls due and is not held: by that many microseconds, or until the timer
   * that runs out first has fired. What happened meanwhile is told in `passed`.
   */
  readonly pass: (until: number | 'timer') => Result<Timeline>;
  /**
   * Changes the past: the same commands are played again on a sibling branch, and the playhead goes to where it shows.
   * What became impossible is in `report`. An edit that changes nothing makes no branch.
   */
  readonly edit: (edit: Edit) => Result<Timeline>;
  /**
   * Plays the same commands under other protections, on a branch beside the old run, and goes to the first step that is
   * not the same in both; the stage compares them until `dismissTurn`. A run that has nothing done since it was made so is
   * made of the commands of the run that it came from, so that what was skipped once is not lost.
   */
  readonly turn: (protections: Partial<Protections>) => Result<Turn>;
  readonly dismissTurn: () => void;
  /**
   * Plays these very commands from a place in the run tree, ids and timestamps included, and goes to their end: on the
   * branch that has that run already, or on a new one that is about `about`.
   */
  readonly follow: (from: Spot, commands: readonly Command[], about: string) => Result<Timeline>;
  /**
   * Opens a stored run at one of its steps, beside it, if asked for, the same commands under other protections; the run that
   * was open is kept among the earlier ones.
   */
  readonly exhibit: (exhibit: Exhibit) => Result<Timeline>;
  /** Whether a message of this branch could end its way at each place of a window, or why not. Nothing is played. */
  readonly placesFor: (query: PlacesQuery) => Result<readonly Place[]>;
  /** What it would give there: the receiver's version after it. */
  readonly previewOf: (
    query: Omit<PlacesQuery, 'from' | 'to'> & { readonly place: number },
  ) => Result<Preview>;
  /** To the next or previous thing of this kind that is recorded; a sentence when there is none. */
  readonly jump: (jump: Jump) => Result<Timeline>;
  /** To where one stood before one's last command. */
  readonly undo: () => Result<Timeline>;
  /** Back to where undo was asked for. */
  readonly redo: () => Result<Timeline>;
  /** How the branches lie to each other; cheap to ask again. */
  readonly relations: () => readonly BranchRelation[];
  /** Opens a new run at its start, if its setup plays; the one that was open is kept among the earlier ones. */
  readonly open: (origin: {
    readonly seed: number;
    readonly config: Config;
    readonly title?: string;
  }) => Result<Timeline>;
  /** Opens the run that this seed makes, where its versions first part. */
  readonly surprise: (seed: number) => Result<Timeline>;
  /** Back to an earlier run, the last one unless said; the present one takes its place among them. */
  readonly reopen: (index?: number) => Result<Timeline>;
  /** Opens a run that came from outside, checked and replayed, at its end. */
  readonly load: (run: unknown) => Result<Timeline>;
  /**
   * Opens a run that somebody sent, at their playhead. What does not play as it did is told, and what can be played is
   * shown. `instead`: in place of the open run, which is not kept; for a page that has just been opened.
   */
  readonly show: (sent: Sent) => Result<Timeline>;
  /** Opens a run with all its branches, as it was kept or saved. */
  readonly restore: (run: OpenRun, instead?: boolean) => void;
  readonly select: (selection: Selection | null) => void;
  readonly pick: (pair: Pair | null) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly showTable: (table: SessionState['tableKey']) => void;
  /**
   * Next passes the message over until it is released; delivering it by hand goes on. In the past, where the run goes on
   * to deliver it, this is an edit.
   */
  readonly hold: (message: string) => Result<Timeline>;
  readonly release: (message: string) => void;
  /** Remembers the playhead, with a note that tells what is there. */
  readonly bookmark: (note: string) => void;
  readonly removeBookmark: (id: number) => void;
  readonly goToBookmark: (id: number) => void;
  readonly openDrawer: (drawer: Drawer | null) => void;
  readonly compare: (comparison: Comparison | null) => void;
  /** The playhead keeps its step where the branch has it. */
  readonly switchBranch: (branch: number) => void;
  /** Does the statements of a text, one after the other, in the console of a node; the first refusal stops the rest. */
  readonly enter: (node: NodeId, text: string) => Entered;
  /** Opens a lesson, at its first beat unless said; the run that was open is kept. */
  readonly openLesson: (lesson: Lesson, beat?: number) => Result<Timeline>;
  /**
   * To a beat of the open lesson, with all that is shown by then and no more; or so many steps before it, 0.4 say, to see it
   * come about.
   */
  readonly goToBeat: (beat: number, before?: number) => Result<Timeline>;
  /** What Next does: in a lesson a beat, elsewhere a step. */
  readonly advance: () => Result<Timeline>;
  /** What Back does. */
  readonly retreat: () => void;
  /** Chooses an option, counted from 1, where the lesson asks. */
  readonly answer: (option: number) => Result<Timeline>;
  /** Back to the beat that one had come to before wandering. */
  readonly returnToLesson: () => Result<Timeline>;
  /** One more hint for the challenge. */
  readonly hint: () => void;
  /** The solution of the challenge, as a run to walk along. */
  readonly showSolution: () => Result<Timeline>;
  readonly showContents: (shown: boolean) => void;
  readonly dismissProblem: () => void;
  readonly dismissNotice: () => void;
  readonly dismissReport: () => void;
  readonly dismissPassed: () => void;
}
