// A stretch of a run as a narrated film. Each step slides in as it does on the page, and stands as long as its sentence needs
// to be read. A frame is the page at (step, fraction): the same stretch is the same film, however long drawing takes.
// mediabunny writes the WebM: it is alive, and only what is used of it is fetched.

import { BufferTarget, CanvasSource, canEncodeVideo, Output, WebMOutputFormat } from 'mediabunny';
import type { Caption } from '../../scene/captions.ts';
import { takeAlong } from '../../scene/takeAlongWords.ts';
import type { Session } from '../../store/sessionState.ts';
import { drawn } from '../drawn.ts';
import { GLIDE_S } from './filmTimes.ts';
import { areaOf, drawnSvg, pageSvg } from './pagePicture.ts';
import { pageStyles } from './pageStyles.ts';

const WIDTH = 1_920;
const HEIGHT = 1_080;
/** The band below the picture that the sentence stands in. */
const BAND = 132;
const FRAMES_A_SECOND = 30;
const BITRATE = 4_000_000;

export interface FilmAsked {
  readonly session: Session;
  /** A sentence for each step, the one it begins at first, with the time that each stands. */
  readonly captions: readonly Caption[];
  readonly signal: AbortSignal;
  /** Share that is done, 0 to 1. */
  readonly progress: (share: number) => void;
}

/** Null where it was called off. Refuses, in a sentence, where the browser cannot. */
export async function film({ session, captions, signal, progress }: FilmAsked): Promise<Blob | null> {
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
  const { playhead } = session.store.getState();
  let time = 0;
  const add = async (seconds: number): Promise<void> => {
    await source.add(time, seconds);
    time += seconds;
  };
  try {
    for (const [i, caption] of captions.entries()) {
      const glides = i === 0 ? 0 : Math.round(GLIDE_S * FRAMES_A_SECOND);
      for (let frame = 1; frame < glides; frame++) {
        if (signal.aborted) return null;
        await drawAt(
          { session, canvas, styles },
          caption.step - 1,
          frame / glides,
          captions[i - 1]?.sentence ?? '',
        );
        await add(1 / FRAMES_A_SECOND);
        progress((i + frame / glides) / captions.length);
      }
      if (signal.aborted) return null;
      await drawAt({ session, canvas, styles }, caption.step, 0, caption.sentence);
      // Half a second each, so that a film can be searched.
      for (let rest = Math.round(caption.seconds * 2); rest > 0; rest--) await add(0.5);
      progress((i + 1) / captions.length);
    }
    await output.finalize();
  } finally {
    if (output.state !== 'finalized') await output.cancel();
    session.seek(playhead.step, playhead.fraction);
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
  readonly session: Session;
  readonly canvas: HTMLCanvasElement;
  readonly styles: string;
}

async function drawAt({ session, canvas, styles }: Studio, step: number, fraction: number, sentence: string) {
  session.seek(step, fraction);
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
  context.fillText(sentence, WIDTH / 2, HEIGHT - BAND / 2, WIDTH - 120);
}
