// How far the diagram is scrolled. It follows the run without being asked: where it has to go is known while it is drawn, so
// that it is drawn once, and there, and not once more when the browser has scrolled it.

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { VersionDag } from '../../scene/shape/scene.ts';
import type { DagPicture } from '../../scene/versions/dagPicture.ts';

/** Coarse steps, in px: what is drawn reaches farther than what is seen, so that not every pixel draws anew. */
const STEP = 48;
/** Air around what is brought into sight, in px. */
const AIR = 56;

interface Given {
  readonly target: RefObject<HTMLElement | null>;
  readonly dag: VersionDag;
  readonly picture: DagPicture;
  /** Of the panel, in px: 0 while it is not shown. */
  readonly height: number;
}

export interface DagScroll {
  /** How far it is scrolled, in coarse steps of px. */
  readonly top: number;
  /** Scrolls no farther than needed to have a version in sight, with air around it. */
  readonly bring: (version: string) => void;
}

interface Place {
  readonly top: number;
  /** The version followed last, and how far that one asked to scroll, once: whoever scrolls then is left alone. */
  readonly wish: { readonly version: string | undefined; readonly to: number };
}

const BEGINNING: Place = { top: 0, wish: { version: undefined, to: 0 } };

export function useDagScroll({ target, dag, picture, height }: Given): DagScroll {
  const [place, setPlace] = useState(BEGINNING);
  /** How far the element is scrolled, to the pixel: asking it would lay the page out. Null: not known. */
  const exact = useRef<number | null>(0);
  const shown = followedTo(place, { dag, picture, height, from: exact.current ?? 0 });
  if (shown !== place) {
    setPlace(shown);
  }
  const { wish } = shown;
  useEffect(() => {
    if (height === 0) {
      exact.current = null;
    }
  }, [height]);
  useEffect(() => {
    if (target.current !== null && wish.version !== undefined && wish.to !== exact.current) {
      exact.current = wish.to;
      target.current.scrollTop = wish.to;
    }
  }, [target, wish]);
  useEffect(() => {
    const element = target.current;
    if (element === null) {
      return;
    }
    const scrolled = (): void => {
      exact.current = element.scrollTop;
      const top = coarse(element.scrollTop);
      setPlace((old) => (old.top === top ? old : { ...old, top }));
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => element.removeEventListener('scroll', scrolled);
  }, [target]);
  return {
    top: shown.top,
    bring: (wanted) => {
      target.current?.scrollTo({ top: inSight(picture, wanted, target.current.scrollTop, height) });
    },
  };
}

/** The same place as long as the same version is to be followed; a panel that is shown again follows anew. */
function followedTo(
  place: Place,
  { dag, picture, height, from }: Omit<Given, 'target'> & { readonly from: number },
): Place {
  const version = height === 0 ? undefined : newest(dag);
  if (version === place.wish.version) {
    return place;
  }
  const to = version === undefined ? from : inSight(picture, version, from, height);
  return { top: coarse(to), wish: { version, to } };
}

const coarse = (top: number): number => Math.round(top / STEP) * STEP;

/** What this step made, or else where nodes stand last. */
function newest(dag: VersionDag): string | undefined {
  const node = dag.nodes.find((one) => one.changed) ?? dag.nodes.findLast((one) => one.flags.length > 0);
  return node?.identity.version;
}

function inSight({ nodes, height: whole }: DagPicture, version: string, top: number, height: number): number {
  const placed = nodes.find((one) => one.node.identity.version === version);
  const last = Math.max(0, whole - height);
  if (placed === undefined) {
    return Math.min(top, last);
  }
  const air = Math.min(AIR, height / 3);
  const least = placed.y + air - height;
  const most = placed.y - air;
  return Math.min(last, Math.max(0, Math.min(most, Math.max(least, top))));
}
