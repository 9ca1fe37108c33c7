// While two branches are compared, the left half of each lane is the other branch's, hatched, from the row where they part.

import { useMemo } from 'react';
import { loomSplit } from '../../scene/compare/loomSplit.ts';
import type { Loom } from '../../scene/scene.ts';
import type { SessionState } from '../../store/sessionState.ts';
import { useSlice } from '../sessionContext.ts';
import { shownOptions } from '../shownOptions.ts';

const whole = (state: SessionState): SessionState => state;

export function LoomSplitView({ loom }: { readonly loom: Loom }) {
  const state = useSlice(whole);
  const { branches, comparison, current, playhead } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the split reads no other part of the state
  const split = useMemo(() => {
    const index = comparison?.a === current ? comparison.b : comparison?.a;
    const other = comparison?.kind === 'branches' ? branches[Number(index)]?.timeline : undefined;
    const screen = branches[current]?.timeline;
    return other === undefined || screen === undefined || other === screen
      ? null
      : loomSplit({ loom, screen, other, step: playhead.step }, shownOptions(state));
  }, [loom, branches, comparison, current, playhead.step]);
  if (split === null) {
    return null;
  }
  const { partingY } = split;
  return (
    <g className="loom-split">
      <defs>
        <pattern id="split-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" />
        </pattern>
      </defs>
      {split.pieces.map(({ key, x, w, y1, y2, identity }) => {
        const box = { x, y: y1, width: w, height: y2 - y1 };
        return (
          <g key={key} data-hue={identity?.hue}>
            <rect className="ground" {...box} />
            {identity !== null && <rect className="tint" {...box} />}
            <rect fill="url(#split-hatch)" {...box} />
            {identity !== null && <line className="edge-line" x1={x + 1.5} x2={x + 1.5} y1={y1} y2={y2} />}
          </g>
        );
      })}
      {partingY !== null && (
        <line className="parting" x1="0" x2={loom.geometry.width} y1={partingY} y2={partingY} />
      )}
    </g>
  );
}
