import { useEffect, useRef } from 'react';
import type { Scene } from '../../scene/shape/scene.ts';
import type { SessionState, Speed } from '../../store/state/sessionState.ts';
import { useSession, useSlice } from '../session/sessionContext.ts';

const playingOf = (state: SessionState): boolean => state.playing;
const speedOf = (state: SessionState): Speed => state.speed;

/** A frame or two: the page is drawn, nobody reads. */
const INSTANT_HOLD_MS = 40;
/** No sentence stands shorter than this at the natural pace: it has to be found before it is read. */
const HOLD_MIN_MS = 1_800;
const HOLD_BASE_MS = 600;
/** Fifteen letters a second, as subtitles have it. */
const LETTER_MS = 65;

/** Time to read a sentence, in milliseconds. */
function holdFor(sentence: string, speed: Speed): number {
  return speed === 'instant'
    ? INSTANT_HOLD_MS
    : Math.max(HOLD_MIN_MS, HOLD_BASE_MS + LETTER_MS * sentence.length) / speed;
}

/**
 * While playing, goes on when the present sentence has had its time. Comes to rest when nothing is left, and at the step
 * in which a promise breaks: that is what one must not miss. Playing on from there is the person's choice.
 */
export function usePlaying(scene: Scene): void {
  const session = useSession();
  const playing = useSlice(playingOf);
  const speed = useSlice(speedOf);
  const startedAt = useRef<number | null>(null);
  useEffect(() => {
    if (!playing) {
      startedAt.current = null;
      return;
    }
    const { step, steps } = scene.position;
    startedAt.current ??= step;
    const breaks = scene.promises.items.some((item) => item.changed);
    const over = scene.next === null && step === steps;
    if (over && step === startedAt.current) {
      // It would come to rest before it has begun: Next says why nothing happens.
      session.next();
      return;
    }
    if (over || (breaks && step !== startedAt.current)) {
      session.pause();
      return;
    }
    const goOn = (): void => {
      // What nobody can see waits until somebody can.
      if (document.hidden) document.addEventListener('visibilitychange', goOn, { once: true });
      else session.next();
    };
    const timer = setTimeout(goOn, holdFor(scene.narration.sentence, speed));
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', goOn);
    };
  }, [playing, speed, scene, session]);
}
