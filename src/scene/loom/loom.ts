// The loom: a lane a node, painted in the hue of the version that it stood at, time running down to the now line; and
// messages as diagonals between lanes. Only what touches the visible rows is returned, and nothing of the future.

import type { StrokeFact } from '../run/loomIndex.ts';
import type { Moment } from '../run/moment.ts';
import { detailOf } from '../shape/loomGeometry.ts';
import type { Loom, Stroke, Thread } from '../shape/scene.ts';
import type { NowBand } from './inFlight.ts';
import { cutsBetween, wallsOf } from './loomCuts.ts';
import { dotsBetween } from './loomDots.ts';
import { gossipsBetween } from './loomGossip.ts';
import { landmarksOf, talliesOf } from './loomLandmarks.ts';
import { clearOf, glyphSizeOf, lanesOf, segmentsOf } from './loomLanes.ts';
import { isEndedAt } from './loomLines.ts';
import { placesOf } from './loomPlaces.ts';
import { gapsBetween, rowsBetween } from './loomRows.ts';
import { messagesIn, strokesOf } from './loomStrokes.ts';
import { threadsOf } from './loomThreads.ts';

const OVERSCAN_ROWS = 2;
/** More messages than this are not drawn one by one. */
const STROKES_MAX = 240;

interface View {
  readonly top: number;
  readonly scroll: Loom['scroll'];
  /** Upper and lower edge of what is returned, in px and in rows. */
  readonly window: readonly [top: number, bottom: number];
  readonly rows: readonly [first: number, last: number];
}

function viewOf(moment: Moment, nowY: number): View {
  const { geometry, index, options } = moment;
  const { height, rowHeight } = geometry;
  const asked = options.scroll ?? 0;
  const max = Math.max(0, (nowY - height) / rowHeight);
  const at = Number.isFinite(asked) ? Math.min(max, Math.max(0, asked)) : 0;
  const top = nowY - height - at * rowHeight;
  const air = (options.overscan ?? OVERSCAN_ROWS) * rowHeight;
  const window = [top - air, top + height + air] as const;
  const lastRow = index.rowOfStep[moment.step] ?? 0;
  const rows = [
    Math.max(0, Math.floor(window[0] / rowHeight)),
    Math.min(lastRow, Math.floor(window[1] / rowHeight)),
  ] as const;
  return { top, scroll: { at, max }, window, rows };
}

interface Messages {
  readonly strokes: readonly Stroke[];
  readonly threads: readonly Thread[];
}

/** Messages one by one; those that have ended summed up where there are too many. What is selected is always drawn. */
function messagesOf(moment: Moment, now: NowBand, view: View): Messages {
  const detail = detailOf(moment.geometry.rowHeight);
  const hasWords = detail === 'full' || detail === 'compact';
  const how = { flying: now.envelopes, places: hasWords ? placesOf(moment) : null };
  // A message ends in the middle of its row: a row of which only the foot is seen has none.
  const first = Math.ceil(view.window[0] / moment.geometry.rowHeight - 0.5);
  const all = messagesIn(moment, [Math.max(0, first), view.rows[1]]);
  if (detail !== 'threads' && all.length <= STROKES_MAX) {
    return { strokes: strokesOf(moment, all, how), threads: [] };
  }
  const { selection } = moment.options;
  const stands = (stroke: StrokeFact): boolean =>
    !isEndedAt(stroke, moment.step) ||
    (selection?.kind === 'message' && selection.message === stroke.message);
  const strokes = strokesOf(moment, all.filter(stands), how);
  const summed = all.filter((stroke) => !stands(stroke));
  const threads = threadsOf(moment, summed).filter(({ y }) => y >= view.window[0] && y <= view.window[1]);
  return { strokes, threads };
}

export function projectLoom(moment: Moment, now: NowBand): Loom {
  const { geometry, index } = moment;
  const view = viewOf(moment, now.nowY);
  const detail = detailOf(geometry.rowHeight);
  const places = detail === 'full' || detail === 'compact' ? placesOf(moment) : null;
  const isSummed = detail === 'threads';
  const dots = isSummed ? landmarksOf(moment, view.window) : dotsBetween(moment, view.rows, places);
  const messages = messagesOf(moment, now, view);
  const segments = segmentsOf(moment, now.nowY, view.window);
  return {
    geometry,
    detail,
    viewport: { x: 0, y: view.top, w: geometry.width, h: geometry.height },
    nowY: now.nowY,
    band: now.height,
    scroll: view.scroll,
    glyphSize: glyphSizeOf(moment),
    rowCount: (index.rowOfStep[moment.step] ?? 0) + 1,
    lanes: lanesOf(moment),
    segments: isSummed ? segments : segments.map((one) => clearOf(one, dots, messages.strokes, now.nowY)),
    dots,
    rows: rowsBetween(moment, view.rows, places),
    ...messages,
    tallies: talliesOf(moment, messages.threads, Math.max(0, view.top)),
    gossips: gossipsBetween(moment, view.rows),
    cuts: cutsBetween(moment, view.rows),
    walls: wallsOf(moment, now.nowY, view.window),
    gaps: gapsBetween(moment, view.rows),
  };
}
