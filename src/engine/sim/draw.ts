import { digestText } from '../plain/canonical.ts';

/** A whole number from 0 to `below` - 1 that depends on the seed and the key alone (SPEC N10). */
export function draw(seed: number, key: string, below: number): number {
  return Number.parseInt(digestText(`${seed} ${key}`).slice(0, 12), 16) % Math.max(1, below);
}
