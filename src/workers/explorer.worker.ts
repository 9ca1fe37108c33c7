import { createExploring } from './exploring.ts';
import type { FromExplorer, ToExplorer } from './protocol.ts';

// A channel to itself gives the turn back to whatever was said meanwhile, without the four milliseconds of a timer.
const turns = new MessageChannel();
let next: (() => void) | null = null;
turns.port1.onmessage = () => {
  const work = next;
  next = null;
  work?.();
};

const heard = createExploring({
  tell: (message: FromExplorer) => postMessage(message),
  now: () => performance.now(),
  later: (work) => {
    next = work;
    turns.port2.postMessage(null);
  },
});

addEventListener('message', (event: MessageEvent<ToExplorer>) => heard(event.data));
