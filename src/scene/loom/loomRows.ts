// The rows of the history in words: one a step, or one for a run of quiet steps, or, where rows are too low to point at,
// one for as many as a finger needs. And the places between steps to which a delivery can be moved.

import { narrationAt } from '../narration/narrationAt.ts';
import type { Moment } from '../run/moment.ts';
import { detailOf, rowCentre, rowFloor } from '../shape/loomGeometry.ts';
import type { Gap, LoomRow, RowNote } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { noteText, type Places } from './loomPlaces.ts';

/** Height from which on a row can be pointed at, in px. */
const ROW_HEIGHT_MIN = 14;
const BIN_HEIGHT = 24;

/** What was received in a step, when its main sentence does not say that already; else ''. */
function heardSentence(moment: Moment, step: number, more: readonly string[]): string {
  const events = moment.timeline.steps[step - 1]?.events ?? [];
  const event = events.find((one) => one.kind === 'message-delivered');
  const isToldAnyway = event?.kind === 'message-delivered' && event.verb === 'MUTATION_DONE';
  return event === undefined || isToldAnyway ? '' : (more[events.indexOf(event)] ?? '');
}

/** 'Step 6 of 9. A receives +phone from B. A merges B’s change: X and Y become Z.' */
function rowText(moment: Moment, firstStep: number, lastStep: number): string {
  const steps = String(moment.timeline.steps.length);
  const { sentence, more } = narrationAt(moment, lastStep);
  if (firstStep === 0) {
    return label('row-start', { steps, sentence });
  }
  if (lastStep > firstStep) {
    const count = String(lastStep - firstStep + 1);
    return label('row-run', { first: String(firstStep), last: String(lastStep), steps, count, sentence });
  }
  const heard = heardSentence(moment, lastStep, more);
  return heard === '' || heard === sentence
    ? label('row-step', { step: String(lastStep), steps, sentence })
    : label('row-step-heard', { step: String(lastStep), steps, heard, sentence });
}

function noteOf(row: number, count: number, places: Places | null): RowNote | null {
  const place = places?.notes.get(row);
  return place === undefined ? null : { ...place.box, text: noteText(place.form, count) };
}

function rowAt(moment: Moment, row: number, places: Places | null): LoomRow | null {
  const { geometry, index, step } = moment;
  const fact = index.rows[row];
  if (fact === undefined || fact.firstStep > step) {
    return null;
  }
  const lastStep = Math.min(fact.lastStep, step);
  const collapsed = fact.local && fact.firstStep > 0 ? lastStep - fact.firstStep + 1 : 0;
  return {
    key: `row ${row}`,
    row,
    y: rowCentre(geometry, row),
    h: geometry.rowHeight,
    firstStep: fact.firstStep,
    lastStep,
    collapsed,
    text: rowText(moment, fact.firstStep, lastStep),
    current: lastStep === step,
    // A single quiet step is not worth a word: its row is empty.
    note: collapsed > 1 ? noteOf(row, collapsed, places) : null,
  };
}

/** Several rows as one: `count` of them from `row` on. */
function binAt(moment: Moment, row: number, count: number): LoomRow | null {
  const { geometry, index, step, timeline } = moment;
  const first = index.rows[row];
  const last = index.rows[Math.min(row + count, (index.rowOfStep[step] ?? 0) + 1) - 1];
  if (first === undefined || last === undefined || first.firstStep > step) {
    return null;
  }
  const lastStep = Math.min(last.lastStep, step);
  const { sentence } = narrationAt(moment, lastStep);
  const steps = String(timeline.steps.length);
  return {
    key: `rows ${row}`,
    row,
    y: (row + count / 2) * geometry.rowHeight,
    h: count * geometry.rowHeight,
    firstStep: first.firstStep,
    lastStep,
    collapsed: 0,
    text: label('row-bin', { first: String(first.firstStep), last: String(lastStep), steps, sentence }),
    current: lastStep === step,
    note: null,
  };
}

/** The rows `first` to `last` that the playhead has reached. */
export function rowsBetween(
  moment: Moment,
  [first, last]: readonly [first: number, last: number],
  places: Places | null,
): LoomRow[] {
  const { rowHeight } = moment.geometry;
  const count = rowHeight < ROW_HEIGHT_MIN ? Math.ceil(BIN_HEIGHT / rowHeight) : 1;
  const rows: LoomRow[] = [];
  for (let row = Math.floor(Math.max(0, first) / count) * count; row <= last; row += count) {
    const found = count === 1 ? rowAt(moment, row, places) : binAt(moment, row, count);
    if (found !== null) {
      rows.push(found);
    }
  }
  return rows;
}

/** Where between steps a delivery may be put, from row `first` on: above each step, and below the last for now. */
export function gapsBetween(moment: Moment, [first, last]: readonly [first: number, last: number]): Gap[] {
  const { geometry, index, step } = moment;
  const detail = detailOf(geometry.rowHeight);
  if (detail === 'ticks' || detail === 'threads') {
    return [];
  }
  const gaps: Gap[] = [];
  for (let row = Math.max(0, first); row <= last; row++) {
    const fact = index.rows[row];
    const lastStep = Math.min(fact?.lastStep ?? -1, step);
    const count = (fact?.lastStep ?? 0) - (fact?.firstStep ?? 0) + 1;
    for (let before = Math.max(1, fact?.firstStep ?? 1); before <= lastStep; before++) {
      const share = (before - (fact?.firstStep ?? before)) / count;
      gaps.push({ place: before - 1, y: (row + share) * geometry.rowHeight });
    }
  }
  if (last >= (index.rowOfStep[step] ?? 0)) {
    gaps.push({ place: step, y: rowFloor(geometry, index.rowOfStep[step] ?? 0) });
  }
  return gaps;
}
