// How components reach the session and the projection: by context, so that a test or a figure can bring its own.

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Breaks } from '../../scene/run/verdict.ts';
import type { Scene, SceneOptions } from '../../scene/shape/scene.ts';
import type { LessonShown } from '../../store/lesson/lessonShown.ts';
import type { Session, SessionState } from '../../store/state/sessionState.ts';
import type { ShownResult } from '../node/latestResult.ts';
import type { DropQuestion } from './dropQuestion.ts';

export interface Page {
  /** False while the engine is still on its way. */
  readonly alive: boolean;
  /** Nothing of what is to come is known yet: only the frame is drawn. */
  readonly blank: boolean;
  /** What is shown of the open lesson. */
  readonly lesson: (state: SessionState) => LessonShown | null;
  /** Nodes that are in the run and not shown yet; equal lists are the same. */
  readonly hidden: (state: SessionState) => readonly string[];
  readonly session: Session;
  /** How many nodes there are: the stage is laid out before it is projected. */
  readonly nodeCount: (state: SessionState) => number;
  /** The latest answer to a read, up to the playhead. */
  readonly answer: (state: SessionState) => ShownResult | null;
  /** The pure projection: what is on the screen at the session's playhead. */
  readonly project: (state: SessionState, options: SceneOptions) => Scene;
  /** A step's picture at a share of the way to the next one. */
  readonly projectOn: (state: SessionState, options: SceneOptions, earlier: Scene, fraction: number) => Scene;
  /** What it would mean to let go of a message's head there. */
  readonly dropSentence: (question: DropQuestion) => string;
  /** Steps of the branch on the screen at which a promise breaks, as far as `budget` judgements tell. */
  readonly breaks: (state: SessionState, budget: number) => Breaks;
  /** Once it is on the screen and answers: from then on it may be driven from outside. */
  readonly onDrawn: () => void;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) {
    throw new Error('A component of the page is rendered outside PageContext.');
  }
  return page;
}

export const useSession = (): Session => usePage().session;

/** A slice of the session; `select` is a module constant, so that a component renders only when its slice changes. */
export function useSlice<T>(select: (state: SessionState) => T): T {
  const { store } = useSession();
  // The picture that was drawn when the page was built is of the session as it stands, not of what it began with.
  const slice = (): T => select(store.getState());
  return useSyncExternalStore(store.subscribe, slice, slice);
}
