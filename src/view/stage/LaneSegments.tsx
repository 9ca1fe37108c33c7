// What the lanes are painted with. A long run has hundreds of pieces and few versions: pieces of one version are one path
// of each kind, so that the page stays small.

import { memo } from 'react';
import type { Identity, Segment } from '../../scene/shape/scene.ts';
import { TilePaths } from '../marks/Glyph.tsx';

interface Props {
  readonly segments: readonly Segment[];
  readonly glyphSize: number;
  /** The version that is selected, or null. */
  readonly selected: string | null;
}

export const LaneSegments = memo(function LaneSegments({ segments, glyphSize, selected }: Props) {
  const paints = [...paintsOf(segments)];
  const lanes = paints.map(([key, { identity, up, pieces }]) =>
    identity === null ? (
      <path key={key} className="segment absent" d={boxesOf(pieces)} />
    ) : (
      <g
        key={key}
        data-hue={identity.hue}
        className={up ? 'segment' : 'segment down'}
        data-selected={identity.version === selected || undefined}
      >
        <path className="tint" d={boxesOf(pieces)} />
        {identity.pattern !== 'plain' && (
          <path fill={`url(#${identity.pattern}-${identity.hue})`} d={boxesOf(pieces)} />
        )}
        <path className="core" d={pieces.map(coreOf).join('')} />
      </g>
    ),
  );
  // Over all lanes: a tile may reach into the next piece, which would else cut it.
  const tiles = paints.map(([key, { identity, up, pieces }]) =>
    identity === null || pieces.every(({ glyphs }) => glyphs.length === 0) ? null : (
      <g key={`${key} tiles`} data-hue={identity.hue} className={up ? 'segment' : 'segment down'}>
        <TilePaths identity={identity} at={pieces.flatMap(({ glyphs }) => glyphs)} size={glyphSize} />
      </g>
    ),
  );
  return [lanes, tiles];
});

interface Paint {
  readonly identity: Identity | null;
  readonly up: boolean;
  readonly pieces: Segment[];
}

function paintsOf(segments: readonly Segment[]): ReadonlyMap<string, Paint> {
  const paints = new Map<string, Paint>();
  for (const segment of segments) {
    const { identity, up } = segment;
    const key = identity === null ? 'absent' : `${identity.version} ${up}`;
    const paint = paints.get(key) ?? { identity, up, pieces: [] };
    paint.pieces.push(segment);
    paints.set(key, paint);
  }
  return paints;
}

const boxesOf = (pieces: readonly Segment[]): string =>
  pieces.map(({ x, w, y1, y2 }) => `M${x} ${y1}h${w}V${Math.max(y1, y2)}h${-w}Z`).join('');

const coreOf = ({ x, w, y1, y2 }: Segment): string => `M${x + w / 2} ${y1}V${y2}`;
