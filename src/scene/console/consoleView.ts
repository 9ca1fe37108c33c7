// What a console shows, as plain data: what was typed on a node or done to it from the page, in the order of the run, and
// what came of each by the playhead.

import type { ConsoleSession } from '../../engine/index.ts';
import type { Identity } from '../shape/scene.ts';
import type { InputSpan } from './consoleInput.ts';

/** A line that a person typed; `step` is the step that it made, or at which it was answered. */
export interface TypedLine {
  readonly id: number;
  readonly step: number;
  readonly text: string;
  readonly passedOver: readonly string[];
  readonly answer:
    | { readonly kind: 'said'; readonly text: string }
    | { readonly kind: 'cleared' }
    | {
        readonly kind: 'refused';
        readonly sentence: string;
        readonly offset: number;
        readonly length: number;
      }
    | { readonly kind: 'asked' };
  readonly session: ConsoleSession;
}

export interface ConsoleView {
  readonly node: string;
  /** 'CQL on A': the name of the input. */
  readonly title: string;
  readonly identity: Identity | null;
  readonly up: boolean;
  /** Keyspace, consistency and tracing, in words. */
  readonly settings: readonly string[];
  readonly prepared: readonly PreparedText[];
  readonly entries: readonly ConsoleEntry[];
  /** What stands there while nothing does. */
  readonly empty: string;
}

export interface PreparedText {
  readonly name: string;
  readonly sentence: string;
  /** Of the version that it keeps; null when it has to be prepared again. */
  readonly identity: Identity | null;
}

export interface ConsoleEntry {
  readonly key: string;
  readonly source: 'typed' | 'page' | 'operation';
  /** '' for what was typed here. */
  readonly sourceText: string;
  readonly step: number;
  readonly stepText: string;
  /** Happened in the step at the playhead. */
  readonly changed: boolean;
  readonly text: string;
  /** The place of what was refused is marked in it. */
  readonly spans: readonly InputSpan[];
  /** What of it changes nothing here; '' when all of it counts. */
  readonly note: string;
  readonly outcome: ConsoleOutcome;
  readonly rows: ConsoleRows | null;
  /** Null unless tracing was on. */
  readonly trace: ConsoleTrace | null;
}

export interface ConsoleOutcome {
  readonly kind: 'none' | 'said' | 'done' | 'waiting' | 'refused';
  readonly text: string;
  readonly identity: Identity | null;
}

export interface ConsoleRows {
  readonly caption: string;
  readonly count: string;
  /** The version that the rows conform to: the request's. */
  readonly version: string;
  readonly identity: Identity | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface ConsoleTrace {
  readonly title: string;
  readonly none: string;
  readonly cost: string;
  readonly messages: readonly {
    readonly key: string;
    readonly message: string;
    readonly name: string;
    readonly sent: string;
    readonly state: string;
    readonly ended: string;
  }[];
}

export const NO_OUTCOME: ConsoleOutcome = { kind: 'none', text: '', identity: null };
