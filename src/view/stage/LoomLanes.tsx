// Lanes and the knots on them: each lane in the hue of the version that its node stood at, pouring into the node's card.

import { memo } from 'react';
import type { Dot, Loom, LoomRow, Segment, Selection, Tally } from '../../scene/shape/scene.ts';
import { LaneSegments } from './LaneSegments.tsx';

/** How far above the now line a lane begins to widen into its card, and by how much at either side, in px. */
const POUR_HEIGHT = 12;
const POUR_WIDTH = 12;

/** A thin lane pours less. */
export const pourWidth = (laneWidth: number): number => Math.min(POUR_WIDTH, laneWidth / 3);

export function Lanes({ loom, selection }: { readonly loom: Loom; readonly selection: Selection | null }) {
  return (
    <>
      <Patterns hues={huesOf(loom.segments)} />
      {loom.lanes.map((lane) =>
        lane.identity === null || !lane.up ? null : (
          <path
            key={lane.key}
            className="pour"
            data-hue={lane.identity.hue}
            d={pourPath(lane.x, lane.w / 2, loom.nowY)}
          />
        ),
      )}
      <LaneSegments
        segments={loom.segments}
        glyphSize={loom.glyphSize}
        selected={selection?.kind === 'version' ? selection.version : null}
      />
    </>
  );
}

/** Two curves from the lane's sides outwards to the card's upper edge. */
function pourPath(x: number, half: number, nowY: number): string {
  const [top, wide] = [nowY - POUR_HEIGHT, half + pourWidth(2 * half)];
  return (
    `M${x - half} ${top}C${x - half} ${nowY - 4} ${x - half - 4} ${nowY} ${x - wide} ${nowY}H${x + wide}` +
    `C${x + half + 4} ${nowY} ${x + half} ${nowY - 4} ${x + half} ${top}Z`
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

interface KnotsProps {
  readonly loom: Loom;
  readonly selection: Selection | null;
}

export function Knots({ loom, selection }: KnotsProps) {
  const isPicked = ({ step }: Dot): boolean => selection?.kind === 'step' && selection.step === step;
  const isPlain = (dot: Dot): boolean =>
    dot.shape !== 'knot' && dot.text === '' && !dot.fresh && !isPicked(dot);
  return (
    <>
      <PlainDots dots={loom.dots.filter(isPlain)} />
      {loom.dots
        .filter((dot) => !isPlain(dot))
        .map((dot) => (
          <Knot key={dot.key} dot={dot} selected={isPicked(dot)} />
        ))}
    </>
  );
}

const RADIUS: Readonly<Record<Dot['shape'], number>> = { knot: 7, small: 4, tick: 2 };

/** Dots of one shape and hue, without words, are one path. */
function PlainDots({ dots }: { readonly dots: readonly Dot[] }) {
  const kindOf = ({ shape, identity }: Dot): string => `${shape} ${identity?.hue}`;
  return [...new Set(dots.map(kindOf))].map((kind) => {
    const alike = dots.filter((dot) => kindOf(dot) === kind);
    const [{ identity, shape } = { identity: null, shape: 'small' as const }] = alike;
    return (
      <g key={kind} data-hue={identity?.hue} className={`dot ${shape}`}>
        <path className="knot" d={alike.map((dot) => circle(dot, RADIUS[shape])).join('')} />
      </g>
    );
  });
}

const circle = ({ x, y }: Dot, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;

const Knot = memo(function Knot({ dot, selected }: { readonly dot: Dot; readonly selected: boolean }) {
  const radius = RADIUS[dot.shape];
  return (
    <g data-hue={dot.identity?.hue} className={`dot ${dot.shape}`} data-fade={dot.fresh ? 'in' : undefined}>
      {dot.fresh && <circle className="halo" cx={dot.x} cy={dot.y} r={radius + 6} />}
      <circle className="knot" cx={dot.x} cy={dot.y} r={radius} />
      {selected && <circle className="picked" cx={dot.x} cy={dot.y} r={radius + 4} />}
      {dot.text !== '' && (
        <text x={dot.textX} y={dot.textY} dy="0.35em" textAnchor={dot.side === 'left' ? 'end' : 'start'}>
          {dot.text}
        </text>
      )}
    </g>
  );
});

/** How many messages crossed each gap, where they are summed up. */
export function Tallies({ tallies }: { readonly tallies: readonly Tally[] }) {
  return tallies.map(({ key, x, y, text }) => (
    <text key={key} className="row-note" x={x} y={y} dy="0.35em" textAnchor="middle">
      {text}
    </text>
  ));
}

/** How many quiet steps a row has gathered. */
export function RowNotes({ rows }: { readonly rows: readonly LoomRow[] }) {
  return rows.map(({ key, note }) =>
    note === null ? null : (
      <text key={key} className="row-note" x={note.x} y={note.y + note.h / 2} dy="0.35em">
        {note.text}
      </text>
    ),
  );
}
