import { createRandomRunning, type ToRandomRuns } from './randomRunning.ts';

// A channel to itself gives the turn back to whatever was said meanwhile, without the four milliseconds of a timer.
const turns = new MessageChannel();
let next: (() => void) | null = null;
turns.port1.onmessage = () => {
  const work = next;
  next = null;
  work?.();
};

const begin = createRandomRunning({
  tell: (message) => postMessage(message),
  later: (work) => {
    next = work;
    turns.port2.postMessage(null);
  },
});

addEventListener('message', (event: MessageEvent<ToRandomRuns>) => begin(event.data));
