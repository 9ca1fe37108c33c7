// What has been typed into the consoles of the nodes, and what each console answered. A line belongs to the place in the
// run tree at which it was typed: going back in time shows the console as it was then, and nothing is ever removed.

import type { Command, ConsoleSession } from '../../engine/index.ts';

export type ConsoleAnswerLine =
  /** An answer of the console itself. */
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'cleared' }
  /** Where in the line's text the place is that the sentence names. */
  | {
      readonly kind: 'refused';
      readonly sentence: string;
      readonly offset: number;
      readonly length: number;
    }
  /** The cluster was asked: what comes of it is told by the run. */
  | { readonly kind: 'asked'; readonly command: Command };

export interface ConsoleLine {
  /** Rises with every line of the session. */
  readonly id: number;
  readonly node: string;
  /** Where it stands in the run tree: for what was asked, the step that it made. */
  readonly branch: number;
  readonly step: number;
  /** One statement, as it was typed. */
  readonly text: string;
  /** Options of it that were read and change nothing here. */
  readonly passedOver: readonly string[];
  readonly answer: ConsoleAnswerLine;
  /** What the console remembers after it. */
  readonly session: ConsoleSession;
}

export interface ConsoleState {
  readonly lines: readonly ConsoleLine[];
  /** Whole texts as they were entered, oldest first; a history outlives time travel, as a shell's does. */
  readonly entered: readonly { readonly node: string; readonly text: string }[];
}

/** What entering a text came to. */
export interface Entered {
  /** How many statements were done, and how many there are. */
  readonly done: number;
  readonly count: number;
  /** What of the text has not been done: '' when all of it was. */
  readonly rest: string;
  /** What follows in the text behind the statement that stopped it. */
  readonly beyond: string;
  /** Why it stopped, and where in `rest`. */
  readonly problem: {
    readonly sentence: string;
    readonly offset: number;
    readonly length: number;
  } | null;
}
