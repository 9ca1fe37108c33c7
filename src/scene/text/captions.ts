// The sentences of a stretch of a run with the time that each needs to be read: what a film shows, and its subtitles.

import type { Timeline } from '../../engine/index.ts';
import { narrationAt } from '../narration/narrationAt.ts';
import { momentAt } from '../run/moment.ts';
import type { SceneOptions } from '../shape/scene.ts';

export interface Caption {
  readonly step: number;
  readonly sentence: string;
  /** In half seconds. */
  readonly seconds: number;
}

/** Nothing stands shorter; then a letter takes so long. */
const SECONDS_MIN = 2;
const SECONDS_BASE = 0.6;
const SECONDS_A_LETTER = 0.065;

/** How long a sentence stands, in half seconds. */
export const readingSeconds = (sentence: string): number =>
  Math.ceil(2 * Math.max(SECONDS_MIN, SECONDS_BASE + SECONDS_A_LETTER * sentence.length)) / 2;

export function captionsOf(
  timeline: Timeline,
  options: SceneOptions,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Caption[] {
  const moment = momentAt(timeline, { step: to, fraction: 0 }, options);
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, i) => {
    const { sentence } = narrationAt(moment, from + i);
    return { step: from + i, sentence, seconds: readingSeconds(sentence) };
  });
}

/** A sentence of a film, how many steps slide in before it, and how many seconds something else stands before those. */
export type Said = Pick<Caption, 'sentence' | 'seconds'> & {
  readonly slides: number;
  readonly lead: number;
};

/** Subtitles for a film of these sentences, in which a step slides in for `glide` seconds. */
export function webVtt(said: readonly Said[], glide: number): string {
  let time = 0;
  const cues = said.map(({ sentence, seconds, slides, lead }) => {
    const start = time + lead + slides * glide;
    time = start + seconds;
    return `${clock(start)} --> ${clock(time)}\n${sentence.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('-->', '→')}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function clock(seconds: number): string {
  const thousandths = Math.round(seconds * 1_000);
  const two = (count: number): string => String(count).padStart(2, '0');
  const [h, m, s] = [thousandths / 3_600_000, (thousandths / 60_000) % 60, (thousandths / 1_000) % 60].map(
    Math.floor,
  );
  return `${two(h ?? 0)}:${two(m ?? 0)}:${two(s ?? 0)}.${String(thousandths % 1_000).padStart(3, '0')}`;
}
