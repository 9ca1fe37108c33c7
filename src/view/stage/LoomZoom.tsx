// How much of the run is seen, and the way back to now. Neither moves the playhead.

import type { CSSProperties } from 'react';
import { pageWords } from '../../scene/words/pageWords.ts';
import { Icon } from '../marks/Icon.tsx';
import type { LoomViewControl } from './useLoomView.ts';

interface Props {
  readonly view: LoomViewControl;
  /** There is more of the run than the window shows, or one has zoomed out. */
  readonly needed: boolean;
  /** From the last lane to the edge, in px. */
  readonly room: number;
}

/** What three buttons in a row take, in px. */
const ROW = 86;
const ROW_LARGE = 138;

/** The buttons find room beside the last lane; else they have a strip above all lanes, where no word is. */
export const isBesideLanes = (room: number, isLarge: boolean): boolean => room >= (isLarge ? ROW_LARGE : ROW);

export function LoomZoom({ view, needed, room }: Props) {
  if (!needed) {
    return null;
  }
  return (
    <fieldset className="zoom" style={{ '--room': `${room}px` } as CSSProperties}>
      <legend className="hidden-text">{pageWords('zoom-of-the-history')}</legend>
      <button
        type="button"
        className="button quiet square"
        aria-label={pageWords('zoom-in')}
        title={pageWords('zoom-in')}
        aria-disabled={!view.canZoomIn}
        onClick={view.zoomIn}
      >
        <Icon name="zoomIn" />
      </button>
      <button
        type="button"
        className="button quiet square"
        aria-label={pageWords('zoom-out')}
        title={pageWords('zoom-out')}
        aria-disabled={!view.canZoomOut}
        onClick={view.zoomOut}
      >
        <Icon name="zoomOut" />
      </button>
      <button
        type="button"
        className="button quiet square"
        aria-label={pageWords('whole-run')}
        title={pageWords('whole-run')}
        aria-pressed={view.whole}
        onClick={view.showWhole}
      >
        <Icon name="whole" />
      </button>
    </fieldset>
  );
}

/** There while one looks at the past with the playhead elsewhere. */
export function BackToNow({ view }: { readonly view: LoomViewControl }) {
  return view.scroll === 0 ? null : (
    <button type="button" className="button strong back-to-now" onClick={() => view.scrollTo(0)}>
      <Icon name="down" />
      {pageWords('back-to-now')}
    </button>
  );
}
