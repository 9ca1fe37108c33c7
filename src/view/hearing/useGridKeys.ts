// One tab stop for a whole table of cells: arrows move among its buttons, Home and End go to the ends of a row.

import { type FocusEvent, type KeyboardEvent, useState } from 'react';

export interface GridKeys {
  /** 0 for the one cell that Tab reaches. */
  readonly tabIndex: (key: string, isFirst: boolean) => 0 | -1;
  readonly table: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void;
    readonly onFocus: (event: FocusEvent<HTMLTableElement>) => void;
  };
}

const MOVES: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -999],
  End: [0, 999],
};

/** `keys`: those of all cells, in order; a cell's button bears its own as `data-cell`. */
export function useGridKeys(keys: readonly string[]): GridKeys {
  const [last, setLast] = useState<string | null>(null);
  const isThere = last !== null && keys.includes(last);
  return {
    tabIndex: (key, isFirst) => ((isThere ? key === last : isFirst) ? 0 : -1),
    table: {
      onFocus: (event) => setLast(event.target.getAttribute('data-cell')),
      onKeyDown: (event) => {
        const move = MOVES[event.key];
        if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) {
          return;
        }
        event.preventDefault();
        event.stopPropagation();
        const rows = [...event.currentTarget.tBodies].flatMap((body) => [...body.rows]);
        const grid = rows
          .map((row) => [...row.querySelectorAll<HTMLElement>('[data-cell]')])
          .filter((row) => row.length > 0);
        const at = grid.findIndex((row) => row.includes(event.target as HTMLElement));
        const from = grid[at]?.indexOf(event.target as HTMLElement) ?? 0;
        const row = grid[Math.min(grid.length - 1, Math.max(0, at + move[0]))] ?? [];
        row[Math.min(row.length - 1, Math.max(0, from + move[1]))]?.focus();
      },
    },
  };
}
