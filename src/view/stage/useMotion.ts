import { type RefObject, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ARRIVAL } from '../../scene/shape/arrival.ts';
import type { Scene } from '../../scene/shape/scene.ts';
import type { SessionState, Speed } from '../../store/state/sessionState.ts';
import { usePage, useSlice } from '../session/sessionContext.ts';
import { arrivalBetween, type Before, isSameLayout } from './arrivalBetween.ts';
import { createMotion, type Frame, type Manner, type Motion } from './motion.ts';
import type { Shown } from './useScene.ts';

const STEP_MS = 460;
/** A click may take a statement and its own merge at once, a beat of a lesson two of them; what is further away is jumped to. */
const STEPS_SHOWN_MAX = 6;

const speedOf = (state: SessionState): Speed => state.speed;
const branchOf = (state: SessionState): number => state.current;

/** For as long as `key` is what the session shows, `scene` is drawn instead: where the way ends. */
interface Over {
  readonly key: object;
  readonly scene: Scene;
  readonly run: 'back' | 'hold';
  /** The way back leads over an arrival, and on from there. */
  readonly goesOn: boolean;
}

/**
 * Shows the way between pictures, and gives the scene to be drawn for it. One step on glides there; one step back shows
 * the same pictures in reverse; between two steps the picture is the one at that share of the way. Every way is drawn
 * on the picture where it ends, after the picture where it begins has been measured. Where a message arrives the way has
 * two parts: first it arrives, in the earlier picture, so that no card shows what it brings before it is there.
 */
export function useMotion(root: RefObject<HTMLElement | null>, shown: Shown): Scene {
  const { scene, between } = shown;
  const motion = useRef<Motion | null>(null);
  const before = useRef<Before | null>(null);
  const begun = useRef<Over | null>(null);
  const heldAt = useRef(0);
  /** Whose first part has begun, and whose is over. */
  const flying = useRef<object | null>(null);
  const landed = useRef<object | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const speed = useSlice(speedOf);
  const branch = useSlice(branchOf);
  const { alive } = usePage();
  const { fraction } = scene.position;
  const pair = between !== null && fraction >= ARRIVAL && !prefersStillness() ? between : null;
  const key = pair ?? scene;
  const active = over !== null && over.key === key ? over : null;
  const hasWay = alive && pair === null && speed !== 'instant' && !prefersStillness();
  const from = hasWay ? before.current : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what is shown, with what was shown before it
  const found = useMemo(() => arrivalBetween(from, shown, branch), [key, branch, hasWay]);
  const arrival = active === null && landed.current !== key ? found : null;

  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    motion.current ??= createMotion(element, tellSettled);
    const player = motion.current;
    if (!alive) {
      // Scripts wait for "true": it promises that the page can be acted on.
      tellSettled(false);
      return;
    }
    const durationMs = speed === 'instant' ? 0 : STEP_MS / speed;
    const end = (): void =>
      flushSync(() => {
        landed.current = key;
        setOver(null);
        redraw();
      });
    if (active !== null) {
      if (begun.current !== active) {
        begun.current = active;
        begin(player, active, active.goesOn ? durationMs / 2 : durationMs, end);
      }
      if (active.run === 'hold') {
        heldAt.current = (fraction - ARRIVAL) / (1 - ARRIVAL);
        player.at(heldAt.current);
      }
      return;
    }
    const last = before.current;
    const steps = last === null ? 0 : scene.position.step - last.scene.position.step;
    if (arrival !== null && last !== null) {
      if (flying.current === key) return;
      flying.current = key;
      if (steps > 0) {
        player.pass(frameOf(arrival), durationMs / 2, () => {
          if (flying.current === key) end();
        });
      } else {
        before.current = { scene, branch };
        player.measure(frameOf(arrival));
        setOver({ key, scene: last.scene, run: 'back', goesOn: true });
      }
      return;
    }
    flying.current = null;
    before.current = { scene: pair?.arrival ?? scene, branch };
    const ended = begun.current;
    if (ended?.key === key && ended.goesOn) {
      begun.current = null;
      player.advance(frameOf(scene), 'move', durationMs / 2);
      return;
    }
    if (ended?.key === key || pair !== null) {
      player.measure(frameOf(before.current.scene));
      if (pair !== null) setOver({ key, scene: pair.upper, run: 'hold', goesOn: false });
      return;
    }
    const comparable = last !== null && isSameLayout(last.scene, scene);
    if (!comparable) player.rest();
    const moves = comparable && speed !== 'instant' && steps !== 0;
    if (moves && last !== null && steps === -1 && last.branch === branch && !prefersStillness()) {
      player.measure(frameOf(scene));
      setOver({ key, scene: last.scene, run: 'back', goesOn: false });
      return;
    }
    // The way that was being held at a share of it ends in the picture that is shown now: it is gone to its end.
    const isHeld = ended?.run === 'hold' && last?.branch === branch && heldAt.current > 0;
    if (moves && steps === 1 && isHeld) {
      begun.current = null;
      land(player, scene, heldAt.current, durationMs / 2);
    } else {
      const ms = landed.current === key ? durationMs / 2 : durationMs;
      player.advance(frameOf(scene), moves ? mannerOf(steps) : 'jump', ms);
    }
    heldAt.current = 0;
  }, [root, scene, pair, key, active, arrival, fraction, speed, branch, alive]);

  return active?.scene ?? arrival ?? pair?.arrival ?? scene;
}

function begin(player: Motion, { scene, run }: Over, durationMs: number, arrived: () => void): void {
  if (run === 'back') {
    player.rewind(frameOf(scene), durationMs, arrived);
  } else {
    player.open(frameOf(scene));
  }
}

function land(player: Motion, scene: Scene, share: number, durationMs: number): void {
  if (prefersStillness()) {
    player.advance(frameOf(scene), 'jump', 0);
  } else {
    player.land(share, durationMs);
  }
}

const mannerOf = (steps: number): Manner =>
  prefersStillness() ? 'fade' : steps > 0 && steps <= STEPS_SHOWN_MAX ? 'move' : 'jump';

function tellSettled(still: boolean): void {
  document.documentElement.dataset['settled'] = String(still);
}

function frameOf({ loom, position }: Scene): Frame {
  const lost = loom.strokes.filter((stroke) => stroke.state === 'lost').map((stroke) => stroke.message);
  return { step: position.step, top: loom.viewport.y, now: loom.nowY, lost };
}

/** The picture that is drawn when the page is built has nobody to ask, and nothing that moves. */
const stillness = typeof matchMedia === 'function' ? matchMedia('(prefers-reduced-motion: reduce)') : null;

/** Asked at every step, and the browser keeps the answer up to date by itself. */
const prefersStillness = (): boolean => stillness?.matches === true;
