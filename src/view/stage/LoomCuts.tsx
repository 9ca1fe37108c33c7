// Links that do not work: the row in which one is cut or healed, and gaps between lanes over which nothing can pass.

import type { CutMark, Wall } from '../../scene/shape/scene.ts';

export function Walls({ walls }: { readonly walls: readonly Wall[] }) {
  return walls.map(({ key, x, y1, y2 }) => <path key={key} className="wall" d={`M${x} ${y1}V${y2}`} />);
}

export function Cuts({ cuts }: { readonly cuts: readonly CutMark[] }) {
  return cuts.map(({ key, pieces, sign, fresh }) => (
    <g key={key} className="cut" data-fade={fresh ? 'in' : undefined}>
      {fresh && sign !== null && <circle className="halo" cx={sign.x} cy={sign.y} r="13" />}
      {pieces.map((line) => (
        <line key={line.x1} {...line} />
      ))}
      {sign !== null && (
        <g transform={`translate(${sign.x} ${sign.y})`}>
          <path className="cut-air" d="M-6 0H6" />
          <path d="M-6 7-1-7M1 7 6-7" />
        </g>
      )}
    </g>
  ));
}
