// Motion between two settled pictures, as a function of how far one is on the way. React draws the picture where the way
// ends; movers show it at any share of the way from the one measured before. One loop turns time into that share, and
// scrubbing gives it directly: the same share is the same picture, forwards, backwards or by itself. It owns no state:
// stop it at any frame and what remains is the picture where the way ends. Nothing here goes through React.

import { type Mover, moversOf } from './movers.ts';
import { type Picture, type PictureOf, pictureOf } from './places.ts';

/** `move`: show the way. `fade`: jump, with a short fade (for those who prefer less motion). `jump`: nothing at all. */
export type Manner = 'move' | 'fade' | 'jump';

/** What a picture cannot say of itself. */
export interface Frame extends PictureOf {
  /** Messages that did not arrive. */
  readonly lost: readonly string[];
}

export interface Motion {
  /** What is shown is a picture to come from, or to rest on. */
  readonly measure: (frame: Frame) => void;
  /** What is shown is where one goes to: shows the way from the picture before. */
  readonly advance: (frame: Frame, manner: Manner, durationMs: number) => void;
  /** What is shown is a place on the way: goes there from the picture before, then tells, without rest. */
  readonly pass: (frame: Frame, durationMs: number, arrived: () => void) => void;
  /** What is shown is where one comes from: shows the way back to the picture measured before, then tells. */
  readonly rewind: (frame: Frame, durationMs: number, arrived: () => void) => void;
  /** What is shown is where the way ends that begins at the picture measured before: shows its beginning. */
  readonly open: (frame: Frame) => void;
  /** Shows this share of the way, 0 to 1. */
  readonly at: (progress: number) => void;
  /** From that share of the way that `open` began to its end. */
  readonly land: (progress: number, durationMs: number) => void;
  /** Forgets what was there before, e.g. after a change of layout. */
  readonly rest: () => void;
}

const FADE_MS = 120;
/** Without a step for so long, the next one fades again. */
const CALM_MS = 300;
/** Rest after a jump, from which on it is a picture to come from. */
const PAUSE_MS = 80;

/** Slow at both ends, and the same in either direction. */
const eased = (progress: number): number =>
  progress < 0.5 ? 4 * progress ** 3 : 1 - (2 - 2 * progress) ** 3 / 2;

/** `settled` is told false when motion starts and true when the picture stands still. */
export function createMotion(root: HTMLElement, settled: (still: boolean) => void): Motion {
  let picture: Picture | null = null;
  let movers: readonly Mover[] = [];
  let request = 0;
  let measuring = 0;
  const fade = fader(root);

  const stop = (): void => {
    cancelAnimationFrame(request);
    clearTimeout(measuring);
    request = 0;
    for (const mover of movers) mover.end();
    movers = [];
  };
  const at = (progress: number): void => {
    const rest = 1 - eased(Math.min(1, Math.max(0, progress)));
    for (const mover of movers) mover.draw(rest);
  };
  const run = (durationMs: number, shareOf: (done: number) => number, arrived: () => void): void => {
    settled(false);
    const start = performance.now();
    const tick = (now: number): void => {
      const done = Math.min(1, Math.max(0, (now - start) / durationMs));
      if (done >= 1) {
        arrived();
        return;
      }
      at(shareOf(done));
      request = requestAnimationFrame(tick);
    };
    at(shareOf(0));
    request = requestAnimationFrame(tick);
  };
  const still = (): void => {
    stop();
    settled(true);
  };
  /** The movers from the picture measured before to what is shown now; none when there was none. */
  const prepare = (frame: Frame): boolean => {
    stop();
    const from = picture;
    const to = pictureOf(root, frame);
    if (from !== null) movers = moversOf(root, { from, to, lost: frame.lost });
    picture = to;
    return movers.length > 0;
  };

  return {
    at,
    rest: () => {
      clearTimeout(measuring);
      picture = null;
    },
    measure: (frame) => {
      stop();
      picture = pictureOf(root, frame);
      settled(true);
    },
    advance: (frame, manner, durationMs) => {
      if (manner !== 'move') {
        stop();
        // No way leads here. Measuring costs as much as drawing, so it waits until one rests: whoever goes on at once goes
        // from a picture that was hardly seen, without a way, too.
        picture = null;
        clearTimeout(measuring);
        if (manner === 'fade') {
          // Who prefers stillness sees no way, now or later.
          fade();
        } else {
          measuring = window.setTimeout(() => {
            picture = pictureOf(root, frame);
          }, PAUSE_MS);
        }
        settled(true);
      } else if (prepare(frame)) {
        run(durationMs, (done) => done, still);
      } else {
        settled(true);
      }
    },
    pass: (frame, durationMs, arrived) => {
      if (prepare(frame)) {
        run(durationMs, (done) => done, arrived);
      } else {
        queueMicrotask(arrived);
      }
    },
    rewind: (frame, durationMs, arrived) => {
      const there = picture;
      const moves = prepare(frame);
      picture = there;
      if (moves) {
        run(durationMs, (done) => 1 - done, arrived);
      } else {
        queueMicrotask(arrived);
      }
    },
    land: (progress, durationMs) => {
      if (movers.length === 0) {
        settled(true);
        return;
      }
      cancelAnimationFrame(request);
      run(durationMs * (1 - progress), (done) => progress + (1 - progress) * done, still);
    },
    open: (frame) => {
      prepare(frame);
      at(0);
      settled(true);
    },
  };
}

/** Without flicker: of steps that follow each other at once only the first fades. */
function fader(root: HTMLElement): () => void {
  let calming = 0;
  return () => {
    if (calming === 0) root.animate([{ opacity: 0.55 }, { opacity: 1 }], FADE_MS);
    clearTimeout(calming);
    calming = window.setTimeout(() => {
      calming = 0;
    }, CALM_MS);
  };
}
