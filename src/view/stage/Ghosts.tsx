// What has arrived in this very step stays as a ghost where its envelope went in, on the now line, until the next step.

import type { Loom, Stroke } from '../../scene/shape/scene.ts';
import { TileMark } from '../marks/Glyph.tsx';

const WIDTH = 30;
const HEIGHT = 18;
/** Its middle above the now line, in px. */
const RISE = 14;

export function Ghosts({ loom }: { readonly loom: Loom }) {
  const arrived = loom.strokes.filter(
    ({ fresh, endStep, state }) => fresh && endStep !== null && state !== 'lost',
  );
  return arrived.map((stroke) => <Ghost key={stroke.key} stroke={stroke} y={loom.nowY - RISE} />);
}

function Ghost({ stroke, y }: { readonly stroke: Stroke; readonly y: number }) {
  const { x } = stroke.end;
  return (
    <g className="ghost" data-fade="in" data-hue={stroke.identity?.hue}>
      <rect className="frame" x={x - WIDTH / 2} y={y - HEIGHT / 2} width={WIDTH} height={HEIGHT} rx="5" />
      {stroke.identity === null ? (
        <circle className="pill-dot" cx={x} cy={y} r="3" />
      ) : (
        <TileMark identity={stroke.identity} x={x} y={y} size={12} />
      )}
    </g>
  );
}
