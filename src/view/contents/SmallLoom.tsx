// A loom as small as a stamp: lanes in the hues of their versions and the messages between them, no words.

import type { Loom, LoomGeometry } from '../../scene/shape/scene.ts';

export const smallGeometry: LoomGeometry = { width: 112, height: 120, rowHeight: 15, laneWidth: 12, gap: 4 };

export function SmallLoom({ loom }: { readonly loom: Loom }) {
  const { viewport } = loom;
  return (
    <svg
      className="small-loom"
      viewBox={`${viewport.x} ${viewport.y} ${viewport.w} ${viewport.h}`}
      preserveAspectRatio="xMidYMax meet"
      aria-hidden="true"
    >
      {loom.segments.map((segment) => (
        <g key={segment.key} className="segment" data-hue={segment.identity?.hue}>
          <rect
            className="tint"
            x={segment.x}
            y={segment.y1}
            width={segment.w}
            height={segment.y2 - segment.y1}
          />
          <line
            className="core"
            x1={segment.x + segment.w / 2}
            x2={segment.x + segment.w / 2}
            y1={segment.y1}
            y2={segment.y2}
          />
        </g>
      ))}
      {loom.threads.map((thread) => (
        <line
          key={thread.key}
          className="thread"
          data-hue={thread.identity?.hue}
          x1={thread.x1}
          x2={thread.x2}
          y1={thread.y}
          y2={thread.y}
        />
      ))}
      {loom.strokes.map((stroke) => (
        <g key={stroke.key} className={`stroke ${stroke.state}`} data-hue={stroke.identity?.hue}>
          <path className="line" d={stroke.path} />
          {stroke.cross !== null && (
            <path className="cross" d={`M${stroke.cross.x - 3} ${stroke.cross.y - 3}l6 6m0-6l-6 6`} />
          )}
        </g>
      ))}
    </svg>
  );
}
