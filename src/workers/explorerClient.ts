// The page's side: one worker, begun when it is first needed, and one search at a time.

import type { Command, Core, ExploreOptions } from '../engine/index.ts';
import type { FromExplorer, ToExplorer } from './protocol.ts';

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
}

export function createExplorerClient(port: Port): ExplorerClient {
  let current = 0;
  let asks = 0;
  let hearing: Heard | null = null;
  const waiting = new Map<
    number,
    { readonly found: (commands: readonly Command[]) => void; readonly gone: (reason: Error) => void }
  >();
  const leave = (): void => {
    for (const { gone } of waiting.values()) gone(new Error('Another search has begun.'));
    waiting.clear();
  };
  port.listen((message) => {
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
        waiting.get(message.ask)?.found(message.commands);
        waiting.delete(message.ask);
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
      new Promise((found, gone) => {
        if (search !== current) {
          gone(new Error('Another search has begun.'));
          return;
        }
        asks += 1;
        waiting.set(asks, { found, gone });
        port.post({ kind: 'run-to', search, ask: asks, state });
      }),
  };
}

/** The worker of this page. */
export function openExplorerPort(): Port {
  const worker = new Worker(new URL('./explorer.worker.ts', import.meta.url), {
    type: 'module',
    name: 'explorer',
  });
  return {
    post: (message) => worker.postMessage(message),
    listen: (heard) => {
      worker.onmessage = (event: MessageEvent<FromExplorer>) => heard(event.data);
    },
  };
}
