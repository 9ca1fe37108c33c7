// Where a step on or back leads over the arrival of a message.

import type { MessageItem, Scene } from '../../scene/shape/scene.ts';
import type { Shown } from './useScene.ts';

/** What was shown last, at rest. */
export interface Before {
  readonly scene: Scene;
  readonly branch: number;
}

export const isSameLayout = (a: Scene, b: Scene): boolean =>
  a.loom.geometry.width === b.loom.geometry.width && a.loom.geometry.rowHeight === b.loom.geometry.rowHeight;

/** The earlier picture with what arrives next to it in its lane; null when nothing arrives, or it is no single step. */
export function arrivalBetween(
  last: Before | null,
  { scene, arriving }: Pick<Shown, 'scene' | 'arriving'>,
  branch: number,
): Scene | null {
  if (last === null || last.branch !== branch || !isSameLayout(last.scene, scene)) {
    return null;
  }
  const [from, to] = [last.scene.position, scene.position];
  if (to.fraction > 0 || Math.abs(to.step - from.step) !== 1) {
    return null;
  }
  const earlier = to.step > from.step ? last.scene : scene;
  const arrival = arriving(earlier);
  return isMoved(earlier.inFlight, arrival.inFlight) ? arrival : null;
}

const isMoved = (here: readonly MessageItem[], there: readonly MessageItem[]): boolean =>
  there.some(({ x, y }, i) => x !== here[i]?.x || y !== here[i]?.y);
