import { useEffect } from 'react';
import type { Scene } from '../../scene/scene.ts';
import type { SessionState, Speed } from '../../store/sessionState.ts';
import { useSession, useSlice } from '../sessionContext.ts';

const playingOf = (state: SessionState): boolean => state.playing;
const speedOf = (state: SessionState): Speed => state.speed;

/** A frame or two: the page is drawn, nobody reads. */
const INSTANT_HOLD_MS = 40;

/** Time to read a sentence, in milliseconds. */
const holdFor = (sentence: string): number => Math.max(1_300, 500 + 45 * sentence.length);

/** While playing, goes on when the present sentence has had its time; comes to rest when nothing is left. */
export function usePlaying(scene: Scene): void {
  const session = useSession();
  const playing = useSlice(playingOf);
  const speed = useSlice(speedOf);
  useEffect(() => {
    if (!playing) {
      return;
    }
    const over = scene.next === null && scene.position.step === scene.position.steps;
    const hold = over ? 0 : speed === 'instant' ? INSTANT_HOLD_MS : holdFor(scene.narration.sentence) / speed;
    const timer = setTimeout(() => (over ? session.pause() : session.next()), hold);
    return () => clearTimeout(timer);
  }, [playing, speed, scene, session]);
}
