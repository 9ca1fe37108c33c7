// The rows of the event log that are in sight. All rows are equally high, so that which ones those are is arithmetic;
// Up and Down move among all of them, Enter goes to the step.

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { EventLog, LogRow } from '../../scene/inspector/eventLog.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { useSession } from '../session/sessionContext.ts';
import { useSize } from '../useSize.ts';

const OVERSCAN = 4;

interface Props {
  readonly log: EventLog;
  /** Whenever this changes, the playhead's step comes into sight. */
  readonly follows: string;
}

export function LogRows({ log, follows }: Props) {
  const session = useSession();
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [cursor, setCursor] = useState(log.current);
  const size = useSize(frame);
  const rowHeight = useRowHeight(frame);
  const active = Math.min(cursor, log.total - 1);
  const show = (index: number): void => scrollTo(frame.current, index, rowHeight);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another step, filter or size moves the list
  useEffect(() => {
    setCursor(log.current);
    show(log.current);
  }, [follows, rowHeight, size.height]);
  const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
  const count = Math.ceil(size.height / rowHeight) + 2 * OVERSCAN;
  const rows = log.rows(first, Math.min(count, log.total - first));
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      const row = log.rows(active, 1)[0];
      if (row !== undefined) session.seek(row.step);
    } else {
      const target = targetRow(event.key, {
        active,
        total: log.total,
        page: Math.floor(size.height / rowHeight),
      });
      if (target === null) {
        return;
      }
      setCursor(target);
      show(target);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="log-rows"
      role="listbox"
      aria-label={dialogWords('events')}
      tabIndex={0}
      aria-activedescendant={active < 0 ? undefined : `log-${active}`}
      ref={frame}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={move}
    >
      <div style={{ height: log.total * rowHeight }}>
        {rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            total={log.total}
            active={row.index === active}
            top={row.index * rowHeight}
            onSeek={() => session.seek(row.step)}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: LogRow;
  readonly total: number;
  readonly active: boolean;
  readonly top: number;
  readonly onSeek: () => void;
}

function Row({ row, total, active, top, onSeek }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox owns the keyboard
    <div
      id={`log-${row.index}`}
      className="log-row"
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-current={row.current ? 'step' : undefined}
      aria-posinset={row.index + 1}
      aria-setsize={total}
      data-first={row.first || undefined}
      data-later={row.later || undefined}
      style={{ top }}
      onClick={onSeek}
    >
      <span className={row.first ? 'log-step' : 'log-step hidden-text'}>{row.stepText}</span>
      <span className="log-sentence" title={row.sentence}>
        {row.sentence}
      </span>
      <span className="log-group">{row.group}</span>
    </div>
  );
}

const ROW_HEIGHT = 44;

/** The height that the style sheet gives a row: it goes with the theme and the width. */
function useRowHeight(frame: { readonly current: HTMLElement | null }): number {
  const [height, setHeight] = useState(ROW_HEIGHT);
  // Looked up after every drawing: a theme or a width may have changed it.
  useLayoutEffect(() => {
    const told = frame.current && Number.parseFloat(getComputedStyle(frame.current).lineHeight);
    if (told !== null && told > 0 && told !== height) setHeight(told);
  });
  return height;
}

function scrollTo(frame: HTMLElement | null, index: number, rowHeight: number): void {
  if (frame === null || index < 0) {
    return;
  }
  const [upper, lower] = [index * rowHeight, (index + 1) * rowHeight];
  if (upper < frame.scrollTop || lower > frame.scrollTop + frame.clientHeight) {
    frame.scrollTop = Math.max(0, upper - frame.clientHeight / 2);
  }
}

interface Where {
  readonly active: number;
  readonly total: number;
  readonly page: number;
}

function targetRow(key: string, { active, total, page }: Where): number | null {
  const to = (index: number): number => Math.max(0, Math.min(total - 1, index));
  switch (key) {
    case 'ArrowUp':
      return to(active - 1);
    case 'ArrowDown':
      return to(active + 1);
    case 'PageUp':
      return to(active - page);
    case 'PageDown':
      return to(active + page);
    case 'Home':
      return to(0);
    case 'End':
      return to(total - 1);
    default:
      return null;
  }
}
