// A stretch of a run as a narrated film. Each step slides in as it does on the page, and stands as long as its sentence needs
// to be read. A frame is the page at (step, fraction): the same stretch is the same film, however long drawing takes.
// mediabunny writes the WebM: it is alive, and only what is used of it is fetched.

import { BufferTarget, CanvasSource, canEncodeVideo, Output, WebMOutputFormat } from 'mediabunny';
import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import { drawn } from '../session/drawn.ts';
import { drawCard, type FilmCard } from './filmCards.ts';
import { GLIDE_S } from './filmTimes.ts';
import { areaOf, drawnSvg, pageSvg } from './pagePicture.ts';
import { pageStyles } from './pageStyles.ts';
import type { Shot } from './shots.ts';

const WIDTH = 1_920;
const HEIGHT = 1_080;
/** The band below the picture that the sentence stands in. */
const BAND = 132;
/** Of two lines in it, how far each is from its middle. */
const BELOW = 28;
const FRAMES_A_SECOND = 30;
const BITRATE = 4_000_000;

export interface FilmAsked {
  readonly shots: readonly Shot[];
  /** The last picture. */
  readonly end: FilmCard | null;
  /** To where one was. */
  readonly restore: () => void;
  readonly signal: AbortSignal;
  /** Share that is done, 0 to 1. */
  readonly progress: (share: number) => void;
}

/** Null where it was called off. Refuses, in a sentence, where the browser cannot. */
export async function film({ shots, end, restore, signal, progress }: FilmAsked): Promise<Blob | null> {
  const codec = await codecHere();
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec, bitrate: BITRATE });
  output.addVideoTrack(source, { frameRate: FRAMES_A_SECOND });
  await output.start();
  const styles = await pageStyles();
  let time = 0;
  const add = async (seconds: number): Promise<void> => {
    await source.add(time, seconds);
    time += seconds;
  };
  // Half a second each, so that a film can be searched.
  const stand = async (seconds: number): Promise<void> => {
    for (let rest = Math.round(seconds * 2); rest > 0; rest--) await add(0.5);
  };
  const say = async (card: FilmCard | null): Promise<void> => {
    if (card === null) return;
    drawCard(canvas, card);
    await stand(card.seconds);
  };
  try {
    for (const [i, shot] of shots.entries()) {
      await say(shot.card);
      const glides = Math.round(shot.slides * GLIDE_S * FRAMES_A_SECOND);
      for (let frame = 1; frame < glides; frame++) {
        if (signal.aborted) return null;
        shot.show(shot.slides * (1 - frame / glides));
        await draw({ canvas, styles }, shot.onWay, shot.below);
        await add(1 / FRAMES_A_SECOND);
        progress((i + frame / glides) / shots.length);
      }
      if (signal.aborted) return null;
      shot.show(0);
      await draw({ canvas, styles }, shot.sentence, shot.below);
      await stand(shot.seconds);
      progress((i + 1) / shots.length);
    }
    await say(end);
    await output.finalize();
  } finally {
    if (output.state !== 'finalized') await output.cancel();
    restore();
  }
  return new Blob([target.buffer ?? new ArrayBuffer(0)], { type: 'video/webm' });
}

async function codecHere(): Promise<'vp9' | 'vp8'> {
  for (const codec of ['vp9', 'vp8'] as const) {
    const can =
      typeof VideoEncoder !== 'undefined' && (await canEncodeVideo(codec, { width: WIDTH, height: HEIGHT }));
    if (can) return codec;
  }
  throw new Error(takeAlong('film-impossible'));
}

interface Studio {
  readonly canvas: HTMLCanvasElement;
  readonly styles: string;
}

async function draw({ canvas, styles }: Studio, sentence: string, below: string) {
  await drawn();
  const area = areaOf('scene');
  const context = canvas.getContext('2d');
  if (area === null || context === null) {
    throw new Error(takeAlong('film-impossible'));
  }
  const scale = Math.min(WIDTH / area.width, (HEIGHT - BAND) / area.height);
  const picture = await drawnSvg(pageSvg(styles, area), area, scale);
  const look = getComputedStyle(document.documentElement);
  context.fillStyle = look.getPropertyValue('--page');
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.drawImage(picture, (WIDTH - picture.width) / 2, (HEIGHT - BAND - picture.height) / 2);
  context.fillStyle = look.getPropertyValue('--card');
  context.fillRect(0, HEIGHT - BAND, WIDTH, BAND);
  context.fillStyle = look.getPropertyValue('--ink');
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `500 44px ${look.getPropertyValue('--font-text')}`;
  const middle = HEIGHT - BAND / 2;
  context.fillText(sentence, WIDTH / 2, below === '' ? middle : middle - BELOW, WIDTH - 120);
  context.fillStyle = look.getPropertyValue('--muted');
  context.font = `450 32px ${look.getPropertyValue('--font-text')}`;
  context.fillText(below, WIDTH / 2, middle + BELOW, WIDTH - 120);
}
