// A worker that runs the engine, begun by the page.

import type { ToWorker } from './protocol.ts';

export interface OpenWorker {
  readonly post: (message: ToWorker) => void;
  readonly end: () => void;
}

export function openWorker<Heard>(name: string, heard: (message: Heard) => void): OpenWorker {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name });
  worker.onmessage = (event: MessageEvent<Heard>) => heard(event.data);
  return { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
}
