// A lesson as plain data: commands, beats, a question before the decisive step, turns of a switch, a challenge. Its words
// stand in a catalogue of its own (texts/), by ids that follow from those of its beats.

import type { Config, NodeId, Protections } from '../engine/index.ts';
import type { Facts } from './facts.ts';
import type { Aim } from './goal.ts';
import type { Move } from './moves.ts';
import type { TermId } from './texts/glossary.en.ts';

/** Parts of the course, in its order; `shelf` holds what really happened. */
export type Act = 'agreeing' | 'writing' | 'losing' | 'engineers' | 'shelf';

/** Where a beat stands in its lesson's story; a film shows a title where it changes. */
export type Chapter = 'setup' | 'part' | 'predict' | 'agree' | 'switch' | 'challenge';

/** What is hidden until a lesson first needs it. */
export const PARTS = [
  'history',
  'time',
  'versions',
  'ids',
  'hex',
  /** Write and Read on the cards. */
  'data',
  /** The version that an entry is stored at, and how many are at the current one. */
  'tags',
  /** Where an entry lies: memtable, cache, sstables. */
  'sources',
  /** The console, and what else is in a node. */
  'inside',
  'verdict',
] as const;
export type Part = (typeof PARTS)[number];

/** What a beat is about: a view, or one node's card. */
export type Focus = 'loom' | 'dag' | 'ids' | NodeId;

/**
 * Words by id. `title`, `point` and `goal` of the lesson, `hint.1` and on; for a beat `b` its sentence `b` and what a
 * speaker may add, `b.note`; where it asks, the options `b.1` to `b.4` and the reason `b.why`.
 */
export type LessonTexts = Readonly<Record<string, string>>;

/** A question, asked before the step that answers it. */
export interface Prediction {
  /** For each option what would be true at the next beat; exactly the right one's facts are. */
  readonly options: readonly Facts[];
  /** Index of the right option. */
  readonly answer: number;
}

export interface Beat {
  readonly id: string;
  readonly chapter: Chapter;
  /** Which run it is seen in: the lesson's own, or one of its turns. */
  readonly run?: string;
  /** What happens on the way to it, at the end of its run. */
  readonly moves?: readonly Move[];
  /** In a turn: it stands after the last command of this beat of the lesson's own run. */
  readonly after?: string;
  /** How far it stands on the way to the next step. */
  readonly fraction?: number;
  readonly focus?: Focus;
  /** What is shown from here on. */
  readonly unveil?: readonly Part[];
  /** Nodes that are in the run and shown from here on. */
  readonly nodes?: readonly NodeId[];
  readonly ask?: Prediction;
  /** It invites to act: the buttons that add a column are outlined. */
  readonly invites?: boolean;
  /** What is true here: a test holds the sentence to it. */
  readonly expects: Facts;
  /** Terms of the glossary that its sentence uses for the first time in the course. */
  readonly terms?: readonly TermId[];
  /** Seconds that a speaker plans for it. */
  readonly seconds: number;
}

/** The same commands once more, with a switch the other way. */
export interface Turn {
  readonly id: string;
  readonly protection: keyof Protections;
  readonly to: 'on' | 'off';
  /** `broken`: a promise is. `cost`: none is, it only takes more. `fixed`: what went wrong goes right. */
  readonly outcome: 'broken' | 'cost' | 'fixed';
  readonly protections: Partial<Protections>;
  /** The lesson's run is played again up to this beat, and goes on with the beats of the turn; absent: the whole of it. */
  readonly upTo?: string;
}

export interface Challenge extends Aim {
  /** Where one begins: the run, and the beat after whose last command; the start of the run without one. */
  readonly run: string;
  readonly after?: string;
  readonly hints: number;
  readonly solution: readonly Move[];
  /** The fewest moves that reach the goal. */
  readonly par: number;
}

export interface Lesson {
  readonly id: string;
  /** Its place in the course; null on the shelf. */
  readonly number: number | null;
  readonly act: Act;
  readonly minutes: number;
  readonly seed: number;
  readonly config: Config;
  /** What is shown from the first beat on. */
  readonly parts: readonly Part[];
  /** Nodes that are shown from the first beat on; all when absent. */
  readonly nodes?: readonly NodeId[];
  /** Its versions stand in four layers: their panel has more room. */
  readonly deep?: boolean;
  readonly beats: readonly Beat[];
  readonly turns: readonly Turn[];
  readonly challenge?: Challenge;
  readonly texts: LessonTexts;
}

/** The lesson's own run, and the one on which its challenge is tried. */
export const MAIN = 'main';
export const TRY = 'try';

/** The beat at which one tries for oneself: the last one of a lesson with a challenge. */
export const isChallenge = (beat: Beat): boolean => beat.chapter === 'challenge';
