// A head on its way to another place: the gaps of its lane light up where it may go, the stroke follows as a ghost, and a
// slip at its head says what would come of it. It repeats for the eye what the toolbar "Message" offers to everyone.

import { useLayoutEffect, useRef } from 'react';
import type { DropPlace } from '../../scene/loom/messageDrop.ts';
import type { Loom, Point } from '../../scene/shape/scene.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { Icon, type IconName } from '../marks/Icon.tsx';
import type { HeadDrag, HeadDragging } from './useHeadDrag.ts';

/** Half of the length of a lit gap, in px. */
const GAP_HALF = 26;
/** From the edge of the lane to the middle of a cross, in px: a label begins behind it. */
const CROSS_AIR = 5;
/** Between a head and its slip; with less room than this below, the slip stands above it. In px. */
const SLIP_AIR = 14;
const SLIP_ROOM = 72;

export function HeadDragView({ dragging, loom }: { readonly dragging: HeadDragging; readonly loom: Loom }) {
  const { drag, draw } = dragging;
  return drag === null ? null : <Dragged drag={drag} draw={draw} loom={loom} />;
}

interface DraggedProps {
  readonly drag: HeadDrag;
  readonly draw: HeadDragging['draw'];
  readonly loom: Loom;
}

function Dragged({ drag, draw, loom }: DraggedProps) {
  const line = useRef<SVGLineElement>(null);
  const slip = useRef<HTMLDivElement>(null);
  const { grabbed, ground, drop } = drag;
  const { geometry, viewport } = loom;
  const { start } = grabbed;
  useLayoutEffect(() => {
    const place = (head: Point): void => {
      line.current?.setAttribute('x2', String(head.x));
      line.current?.setAttribute('y2', String(head.y));
      if (slip.current !== null) {
        const along = Math.min(1, Math.max(0, head.x / geometry.width));
        const y = head.y - viewport.y;
        const beside = y > geometry.height - SLIP_ROOM ? `calc(-100% - ${SLIP_AIR}px)` : `${SLIP_AIR}px`;
        slip.current.style.transform = `translate(${head.x}px, ${y}px) translate(${-100 * along}%, ${beside})`;
      }
    };
    draw.current = place;
    place({ x: ground.laneX, y: drop.kind === 'place' ? drop.at.y : ground.nowY });
    return () => {
      draw.current = null;
    };
  }, [draw, drop, ground, geometry.width, geometry.height, viewport.y]);
  const refused = drop.kind === 'place' && !drop.at.legal;
  return (
    <div className="drag" aria-hidden="true">
      <svg aria-hidden="true" width={geometry.width} height={geometry.height}>
        <g transform={`translate(0 ${-viewport.y})`}>
          {ground.places.map((place) => (
            <GapMark
              key={place.place}
              place={place}
              x={ground.laneX}
              half={geometry.laneWidth / 2}
              under={drop.kind === 'place' && drop.at.place === place.place}
            />
          ))}
          <line
            className={drop.kind === 'hold' ? 'now-target under' : 'now-target'}
            x1={ground.laneX - GAP_HALF * 1.6}
            x2={ground.laneX + GAP_HALF * 1.6}
            y1={loom.nowY - 3}
            y2={loom.nowY - 3}
          />
          <line
            ref={line}
            className={refused ? 'ghost-line refused' : 'ghost-line'}
            data-hue={grabbed.identity?.hue}
            x1={start.x}
            y1={start.y}
          />
        </g>
      </svg>
      <div
        ref={slip}
        className="drag-slip"
        data-refused={refused || undefined}
        data-hue={grabbed.identity?.hue}
      >
        <Icon name={iconOf(drag)} />
        {grabbed.identity !== null && <VersionTile identity={grabbed.identity} />}
        <span>{drag.sentence}</span>
      </div>
    </div>
  );
}

function iconOf({ drop, again }: HeadDrag): IconName {
  switch (drop.kind) {
    case 'hold':
      return 'pause';
    case 'lose':
      return 'cross';
    case 'place':
      return again ? 'plus' : 'arrow';
  }
}

interface GapProps {
  readonly place: DropPlace;
  readonly x: number;
  /** Half of the lane's width, in px. */
  readonly half: number;
  readonly under: boolean;
}

function GapMark({ place, x, half, under }: GapProps) {
  const { y } = place;
  const aside = half + CROSS_AIR;
  const kind = place.own ? 'own' : place.legal ? 'legal' : 'illegal';
  return (
    <g className={under ? `gap ${kind} under` : `gap ${kind}`}>
      {place.legal ? (
        <line x1={x - GAP_HALF} x2={x + GAP_HALF} y1={y} y2={y} />
      ) : (
        // Beside the lane: on it a tile may stand.
        <path d={[x - aside, x + aside].map((at) => `M${at - 4} ${y - 4}l8 8m0 -8l-8 8`).join('')} />
      )}
    </g>
  );
}
