import { type KeyboardEvent, useState } from 'react';

export interface Roving {
  /** Spread on each stop: exactly one of them is in the tab order. */
  readonly stop: (key: string) => {
    readonly tabIndex: number;
    readonly 'data-stop': true;
    readonly onFocus: () => void;
  };
  /** For what contains the stops: arrows, Home and End move between them. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** One tab stop for several controls; the last one that had the focus keeps it, else the first. */
export function useRoving(keys: readonly string[]): Roving {
  const [active, setActive] = useState<string | null>(null);
  const current = active !== null && keys.includes(active) ? active : keys[0];
  return {
    stop: (key) => ({
      tabIndex: key === current ? 0 : -1,
      'data-stop': true,
      onFocus: () => setActive(key),
    }),
    onKeyDown: (event) => {
      const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')];
      const { target } = event;
      const at = target instanceof HTMLElement ? stops.indexOf(target) : -1;
      const to = targetOf(event.key, at, stops.length);
      if (at >= 0 && to !== null) {
        event.preventDefault();
        event.stopPropagation();
        stops[to]?.focus();
      }
    },
  };
}

function targetOf(key: string, at: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? null : Math.min(count - 1, Math.max(0, at + step));
}
