import { GLYPHS } from '../../scene/run/palette.ts';
import type { Identity } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';

/** A glyph of 16 units in the middle of a tile, of whose side it takes 0.62. */
const TILE_BOX = '-4.9 -4.9 25.8 25.8';

/** A version's tile: hue and glyph by its slot. Its name always stands beside it or in the label of what contains it. */
export function VersionTile({ identity }: { readonly identity: Identity | null }) {
  if (identity === null) {
    return <span className="tile absent" aria-hidden="true" />;
  }
  if (identity.dropped === true) {
    return <span className="tile dropped" aria-hidden="true" />;
  }
  return (
    <svg className="tile" viewBox={TILE_BOX} data-hue={identity.hue} aria-hidden="true">
      <path d={GLYPHS[identity.glyph]?.path ?? ''} />
    </svg>
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

interface Centre {
  readonly x: number;
  readonly y: number;
}

/** The same tile inside a drawing: `x`, `y` is its centre. */
export function TileMark({ identity, x, y, size }: Centre & Omit<TileMarksProps, 'at'>) {
  return <TileMarks identity={identity} at={[{ x, y }]} size={size} />;
}

interface TileMarksProps {
  readonly identity: Identity;
  readonly at: readonly Centre[];
  readonly size: number;
}

/** One version's tile in many places, with its hue. */
function TileMarks(props: TileMarksProps) {
  return (
    <g data-hue={props.identity.hue}>
      <TilePaths {...props} />
    </g>
  );
}

/** The same in something that has the hue already. A long run has hundreds of them, so that their ground is one path. */
export function TilePaths({ identity, at, size }: TileMarksProps) {
  const scale = (size * 0.62) / 16;
  return (
    <>
      <path className="tile-mark" d={at.map((centre) => roundedSquare(centre, size)).join('')} />
      {at.map(({ x, y }) => (
        <path
          key={`${x} ${y}`}
          className="tile-glyph"
          d={GLYPHS[identity.glyph]?.path ?? ''}
          transform={`translate(${x} ${y}) scale(${scale}) translate(-8 -8)`}
        />
      ))}
    </>
  );
}

/** Clockwise from the end of the upper left corner. */
function roundedSquare({ x, y }: Centre, size: number): string {
  const r = size * 0.22;
  const side = size - 2 * r;
  return (
    `M${x - side / 2} ${y - size / 2}h${side}a${r} ${r} 0 0 1 ${r} ${r}v${side}a${r} ${r} 0 0 1 ${-r} ${r}` +
    `h${-side}a${r} ${r} 0 0 1 ${-r} ${-r}v${-side}a${r} ${r} 0 0 1 ${r} ${-r}Z`
  );
}
