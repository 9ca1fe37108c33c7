// The history in words, lying over the drawn one: each visible row of the tape is an option; choosing it goes there.
// Enter chooses the message that arrived in that row and goes to its actions: the keyboard reaches what a pointer does.

import { type KeyboardEvent, memo } from 'react';
import { flushSync } from 'react-dom';
import type { Loom } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { useSession } from '../session/sessionContext.ts';
import { focusMessageToolbar } from './focusMessageToolbar.ts';

interface Row {
  readonly key: string;
  readonly step: number;
  readonly top: number;
  readonly height: number;
  readonly text: string;
  readonly current: boolean;
}

interface HistoryProps {
  readonly loom: Loom;
  readonly step: number;
  readonly steps: number;
}

export function HistoryList({ loom, step, steps }: HistoryProps) {
  const session = useSession();
  const rows = rowsOf(loom, step);
  const active = rows.find((row) => row.current);
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      const arrived = loom.strokes.find((stroke) => stroke.endStep === step && step > 0);
      flushSync(() =>
        session.select(
          arrived === undefined ? { kind: 'step', step } : { kind: 'message', message: arrived.message },
        ),
      );
      focusMessageToolbar();
    } else {
      const index = rows.findIndex((row) => row.current);
      const target = targetStep(event.key, { rows, index, step, steps, page: pageOf(loom) });
      if (target === null) return;
      session.seek(target);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="history"
      role="listbox"
      aria-label={pageWords('history')}
      tabIndex={0}
      aria-activedescendant={active === undefined ? undefined : `history-${active.key}`}
      onKeyDown={press}
      onFocus={({ target, currentTarget }) => {
        // A row that is clicked may leave the window: the focus stays on the list.
        if (target !== currentTarget) currentTarget.focus({ preventScroll: true });
      }}
    >
      <div data-tape="html" style={{ transform: `translateY(${-loom.viewport.y}px)` }}>
        {rows.map((row) => (
          <HistoryRow {...row} key={row.key} id={row.key} of={steps + 1} onGo={session.seek} />
        ))}
      </div>
    </div>
  );
}

interface HistoryRowProps extends Omit<Row, 'key'> {
  readonly id: string;
  readonly of: number;
  readonly onGo: (step: number) => void;
}

/** Drawn anew only when something of it has changed: a window has dozens of them, and a step changes one or two. */
const HistoryRow = memo(function HistoryRow(row: HistoryRowProps) {
  return (
    // The listbox owns the keyboard; a click on a row is the pointer's way to the same place.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrows of the listbox do what a click does
    <div
      id={`history-${row.id}`}
      role="option"
      tabIndex={-1}
      className="history-row"
      aria-selected={row.current}
      aria-posinset={row.step + 1}
      aria-setsize={row.of}
      style={{ top: row.top, height: row.height }}
      aria-label={row.text}
      onClick={() => row.onGo(row.step)}
    />
  );
});

function rowsOf(loom: Loom, step: number): readonly Row[] {
  const start: Row = {
    key: 'start',
    step: 0,
    top: -loom.geometry.rowHeight,
    height: loom.geometry.rowHeight,
    text: pageWords('start-of-the-run'),
    current: step === 0,
  };
  const shown = loom.rows.map(
    (row): Row => ({
      key: row.key,
      step: row.lastStep,
      top: row.y - row.h / 2,
      height: row.h,
      text: row.text,
      current: row.current,
    }),
  );
  // The tape has a row of its own for the start where the run begins within the window.
  return shown.some((row) => row.step === 0) ? shown : [start, ...shown];
}

/** Rows that the window shows: what Page Up and Page Down go by. */
const pageOf = ({ geometry }: Loom): number =>
  Math.max(1, Math.floor(geometry.height / geometry.rowHeight) - 1);

interface Where {
  readonly rows: readonly Row[];
  readonly index: number;
  readonly step: number;
  readonly steps: number;
  readonly page: number;
}

/** Up goes a row back. Down goes a row on; past the playhead nothing is drawn, so there it is a step. */
function targetStep(key: string, { rows, index, step, steps, page }: Where): number | null {
  switch (key) {
    case 'ArrowUp':
      return rows[Math.max(0, index - 1)]?.step ?? 0;
    case 'ArrowDown':
      return rows[index + 1]?.step ?? Math.min(steps, step + 1);
    case 'PageUp':
      return rows[Math.max(0, index - page)]?.step ?? Math.max(0, step - page);
    case 'PageDown':
      return Math.min(steps, step + page);
    case 'Home':
      return 0;
    case 'End':
      return steps;
    default:
      return null;
  }
}
