// The drawn half of the history: lanes in the hues of the versions, knots, and messages between them. All of it is
// hidden from assistive technology; what it says stands in the lists over it (HistoryList, Envelopes).

import type { Loom as LoomScene } from '../../scene/scene.ts';
import type { SessionState } from '../../store/sessionState.ts';
import { useSlice } from '../sessionContext.ts';
import { Ghosts } from './Ghosts.tsx';
import { Knots, Lanes } from './LoomLanes.tsx';
import { StrokeLines, StrokePills } from './LoomStrokes.tsx';

const selectionOf = (state: SessionState) => state.selection;

/** `step` is the playhead's: what happened in it is marked as changed. */
export function Loom({ loom, step }: { readonly loom: LoomScene; readonly step: number }) {
  const selection = useSlice(selectionOf);
  const { viewport, geometry } = loom;
  return (
    <svg
      className="loom"
      aria-hidden="true"
      width={geometry.width}
      height={geometry.height}
      viewBox={`0 0 ${geometry.width} ${geometry.height}`}
    >
      <g data-tape="svg" transform={`translate(0 ${-viewport.y})`}>
        <Lanes loom={loom} selection={selection} />
        <Ghosts loom={loom} step={step} />
        <StrokeLines strokes={loom.strokes} step={step} />
        <Knots loom={loom} selection={selection} step={step} />
        <StrokePills strokes={loom.strokes} step={step} />
      </g>
    </svg>
  );
}
