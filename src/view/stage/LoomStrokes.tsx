// Messages between the lanes: a line that is solid once it has arrived and dashed while it is on its way, a head, a cross
// or a second head, and an upright pill that says what it carries.

import { memo } from 'react';
import type { Identity, Stroke } from '../../scene/shape/scene.ts';
import { arrowHead } from '../marks/arrowHead.ts';
import { TileMark, TilePaths } from '../marks/Glyph.tsx';

/** Length of an arrowhead, in px; it is as wide as it is long. */
const HEAD = 11;

interface StrokesProps {
  readonly strokes: readonly Stroke[];
}

/** The chosen one last, so that nothing lies over its outline. */
const inOrder = (strokes: readonly Stroke[]): readonly Stroke[] => [
  ...strokes.filter((stroke) => !stroke.selected),
  ...strokes.filter((stroke) => stroke.selected),
];

/** It has arrived, in an earlier step, and nothing else is to be said of it: most messages of a history are so. */
const isPlain = ({ state, fresh, selected, cross, fork }: Stroke): boolean =>
  state === 'delivered' && !fresh && !selected && cross === null && fork === null;

export function StrokeLines({ strokes }: StrokesProps) {
  return (
    <>
      {/* Under all lines: what has changed covers no other message's head. */}
      <g className="stroke">
        {strokes
          .filter(({ fresh }) => fresh)
          .map(({ key, path }) => (
            <path key={key} className="halo" d={path} data-grow={`${key} halo`} />
          ))}
      </g>
      <PlainLines strokes={strokes.filter(isPlain)} />
      {inOrder(strokes.filter((stroke) => !isPlain(stroke))).map((stroke) => (
        <StrokeLine key={stroke.key} stroke={stroke} />
      ))}
    </>
  );
}

/** Plain lines of one hue are one path, and so are their heads: a far jump in time changes them all. */
function PlainLines({ strokes }: StrokesProps) {
  const hues = [...new Set(strokes.map(({ identity }) => identity?.hue))];
  return hues.map((hue) => {
    const alike = strokes.filter(({ identity }) => identity?.hue === hue);
    const heads = alike.flatMap(({ head }) => (head === null ? [] : [arrowHead(head, HEAD, HEAD / 2)]));
    return (
      <g key={hue ?? 'none'} data-hue={hue} className="stroke delivered">
        <path className="line" d={alike.map(({ path }) => path).join('')} />
        <path className="head" d={heads.join('')} />
      </g>
    );
  });
}

export function StrokePills({ strokes }: StrokesProps) {
  return inOrder(strokes).map((stroke) => <StrokePill key={stroke.key} stroke={stroke} />);
}

interface OneProps {
  readonly stroke: Stroke;
}

const StrokeLine = memo(function StrokeLine({ stroke }: OneProps) {
  const { head, cross, fork, selected } = stroke;
  const lines = (kind: string) => (
    <path className={kind} d={stroke.path} data-grow={`${stroke.key} ${kind}`} />
  );
  return (
    <g
      data-hue={stroke.identity?.hue}
      className={`stroke ${stroke.state}`}
      data-selected={selected || undefined}
    >
      {selected && lines('outline')}
      {selected && lines('inset')}
      {lines('line')}
      {head !== null && (
        <path
          className="head"
          data-fade={stroke.fresh ? 'in' : undefined}
          d={arrowHead(head, HEAD, HEAD / 2)}
        />
      )}
      {fork !== null && <circle className="fork" cx={fork.x} cy={fork.y} r="3.5" />}
      {cross !== null && (
        <path className="cross" d="M-6-6 6 6M6-6-6 6" transform={`translate(${cross.x} ${cross.y})`} />
      )}
    </g>
  );
});

const StrokePill = memo(function StrokePill({ stroke }: OneProps) {
  const { label, identity } = stroke;
  if (label === null) {
    return null;
  }
  const middle = label.y + label.h / 2;
  if (label.shape === 'glyph') {
    return <GlyphOnly identity={identity} x={label.x + label.w / 2} y={middle} selected={stroke.selected} />;
  }
  // Words are centred in what the tile leaves.
  const left = identity === null ? 0 : label.h * 0.8;
  const outline = { x: label.x - 3, y: label.y - 3, width: label.w + 6, height: label.h + 6 };
  return (
    <g
      data-hue={identity?.hue}
      className={`pill ${stroke.state}`}
      data-changed={stroke.fresh || undefined}
      data-fade={stroke.fresh ? 'in' : undefined}
    >
      {stroke.selected && <rect className="picked" {...outline} rx={label.h / 2 + 3} />}
      <rect className="body" x={label.x} y={label.y} width={label.w} height={label.h} rx={label.h / 2} />
      {identity !== null && (
        <TilePaths
          identity={identity}
          at={[{ x: label.x + label.h * 0.56, y: middle }]}
          size={label.h * 0.64}
        />
      )}
      <text x={label.x + (left + label.w) / 2} y={middle} dy="0.35em">
        {label.text}
      </text>
    </g>
  );
});

interface GlyphProps {
  readonly identity: Identity | null;
  readonly x: number;
  readonly y: number;
  readonly selected: boolean;
}

function GlyphOnly({ identity, x, y, selected }: GlyphProps) {
  return (
    <g className="pill">
      {selected && <rect className="picked" x={x - 11} y={y - 11} width={22} height={22} rx={6} />}
      {identity === null ? (
        <circle className="pill-dot" cx={x} cy={y} r="4" />
      ) : (
        <TileMark identity={identity} x={x} y={y} size={16} />
      )}
    </g>
  );
}
