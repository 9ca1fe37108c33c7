import type { DrawnState, StateShape } from '../../scene/orders/stateGraph.ts';

interface Props {
  readonly mark: DrawnState;
  readonly radius: number;
  readonly isPicked: boolean;
  readonly isHere: boolean;
  readonly onPick?: () => void;
}

/** One state: a shape that tells how its nodes stand, a ring where runs end, another where the stage is. */
export function StateMark({ mark, radius, isPicked, isHere, onPick }: Props) {
  const { x, y, shape, identity, ends } = mark;
  return (
    <g
      className="graph-state"
      data-shape={shape}
      data-hue={identity?.hue}
      data-picked={isPicked || undefined}
      data-here={isHere || undefined}
      transform={`translate(${x} ${y})`}
      {...(onPick === undefined ? {} : { onClick: onPick, 'data-reachable': true })}
    >
      {onPick !== undefined && <circle className="graph-reach" r={radius + 3} />}
      {ends && <circle className="graph-end" r={radius + 2.5} />}
      <path className="graph-shape" d={SHAPES[shape](radius)} />
      {isHere && <circle className="graph-here" r={radius + 5} />}
    </g>
  );
}

const SHAPES: Readonly<Record<StateShape, (radius: number) => string>> = {
  agreed: (r) => `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`,
  apart: (r) => `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`,
  down: (r) => `M${-r * 0.8} ${-r * 0.8}H${r * 0.8}V${r * 0.8}H${-r * 0.8}Z`,
  broken: octagon,
};

function octagon(r: number): string {
  const cut = r * 0.42;
  return `M${-cut} ${-r}H${cut}L${r} ${-cut}V${cut}L${cut} ${r}H${-cut}L${-r} ${cut}V${-cut}Z`;
}
