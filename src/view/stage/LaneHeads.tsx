// Where the history has the pane to itself, what its lanes pour into: each node's name and version, without the card.

import { pageWords } from '../../scene/pageWords.ts';
import type { NodeCard } from '../../scene/scene.ts';
import { VersionTile } from '../marks/Glyph.tsx';

export function LaneHeads({ nodes, scale }: { readonly nodes: readonly NodeCard[]; readonly scale: number }) {
  return (
    <div className="lane-heads" aria-hidden="true">
      {nodes.map((card) => (
        <div
          key={card.key}
          className="lane-head"
          data-hue={card.identity?.hue}
          data-down={!card.up || undefined}
          style={{ left: card.x * scale, width: card.w * scale }}
        >
          <b>{card.node}</b>
          {card.up ? <VersionTile identity={card.identity} /> : pageWords('down')}
          {card.up && <span>{card.identity?.name ?? '–'}</span>}
        </div>
      ))}
    </div>
  );
}
