// The step in which a promise broke, on the lanes of its witnesses: red, two rings, an octagon and nothing else like it.

import { useContext } from 'react';
import type { Loom } from '../../scene/shape/scene.ts';
import { ICON_PATHS } from '../marks/Icon.tsx';
import { BrokenContext } from '../verdict/brokenContext.ts';

const ICON = 16;
const SHOULDER = 7;

export function BrokenKnots({ loom }: { readonly loom: Loom }) {
  const { steps } = useContext(BrokenContext);
  return steps.map(({ node, step }) => {
    const row = loom.rows.find((one) => one.firstStep <= step && step <= one.lastStep);
    const lane = loom.lanes.find((one) => one.node === node);
    return row === undefined || lane === undefined ? null : (
      <g key={`${node} ${step}`} className="broken-knot" transform={`translate(${lane.x} ${row.y})`}>
        <circle r="11" />
        <circle r="15" />
        {/* On the lane, at the shoulder of the rings: beside it stand the words of the step. */}
        <g transform={`translate(${SHOULDER} ${-SHOULDER - ICON})`}>
          <rect x="-2" y="-2" width={ICON + 4} height={ICON + 4} rx="4" />
          <path d={ICON_PATHS.octagon} fillRule="evenodd" />
        </g>
      </g>
    );
  });
}
