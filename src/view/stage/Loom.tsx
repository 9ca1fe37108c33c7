// The drawn half of the history: lanes in the hues of the versions, knots, and messages between them. All of it is
// hidden from assistive technology; what it says stands in the lists over it (HistoryList, Envelopes).

import type { Dot, Identity, Loom as LoomScene, Segment, Stroke } from '../../scene/scene.ts';
import { TileMark } from '../marks/Glyph.tsx';

export function Loom({ loom }: { readonly loom: LoomScene }) {
  const { viewport, geometry } = loom;
  return (
    <svg
      className="loom"
      aria-hidden="true"
      width={geometry.width}
      height={geometry.height}
      viewBox={`0 0 ${geometry.width} ${geometry.height}`}
    >
      <Patterns hues={huesOf(loom.segments)} />
      <g data-tape="svg" transform={`translate(0 ${-viewport.y})`}>
        {loom.segments.map((segment) => (
          <SegmentMark key={segment.key} segment={segment} />
        ))}
        {loom.strokes.map((stroke) => (
          <StrokeLines key={stroke.key} stroke={stroke} />
        ))}
        {loom.dots.map((dot) => (
          <DotMark key={dot.key} dot={dot} width={geometry.width} />
        ))}
        {loom.strokes.map((stroke) => (
          <StrokePill key={stroke.key} stroke={stroke} />
        ))}
      </g>
    </svg>
  );
}

function huesOf(segments: readonly Segment[]): readonly number[] {
  return [...new Set(segments.flatMap(({ identity }) => (identity === null ? [] : [identity.hue])))];
}

// A pattern inherits from where it is defined, not from where it is used: hence one of each kind per hue.
function Patterns({ hues }: { readonly hues: readonly number[] }) {
  return (
    <defs>
      {hues.map((hue) => (
        <g key={hue} data-hue={hue}>
          <pattern id={`hatch-${hue}`} width="8" height="8" patternUnits="userSpaceOnUse">
            <path className="hatch" d="M-1 9 9 -1M-1 1 1 -1M7 9 9 7" />
          </pattern>
          <pattern id={`dots-${hue}`} width="8" height="8" patternUnits="userSpaceOnUse">
            <circle className="spot" cx="2" cy="2" r="1" />
            <circle className="spot" cx="6" cy="6" r="1" />
          </pattern>
        </g>
      ))}
    </defs>
  );
}

function SegmentMark({ segment }: { readonly segment: Segment }) {
  const { identity, x, w, y1, y2 } = segment;
  const box = { x, y: y1, width: w, height: Math.max(0, y2 - y1) };
  if (identity === null) {
    return <rect className="segment absent" {...box} />;
  }
  return (
    <g data-hue={identity.hue} className={segment.up ? 'segment' : 'segment down'}>
      <rect className="tint" {...box} />
      {identity.pattern !== 'plain' && <rect fill={`url(#${identity.pattern}-${identity.hue})`} {...box} />}
      <line className="core" x1={x + w / 2} x2={x + w / 2} y1={y1} y2={y2} />
      {segment.glyphs.map((at) => (
        <TileMark key={at.y} identity={identity} x={at.x} y={at.y} size={16} />
      ))}
    </g>
  );
}

function DotMark({ dot, width }: { readonly dot: Dot; readonly width: number }) {
  const words = wordsOf(dot, width);
  return (
    <g data-hue={dot.identity?.hue} className={dot.text === '' ? 'dot small' : 'dot'}>
      <circle cx={dot.x} cy={dot.y} r={dot.text === '' ? 4 : 7} />
      {dot.text !== '' && (
        <text x={words.x} y={dot.y} dy="0.35em" textAnchor={words.anchor}>
          {dot.text}
        </text>
      )}
    </g>
  );
}

/** On a narrow stage words that would run over the edge stand on the other side of their lane. */
function wordsOf(dot: Dot, width: number): { readonly x: number; readonly anchor: 'start' | 'end' } {
  const length = 7.2 * dot.text.length;
  const fits = dot.side === 'left' ? dot.textX >= length : dot.textX + length <= width;
  const [x, side] = fits
    ? [dot.textX, dot.side]
    : [2 * dot.x - dot.textX, dot.side === 'left' ? 'right' : 'left'];
  return { x, anchor: side === 'left' ? 'end' : 'start' };
}

function StrokeLines({ stroke }: { readonly stroke: Stroke }) {
  const { head, cross, fork } = stroke;
  return (
    <g
      data-hue={stroke.identity?.hue}
      className={`stroke ${stroke.state}`}
      data-selected={stroke.selected || undefined}
    >
      {stroke.pieces.map((line) => (
        <line key={`${line.x1} ${line.y1}`} {...line} />
      ))}
      {head !== null && (
        <path
          className="head"
          d="M0 0-11 5.5-11-5.5Z"
          transform={`translate(${head.x} ${head.y}) rotate(${head.angle})`}
        />
      )}
      {fork !== null && <circle className="fork" cx={fork.x} cy={fork.y} r="3.5" />}
      {cross !== null && (
        <path className="cross" d="M-6-6 6 6M6-6-6 6" transform={`translate(${cross.x} ${cross.y})`} />
      )}
    </g>
  );
}

function StrokePill({ stroke }: { readonly stroke: Stroke }) {
  const { label, identity } = stroke;
  if (label === null) {
    return null;
  }
  const middle = label.y + label.h / 2;
  if (label.shape === 'glyph') {
    return <GlyphOnly identity={identity} x={label.x + label.w / 2} y={middle} />;
  }
  // Words are centred in what the tile leaves.
  const left = identity === null ? 0 : label.h * 0.8;
  return (
    <g data-hue={identity?.hue} className={`pill ${stroke.state}`}>
      <rect x={label.x} y={label.y} width={label.w} height={label.h} rx={label.h / 2} />
      {identity !== null && (
        <TileMark identity={identity} x={label.x + label.h * 0.56} y={middle} size={label.h * 0.64} />
      )}
      <text x={label.x + (left + label.w) / 2} y={middle} dy="0.35em">
        {label.text}
      </text>
    </g>
  );
}

function GlyphOnly({
  identity,
  x,
  y,
}: {
  readonly identity: Identity | null;
  readonly x: number;
  readonly y: number;
}) {
  return identity === null ? (
    <circle className="pill-dot" cx={x} cy={y} r="4" />
  ) : (
    <TileMark identity={identity} x={x} y={y} size={16} />
  );
}
