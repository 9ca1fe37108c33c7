// Time as a native range: its arrows, Home and End are the browser's own. What stands on it is drawn beside it, for the
// eye: the step's sentence is the range's own value text.

import { type CSSProperties, useMemo, useRef } from 'react';
import { railMarks } from '../../scene/railMarks.ts';
import type { Position } from '../../scene/scene.ts';
import type { SessionState } from '../../store/sessionState.ts';
import { useSession, useSlice } from '../sessionContext.ts';
import { useSize } from '../useSize.ts';
import { RailDrawing } from './RailDrawing.tsx';
import { useBreaks } from './useBreaks.ts';

const bookmarksOf = (state: SessionState) => state.bookmarks;
const currentOf = (state: SessionState): number => state.current;

interface Props {
  readonly position: Position;
  /** Size of the marks: 1 on a desk. */
  readonly scale: number;
}

export function Scrubber({ position, scale }: Props) {
  const session = useSession();
  const rail = useRef<HTMLDivElement>(null);
  const { width } = useSize(rail);
  const breaks = useBreaks();
  const current = useSlice(currentOf);
  const bookmarks = useSlice(bookmarksOf);
  const { step, steps, fraction, ticks, commands } = position;
  const marks = useMemo(() => {
    const here = bookmarks.filter(({ branch }) => branch === current).map((bookmark) => bookmark.step);
    return railMarks({ steps, versions: ticks, commands, breaks, bookmarks: here }, width, scale);
  }, [steps, ticks, commands, breaks, bookmarks, current, width, scale]);
  const done = steps === 0 ? 0 : (step + fraction) / steps;
  return (
    <div className="scrubber" style={{ '--done': done } as CSSProperties}>
      <div className="rail" ref={rail}>
        <RailDrawing marks={marks} scale={scale} />
      </div>
      <input
        type="range"
        aria-label="Time"
        aria-valuetext={position.valueText}
        min={0}
        max={steps}
        step={1}
        value={step}
        disabled={steps === 0}
        onChange={(event) => session.seek(Number(event.target.value))}
      />
    </div>
  );
}
