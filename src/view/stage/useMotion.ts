import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Scene } from '../../scene/scene.ts';
import type { SessionState, Speed } from '../../store/sessionState.ts';
import { usePage, useSlice } from '../sessionContext.ts';
import { createMotion, type Motion } from './motion.ts';

const STEP_MS = 460;
const speedOf = (state: SessionState): Speed => state.speed;

/** Shows the way from the last picture to this one when a step was taken; other changes of the scene jump. */
export function useMotion(root: RefObject<HTMLElement | null>, scene: Scene): void {
  const motion = useRef<Motion | null>(null);
  const shown = useRef<Scene | null>(null);
  const speed = useSlice(speedOf);
  const { alive } = usePage();
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) {
      return;
    }
    motion.current ??= createMotion(element, (still) => {
      document.documentElement.dataset['settled'] = String(still);
    });
    if (!alive) {
      // Scripts wait for "true": it promises that the page can be acted on.
      document.documentElement.dataset['settled'] = 'false';
      return;
    }
    const before = shown.current;
    shown.current = scene;
    const sameLayout = before?.loom.geometry.width === scene.loom.geometry.width;
    if (!sameLayout) {
      motion.current.rest();
    }
    const moved = before !== null && before.position.step !== scene.position.step;
    const lost = scene.loom.strokes
      .filter((stroke) => stroke.state === 'lost')
      .map((stroke) => stroke.message);
    const frame = {
      tapeY: scene.loom.viewport.y,
      lost,
      durationMs: speed === 'instant' ? 0 : STEP_MS / speed,
    };
    motion.current.committed(
      frame,
      moved && sameLayout && speed !== 'instant' ? (prefersStillness() ? 'fade' : 'move') : 'jump',
    );
  }, [root, scene, speed, alive]);
}

const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
