// Where the history has the pane to itself, what its lanes pour into: each node's name and version, without the card.

import { memo } from 'react';
import type { LeftNode, NodeCard } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { NodePlace } from '../node/NodePlace.tsx';

interface Props {
  readonly nodes: readonly NodeCard[];
  readonly left: readonly LeftNode[];
  readonly scale: number;
}

export const LaneHeads = memo(function LaneHeads({ nodes, left, scale }: Props) {
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
          {card.up && <span className="lane-version">{card.identity?.name ?? '–'}</span>}
          <NodePlace card={card} isShort />
        </div>
      ))}
      {left.map(({ node, word, x, w }) => (
        <div key={node} className="lane-head" data-left style={{ left: x * scale, width: w * scale }}>
          <b>{node}</b>
          {word}
        </div>
      ))}
    </div>
  );
});
