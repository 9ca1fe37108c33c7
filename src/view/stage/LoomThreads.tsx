// What stands for single messages where there are too many: threads between lanes, the thicker the busier; and gossip,
// which carries no more than a digest and is drawn as thin as that.

import { memo } from 'react';
import type { GossipMark, Thread } from '../../scene/shape/scene.ts';
import { arrowHead } from '../marks/arrowHead.ts';

/** Threads of one hue and weight are one path: there are hundreds of them. */
export const Threads = memo(function Threads({ threads }: { readonly threads: readonly Thread[] }) {
  return [...likeThreads(threads)].map(([key, { hue, weight, d }]) => (
    <path key={key} className="thread" data-hue={hue} d={d.join('')} opacity={0.25 + 0.75 * weight} />
  ));
});

interface Bundle {
  readonly hue: number | undefined;
  readonly weight: number;
  readonly d: string[];
}

function likeThreads(threads: readonly Thread[]): ReadonlyMap<string, Bundle> {
  const bundles = new Map<string, Bundle>();
  for (const { x1, x2, y, weight, identity } of threads) {
    const hue = identity?.hue;
    const bundle = bundles.get(`${hue} ${weight}`) ?? { hue, weight, d: [] };
    bundle.d.push(`M${x1} ${y}H${x2}`);
    bundles.set(`${hue} ${weight}`, bundle);
  }
  return bundles;
}

export function Gossips({ marks }: { readonly marks: readonly GossipMark[] }) {
  const pieces = marks.flatMap((mark) => mark.pieces);
  return marks.length === 0 ? null : (
    <g className="gossip">
      <path
        d={pieces.map(({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`).join('')}
        strokeDasharray="1 4"
      />
      <path className="gossip-head" d={marks.map(({ head }) => arrowHead(head, 6, 3)).join('')} />
    </g>
  );
}
