// Time as a native range. Keys and screen readers go by whole steps; a hand may stop between two. What stands on the line
// is drawn beside it, for the eye: the step's sentence is the range's own value text.

import { type CSSProperties, useMemo, useRef } from 'react';
import type { Position } from '../../scene/shape/scene.ts';
import { railMarks } from '../../scene/transport/railMarks.ts';
import { dragged, keyed, stepped } from '../../scene/transport/scrub.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { useSession, useSlice } from '../session/sessionContext.ts';
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
  const at = step + fraction;
  const grabbed = useRef(false);
  const move = (value: number): void => {
    session.seek(...(grabbed.current ? dragged(value, width / steps) : stepped(value, at)));
  };
  return (
    <div className="scrubber">
      {/* Its own element: a custom property on the scrubber would be inherited by hundreds of marks at every step. */}
      <div className="done" style={{ '--done': steps === 0 ? 0 : at / steps } as CSSProperties} />
      <div className="rail" ref={rail}>
        <RailDrawing marks={marks} scale={scale} />
      </div>
      <input
        type="range"
        aria-label={pageWords('time')}
        aria-valuetext={position.valueText}
        min={0}
        max={steps}
        step="any"
        value={at}
        disabled={steps === 0}
        onPointerDown={() => {
          grabbed.current = true;
          session.pause();
        }}
        onPointerUp={() => {
          grabbed.current = false;
        }}
        onPointerCancel={() => {
          grabbed.current = false;
        }}
        onKeyDown={(event) => {
          const target =
            event.altKey || event.ctrlKey || event.metaKey || event.shiftKey
              ? null
              : keyed(event.key, position);
          if (target !== null) {
            event.preventDefault();
            event.stopPropagation();
            session.seek(target);
          }
        }}
        onChange={(event) => move(Number(event.target.value))}
      />
    </div>
  );
}
