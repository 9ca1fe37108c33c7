// What a figure in another page shows: asked for in its address, and nothing that it asks for can be wrong, because what is
// not understood is as if it were not there.

import { THEMES, type Theme } from '../state/theme.ts';

const CONTROLS = ['full', 'min', 'none'] as const;

export interface EmbedOptions {
  /** The first place: a step of a run, a beat of a lesson. */
  readonly from: number;
  /** The last one; null is the end. */
  readonly to: number | null;
  /** From the last place back to the first. */
  readonly loop: boolean;
  /** Plays as soon as it is there. */
  readonly play: boolean;
  readonly controls: (typeof CONTROLS)[number];
  readonly theme: Theme | null;
}

export function embedOptions(search: string): EmbedOptions {
  const asked = new URLSearchParams(search);
  const count = (name: string): number | null => {
    const text = asked.get(name) ?? '';
    return /^\d{1,6}$/.test(text) ? Number(text) : null;
  };
  const from = count('from') ?? 0;
  const to = count('to');
  return {
    from,
    to: to !== null && to >= from ? to : null,
    loop: asked.get('loop') === '1',
    play: asked.get('play') === '1',
    controls: CONTROLS.find((one) => one === asked.get('controls')) ?? 'min',
    theme: THEMES.find((one) => one === asked.get('theme')) ?? null,
  };
}
