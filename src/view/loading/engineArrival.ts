// The engine is the larger half of the page's code, and nothing on the first screen needs it before a first press.

type Live = typeof import('./livePage.ts');

let arrival: Promise<Live> | null = null;

/** Starts fetching the engine at the first call; the same promise ever after. */
export function engineArrival(): Promise<Live> {
  arrival ??= import('./livePage.ts');
  return arrival;
}
