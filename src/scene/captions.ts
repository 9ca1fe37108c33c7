// The sentences of a stretch of a run with the time that each needs to be read: what a film shows, and its subtitles.

import type { Timeline } from '../engine/index.ts';
import { momentAt, narrationAt } from './moment.ts';
import type { SceneOptions } from './scene.ts';

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

export function captionsOf(
  timeline: Timeline,
  options: SceneOptions,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Caption[] {
  const moment = momentAt(timeline, { step: to, fraction: 0 }, options);
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, i) => {
    const { sentence } = narrationAt(moment, from + i);
    const needed = Math.max(SECONDS_MIN, SECONDS_BASE + SECONDS_A_LETTER * sentence.length);
    return { step: from + i, sentence, seconds: Math.ceil(2 * needed) / 2 };
  });
}

/** Subtitles for the film of these captions, whose steps slide in for `glide` seconds each. */
export function webVtt(captions: readonly Caption[], glide: number): string {
  let time = 0;
  const cues = captions.map(({ sentence, seconds }, i) => {
    const start = time + (i === 0 ? 0 : glide);
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
