// How much of the past the loom shows and from where: zoom and scroll. They are the view's own, like the size of the
// window: they change what is seen of the run and nothing in it. Moving the playhead brings the view back to now.

import { useState } from 'react';

/** Heights of a row, as shares of the full one; 'whole' makes rows so low that the whole run is seen. */
const ZOOMS = [1, 0.5, 0.2, 'whole'] as const;

export interface LoomView {
  /** Share of the full height of a row. */
  readonly zoom: number;
  readonly whole: boolean;
  /** Whole rows between the lower edge and now. */
  readonly scroll: number;
}

export interface LoomViewControl extends LoomView {
  readonly canZoomIn: boolean;
  readonly canZoomOut: boolean;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly showWhole: () => void;
  readonly scrollTo: (rows: number) => void;
}

interface State {
  readonly level: number;
  readonly scroll: number;
  /** The playhead for which one has scrolled. */
  readonly step: number;
}

export function useLoomView(step: number): LoomViewControl {
  const [state, setState] = useState<State>({ level: 0, scroll: 0, step });
  const zoom = ZOOMS[state.level] ?? 1;
  const level = (next: number): void =>
    setState((old) => ({ ...old, level: Math.min(ZOOMS.length - 1, Math.max(0, next)), scroll: 0 }));
  return {
    zoom: zoom === 'whole' ? 1 : zoom,
    whole: zoom === 'whole',
    scroll: state.step === step ? state.scroll : 0,
    canZoomIn: state.level > 0,
    canZoomOut: state.level < ZOOMS.length - 1,
    zoomIn: () => level(state.level - 1),
    zoomOut: () => level(state.level + 1),
    showWhole: () => level(ZOOMS.length - 1),
    scrollTo: (scroll) => setState((old) => ({ ...old, scroll, step })),
  };
}
