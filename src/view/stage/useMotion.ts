import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Scene } from '../../scene/scene.ts';
import type { SessionState, Speed } from '../../store/sessionState.ts';
import { usePage, useSlice } from '../sessionContext.ts';
import { createMotion, type Frame, type Motion } from './motion.ts';
import type { Shown } from './useScene.ts';

const STEP_MS = 460;
/** A click may take a statement and its own merge at once, a beat of a lesson two of them; what is further away is jumped to. */
const STEPS_SHOWN_MAX = 6;

/**
 * Before this share of the way nothing has happened yet: what is on its way is still on its way, and no card may show what
 * it will bring. The projection draws that part by itself.
 */
const ARRIVAL = 0.5;

const speedOf = (state: SessionState): Speed => state.speed;
const branchOf = (state: SessionState): number => state.current;

/** For as long as `key` is what the session shows, `scene` is drawn instead: where the way ends. */
interface Over {
  readonly key: object;
  readonly scene: Scene;
  readonly run: 'back' | 'hold';
}

interface Before {
  readonly scene: Scene;
  readonly branch: number;
}

/**
 * Shows the way between pictures, and gives the scene to be drawn for it. One step on glides there; one step back shows
 * the same pictures in reverse; between two steps the picture is the one at that share of the way. Every way is drawn
 * on the picture where it ends, after the picture where it begins has been measured.
 */
export function useMotion(root: RefObject<HTMLElement | null>, { scene, between }: Shown): Scene {
  const motion = useRef<Motion | null>(null);
  const before = useRef<Before | null>(null);
  const begun = useRef<Over | null>(null);
  const heldAt = useRef(0);
  const [over, setOver] = useState<Over | null>(null);
  const speed = useSlice(speedOf);
  const branch = useSlice(branchOf);
  const { alive } = usePage();
  const { fraction } = scene.position;
  const pair = between !== null && fraction >= ARRIVAL && !prefersStillness() ? between : null;
  const key = pair ?? scene;
  const active = over !== null && over.key === key ? over : null;

  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) {
      return;
    }
    motion.current ??= createMotion(element, (still) => {
      document.documentElement.dataset['settled'] = String(still);
    });
    const player = motion.current;
    if (!alive) {
      // Scripts wait for "true": it promises that the page can be acted on.
      document.documentElement.dataset['settled'] = 'false';
      return;
    }
    const durationMs = speed === 'instant' ? 0 : STEP_MS / speed;
    if (active !== null) {
      if (begun.current !== active) {
        begun.current = active;
        begin(player, active, { durationMs, arrived: () => flushSync(() => setOver(null)) });
      }
      if (active.run === 'hold') {
        player.at(fraction);
        heldAt.current = fraction;
      }
      return;
    }
    const last = before.current;
    const shown = { scene: pair?.lower ?? scene, branch };
    before.current = shown;
    if (begun.current?.key === key || pair !== null) {
      player.measure(frameOf(shown.scene));
      if (pair !== null) setOver({ key, scene: pair.upper, run: 'hold' });
      return;
    }
    const comparable = last !== null && isSameLayout(last.scene, scene);
    if (!comparable) player.rest();
    const steps = last === null ? 0 : scene.position.step - last.scene.position.step;
    const moves = comparable && speed !== 'instant' && steps !== 0;
    if (moves && last !== null && steps === -1 && last.branch === branch && !prefersStillness()) {
      player.measure(frameOf(scene));
      setOver({ key, scene: last.scene, run: 'back' });
      return;
    }
    const held = begun.current;
    // The way that was being held at a share of it ends in the picture that is shown now: it is gone to its end.
    if (
      moves &&
      steps === 1 &&
      held?.run === 'hold' &&
      last !== null &&
      last.branch === branch &&
      heldAt.current > 0
    ) {
      begun.current = null;
      if (prefersStillness()) {
        player.advance(frameOf(scene), 'jump', 0);
      } else {
        player.land(heldAt.current, durationMs);
      }
      heldAt.current = 0;
      return;
    }
    heldAt.current = 0;
    const near = moves && steps > 0 && steps <= STEPS_SHOWN_MAX;
    const manner = !moves ? 'jump' : prefersStillness() ? 'fade' : near ? 'move' : 'jump';
    player.advance(frameOf(scene), manner, durationMs);
  }, [root, scene, pair, key, active, fraction, speed, branch, alive]);

  return active?.scene ?? pair?.lower ?? scene;
}

interface Beginning {
  readonly durationMs: number;
  readonly arrived: () => void;
}

function begin(player: Motion, { scene, run }: Over, { durationMs, arrived }: Beginning): void {
  if (run === 'back') {
    player.rewind(frameOf(scene), durationMs, arrived);
  } else {
    player.open(frameOf(scene));
  }
}

function frameOf({ loom }: Scene): Frame {
  const lost = loom.strokes.filter((stroke) => stroke.state === 'lost').map((stroke) => stroke.message);
  return { tape: { top: loom.viewport.y, now: loom.nowY }, lost };
}

const isSameLayout = (a: Scene, b: Scene): boolean =>
  a.loom.geometry.width === b.loom.geometry.width && a.loom.geometry.rowHeight === b.loom.geometry.rowHeight;

const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
