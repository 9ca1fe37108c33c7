// How fast the way from one picture to the next is shown, and how long a sentence stands.

import { pageWords } from '../../scene/words/pageWords.ts';
import type { Speed } from '../../store/state/sessionState.ts';

interface SpeedWord {
  readonly speed: Speed;
  /** As it stands on its control. */
  readonly short: string;
  /** As it is said. */
  readonly name: string;
}

export const SPEEDS: readonly SpeedWord[] = [
  { speed: 0.125, short: '⅛×', name: pageWords('an-eighth') },
  { speed: 0.25, short: '¼×', name: pageWords('a-quarter') },
  { speed: 0.5, short: '½×', name: pageWords('half') },
  { speed: 1, short: '1×', name: pageWords('natural') },
  { speed: 2, short: '2×', name: pageWords('twice') },
  { speed: 4, short: '4×', name: pageWords('four-times') },
  { speed: 8, short: '8×', name: pageWords('eight-times') },
  { speed: 'instant', short: pageWords('instant'), name: pageWords('instant') },
];

export const speedText = (speed: Speed): string => SPEEDS.find((one) => one.speed === speed)?.short ?? '';
