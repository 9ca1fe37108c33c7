// What stands for single messages where there are too many: threads between lanes, the thicker the busier; and gossip,
// which carries no more than a digest and is drawn as thin as that.

import type { GossipMark, Thread } from '../../scene/scene.ts';

export function Threads({ threads }: { readonly threads: readonly Thread[] }) {
  return threads.map(({ key, x1, x2, y, weight, identity }) => (
    <line
      key={key}
      className="thread"
      data-hue={identity?.hue}
      x1={x1}
      x2={x2}
      y1={y}
      y2={y}
      opacity={0.25 + 0.75 * weight}
    />
  ));
}

export function Gossips({ marks }: { readonly marks: readonly GossipMark[] }) {
  return marks.map(({ key, pieces, head }) => (
    <g key={key} className="gossip">
      {pieces.map((line) => (
        <line key={line.x1} {...line} strokeDasharray="1 4" />
      ))}
      <path
        className="gossip-head"
        d="M0 0-6 3-6-3Z"
        transform={`translate(${head.x} ${head.y}) rotate(${head.angle})`}
      />
    </g>
  ));
}
