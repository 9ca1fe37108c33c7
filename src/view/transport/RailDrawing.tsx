// The marks of the scrubber: above the line what one looks for (a broken promise, a bookmark), on it the versions, below
// it what the person did.

import { memo, type ReactNode } from 'react';
import type { RailMark, RailMarks, VersionMark } from '../../scene/transport/railMarks.ts';
import { TileMark } from '../marks/Glyph.tsx';
import { ICON_PATHS } from '../marks/Icon.tsx';

const TILE = 15;
const LINE_Y = 22;

interface Props {
  readonly marks: RailMarks;
  readonly scale: number;
}

/** Drawn again only when a mark has changed, not at every step. */
export const RailDrawing = memo(function RailDrawing({ marks, scale }: Props) {
  return (
    <svg className="rail-marks" aria-hidden="true" width="100%" height="44">
      {marks.commands.map((mark) => (
        <rect
          key={mark.key}
          className="command-mark"
          transform={placeOf(mark, scale)}
          x={-1}
          y={10}
          width={2}
          height={mark.height}
          rx={1}
        />
      ))}
      {marks.versions.map((mark) => (
        <At key={mark.key} mark={mark} scale={scale}>
          <VersionTick mark={mark} />
        </At>
      ))}
      {marks.bookmarks.map((mark) => (
        <At key={mark.key} mark={mark} scale={scale}>
          <path className="bookmark-mark" d="M-.75-21h10l-3 4 3 4H.75v6h-1.5Z" />
        </At>
      ))}
      {marks.breaks.map((mark) => (
        <At key={mark.key} mark={mark} scale={scale}>
          <path
            className="break-mark"
            d={ICON_PATHS.octagon}
            fillRule="evenodd"
            transform="translate(-8 -23)"
          />
        </At>
      ))}
    </svg>
  );
});

interface AtProps {
  readonly mark: RailMark;
  readonly scale: number;
  readonly children: ReactNode;
}

/** What a mark draws is drawn about the point of the line that it stands for. */
function At({ mark, scale, children }: AtProps) {
  return <g transform={placeOf(mark, scale)}>{children}</g>;
}

const placeOf = ({ x }: RailMark, scale: number): string => `translate(${x} ${LINE_Y}) scale(${scale})`;

function VersionTick({ mark: { identity, count } }: { readonly mark: VersionMark }) {
  if (identity === null) {
    return <rect className="gone-mark" x={-5} y={-5} width={10} height={10} rx={2} />;
  }
  const [corner, edge] = [-TILE / 2, TILE + 3];
  return (
    <g data-hue={identity.hue}>
      {count > 1 && (
        <rect className="more-mark" x={corner - 3} y={corner - 3} width={TILE} height={TILE} rx={4} />
      )}
      <rect className="tile-edge" x={corner - 1.5} y={corner - 1.5} width={edge} height={edge} rx={5} />
      <TileMark identity={identity} x={0} y={0} size={TILE} />
    </g>
  );
}
