// What the inspector shows, as plain data: sections of facts, tables, histories and bytes. A value may lead on: it
// selects another thing, or goes to a step. Every value is only ever text.

import type { Identity, Selection } from '../shape/scene.ts';

export interface Inspection {
  /** The same for as long as the same thing is inspected. */
  readonly key: string;
  /** What kind of thing it is, in a word: 'Version'. */
  readonly kind: string;
  readonly title: string;
  /** One or two sentences. */
  readonly lead: string;
  /** Its tile, for a version and for what is stored at one. */
  readonly identity: Identity | null;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly key: string;
  readonly title: string;
  /** How many things are in it, beside the title; null when that says nothing. */
  readonly count: number | null;
  /** Unfolded from the start. */
  readonly open: boolean;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'facts'; readonly key: string; readonly facts: readonly Fact[] }
  | TableBlock
  | { readonly kind: 'history'; readonly key: string; readonly lines: readonly HistoryLine[] }
  | { readonly kind: 'list'; readonly key: string; readonly lines: readonly string[] }
  | { readonly kind: 'values'; readonly key: string; readonly values: readonly Value[] }
  | { readonly kind: 'note'; readonly key: string; readonly text: string }
  | { readonly kind: 'code'; readonly key: string; readonly text: string; readonly copy: string | null };

export interface Fact {
  readonly term: string;
  readonly values: readonly Value[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly key: string;
  readonly caption: string;
  /** Read aloud only: the section's title says the same. */
  readonly captionHidden: boolean;
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly key: string;
  /** The first cell heads its row. */
  readonly cells: readonly (readonly Value[])[];
  /** 'begins': a new part of the table begins with it. */
  readonly tone: 'plain' | 'dead' | 'changed' | 'begins';
}

/** Something that happened at a step one can go to. */
export interface HistoryLine {
  readonly key: string;
  readonly step: number;
  readonly stepText: string;
  readonly current: boolean;
  readonly sentence: string;
}

export interface Value {
  readonly text: string;
  /** Hex, ids, CQL: set in the monospaced face. */
  readonly mono: boolean;
  readonly identity: Identity | null;
  /** Choosing it selects this. */
  readonly select: Selection | null;
  /** Choosing it goes to this step. */
  readonly step: number | null;
  /** What its copy button copies. */
  readonly copy: string | null;
  readonly tone: 'plain' | 'quiet' | 'dead';
}
