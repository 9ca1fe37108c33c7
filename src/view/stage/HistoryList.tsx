// The history in words, lying over the drawn one: each visible row of the tape is an option; choosing it goes there.

import type { KeyboardEvent } from 'react';
import type { Loom } from '../../scene/scene.ts';
import { useSession } from '../sessionContext.ts';

interface Row {
  readonly key: string;
  readonly step: number;
  readonly top: number;
  readonly text: string;
  readonly current: boolean;
}

export function HistoryList({ loom, step, steps }: HistoryProps) {
  const session = useSession();
  const start: Row = {
    key: 'start',
    step: 0,
    top: -loom.geometry.rowHeight,
    text: 'Start of the run.',
    current: step === 0,
  };
  const shown = loom.rows.map(
    (row): Row => ({
      key: row.key,
      step: row.lastStep,
      top: row.y - loom.geometry.rowHeight / 2,
      text: row.text,
      current: row.current && step > 0,
    }),
  );
  // The tape has a row of its own for the start where the run begins within the window.
  const rows = shown.some((row) => row.step === 0) ? shown : [start, ...shown];
  const active = rows.find((row) => row.current);
  const move = (event: KeyboardEvent): void => {
    const index = rows.findIndex((row) => row.current);
    const target = targetStep(event.key, { rows, index, step, steps });
    if (target !== null) {
      event.preventDefault();
      event.stopPropagation();
      session.seek(target);
    }
  };
  return (
    <div
      className="history"
      role="listbox"
      aria-label="History"
      tabIndex={0}
      aria-activedescendant={active === undefined ? undefined : `history-${active.key}`}
      onKeyDown={move}
    >
      <div data-tape="html" style={{ transform: `translateY(${-loom.viewport.y}px)` }}>
        {rows.map((row) => (
          // The listbox owns the keyboard; a click on a row is the pointer's way to the same place.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the arrows of the listbox do what a click does
          <div
            key={row.key}
            id={`history-${row.key}`}
            role="option"
            tabIndex={-1}
            className="history-row"
            aria-selected={row.current}
            aria-posinset={row.step + 1}
            aria-setsize={steps + 1}
            style={{ top: row.top, height: loom.geometry.rowHeight }}
            onClick={() => session.seek(row.step)}
          >
            <span className="hidden-text">{row.text}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

interface HistoryProps {
  readonly loom: Loom;
  readonly step: number;
  readonly steps: number;
}

interface Where {
  readonly rows: readonly Row[];
  readonly index: number;
  readonly step: number;
  readonly steps: number;
}

/** Up goes a row back. Down goes a row on; past the playhead nothing is drawn, so there it is a step. */
function targetStep(key: string, { rows, index, step, steps }: Where): number | null {
  switch (key) {
    case 'ArrowUp':
      return rows[Math.max(0, index - 1)]?.step ?? 0;
    case 'ArrowDown':
      return rows[index + 1]?.step ?? Math.min(steps, step + 1);
    default:
      return null;
  }
}
