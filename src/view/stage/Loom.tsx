// The drawn half of the history: lanes in the hues of the versions, knots, and messages between them. All of it is
// hidden from assistive technology; what it says stands in the lists over it (HistoryList, Envelopes).

import { Suspense } from 'react';
import type { Loom as LoomScene } from '../../scene/shape/scene.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { hasSplitLanes } from '../compare/comparing.ts';
import { LoomSplitView } from '../loading/lazyDialogs.tsx';
import { useSlice } from '../session/sessionContext.ts';
import { BrokenKnots } from './BrokenKnots.tsx';
import { Ghosts } from './Ghosts.tsx';
import { Cuts, Walls } from './LoomCuts.tsx';
import { Knots, Lanes, RowNotes, Tallies } from './LoomLanes.tsx';
import { StrokeLines, StrokePills } from './LoomStrokes.tsx';
import { Gossips, Threads } from './LoomThreads.tsx';

/** More messages on their way than these lie so close that short dashes say no more than long ones. */
const CROWD = 24;

const selectionOf = (state: SessionState) => state.selection;

export function Loom({ loom }: { readonly loom: LoomScene }) {
  const selection = useSlice(selectionOf);
  const comparing = useSlice(hasSplitLanes);
  const { viewport, geometry } = loom;
  const flying = loom.strokes.filter(({ state }) => state === 'inFlight').length;
  return (
    <svg
      className="loom"
      data-crowded={flying > CROWD || undefined}
      aria-hidden="true"
      width={geometry.width}
      height={geometry.height}
      viewBox={`0 0 ${geometry.width} ${geometry.height}`}
    >
      <g data-tape="svg" transform={`translate(0 ${-viewport.y})`}>
        <Lanes loom={loom} selection={selection} />
        {comparing && (
          <Suspense fallback={null}>
            <LoomSplitView loom={loom} />
          </Suspense>
        )}
        <Threads threads={loom.threads} />
        <Walls walls={loom.walls} />
        <Gossips marks={loom.gossips} />
        <Cuts cuts={loom.cuts} />
        <Ghosts loom={loom} />
        <StrokeLines strokes={loom.strokes} />
        <Knots loom={loom} selection={selection} />
        <BrokenKnots loom={loom} />
        <RowNotes rows={loom.rows} />
        <Tallies tallies={loom.tallies} />
        <StrokePills strokes={loom.strokes} />
      </g>
    </svg>
  );
}
