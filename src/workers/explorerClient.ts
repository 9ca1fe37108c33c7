// The page's side: one worker, begun when it is first needed, one search at a time, and questions beside it.

import type { Command, Core, ExploreOptions } from '../engine/index.ts';
import { openWorker } from './openWorker.ts';
import type { About, Answers, FromExplorer, Question, ToExplorer } from './protocol.ts';

export interface Heard {
  readonly onProgress: (progress: Extract<FromExplorer, { kind: 'progress' }>) => void;
  readonly onDone: (done: Extract<FromExplorer, { kind: 'done' }>) => void;
  readonly onRefused: (problem: string) => void;
}

/** What of a worker the client uses. */
export interface Port {
  readonly post: (message: ToExplorer) => void;
  readonly listen: (heard: (message: FromExplorer) => void) => void;
}

export interface ExplorerClient {
  /** Begins a search, which ends the one before it; returns its number. */
  readonly explore: (core: Core, options: ExploreOptions, heard: Heard) => number;
  readonly cancel: (search: number) => void;
  /** The commands that lead to a state of this search; refused when another has begun. */
  readonly runTo: (search: number, state: number) => Promise<readonly Command[]>;
  /** Something that is no search, and ends none. */
  readonly ask: <A extends About>(about: A, asked: Answers[A]['asked']) => Promise<Answers[A]['told']>;
}

interface Waiting {
  readonly found: (answer: never) => void;
  readonly gone: (reason: Error) => void;
}

export function createExplorerClient(port: Port): ExplorerClient {
  let current = 0;
  let asks = 0;
  let hearing: Heard | null = null;
  /** Who waits for the way to a state of this search, and for the answer to a question. */
  const ways = new Map<number, Waiting>();
  const questions = new Map<number, Waiting>();
  const leave = (): void => {
    for (const { gone } of ways.values()) gone(new Error('Another search has begun.'));
    ways.clear();
  };
  const waitIn = <T>(waiting: Map<number, Waiting>, begin: (ask: number) => void): Promise<T> =>
    new Promise<T>((found, gone) => {
      asks += 1;
      waiting.set(asks, { found, gone });
      begin(asks);
    });
  port.listen((message) => {
    if (message.kind === 'answer' || message.kind === 'no-answer') {
      const who = questions.get(message.ask);
      questions.delete(message.ask);
      if (message.kind === 'answer') {
        who?.found(message.told as never);
      } else {
        who?.gone(new Error(message.problem));
      }
      return;
    }
    if (message.search !== current) {
      return;
    }
    switch (message.kind) {
      case 'progress':
        hearing?.onProgress(message);
        return;
      case 'done':
        hearing?.onDone(message);
        return;
      case 'refused':
        hearing?.onRefused(message.problem);
        return;
      case 'run':
        ways.get(message.ask)?.found(message.commands as never);
        ways.delete(message.ask);
    }
  });
  return {
    explore: (core, options, heard) => {
      leave();
      current += 1;
      hearing = heard;
      port.post({ kind: 'explore', search: current, core, options });
      return current;
    },
    cancel: (search) => port.post({ kind: 'cancel', search }),
    runTo: (search, state) =>
      search === current
        ? waitIn(ways, (ask) => port.post({ kind: 'run-to', search, ask, state }))
        : Promise.reject(new Error('Another search has begun.')),
    ask: (about, asked) =>
      waitIn(questions, (ask) => port.post({ kind: 'ask', ask, question: { about, ...asked } as Question })),
  };
}

let ofThisPage: ExplorerClient | null = null;

/** The worker of what people see; what scripts ask has one of its own, so that neither ends the other's search. */
export function explorerOfPage(): ExplorerClient {
  ofThisPage ??= createExplorerClient(openExplorerPort());
  return ofThisPage;
}

export function openExplorerPort(): Port {
  let hear: (message: FromExplorer) => void = () => undefined;
  const { post } = openWorker<FromExplorer>('explorer', (message) => hear(message));
  return {
    post,
    listen: (heard) => {
      hear = heard;
    },
  };
}
