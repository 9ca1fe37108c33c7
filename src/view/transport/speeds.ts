// How fast the way from one picture to the next is shown, and how long a sentence stands.

import type { Speed } from '../../store/sessionState.ts';

interface SpeedWord {
  readonly speed: Speed;
  /** As it stands on its control. */
  readonly short: string;
  /** As it is said. */
  readonly name: string;
}

export const SPEEDS: readonly SpeedWord[] = [
  { speed: 0.125, short: '⅛×', name: 'An eighth' },
  { speed: 0.25, short: '¼×', name: 'A quarter' },
  { speed: 0.5, short: '½×', name: 'Half' },
  { speed: 1, short: '1×', name: 'Natural' },
  { speed: 2, short: '2×', name: 'Twice' },
  { speed: 4, short: '4×', name: 'Four times' },
  { speed: 8, short: '8×', name: 'Eight times' },
  { speed: 'instant', short: 'Instant', name: 'Instant' },
];

export const speedText = (speed: Speed): string => SPEEDS.find((one) => one.speed === speed)?.short ?? '';
