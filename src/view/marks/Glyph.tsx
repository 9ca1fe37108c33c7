import { pageWords } from '../../scene/pageWords.ts';
import { GLYPHS } from '../../scene/palette.ts';
import type { Identity } from '../../scene/scene.ts';

/** A version's tile: hue and glyph by its slot. Its name always stands beside it or in the label of what contains it. */
export function VersionTile({ identity }: { readonly identity: Identity | null }) {
  if (identity === null) {
    return <span className="tile absent" aria-hidden="true" />;
  }
  if (identity.dropped === true) {
    return <span className="tile dropped" aria-hidden="true" />;
  }
  return (
    <span className="tile" data-hue={identity.hue} aria-hidden="true">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={GLYPHS[identity.glyph]?.path ?? ''} />
      </svg>
    </span>
  );
}

/** Tile, letter and first four hex digits. */
export function VersionName({ identity }: { readonly identity: Identity | null }) {
  return (
    <span className="version-name">
      <VersionTile identity={identity} />
      {identity === null ? (
        <span className="hex">{pageWords('no-table')}</span>
      ) : (
        <>
          <b>{identity.name}</b>
          <span className="hex">{identity.hex}</span>
        </>
      )}
    </span>
  );
}

/** The same tile inside a drawing: `x`, `y` is its centre. */
export function TileMark({ identity, x, y, size }: TileMarkProps) {
  const scale = (size * 0.62) / 16;
  return (
    <g data-hue={identity.hue} transform={`translate(${x} ${y})`}>
      <rect className="tile-mark" x={-size / 2} y={-size / 2} width={size} height={size} rx={size * 0.22} />
      <path
        className="tile-glyph"
        d={GLYPHS[identity.glyph]?.path ?? ''}
        transform={`scale(${scale}) translate(-8 -8)`}
      />
    </g>
  );
}

interface TileMarkProps {
  readonly identity: Identity;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}
