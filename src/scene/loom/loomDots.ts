// Knots on the lanes as they are drawn: each at its row, with its words where there is room for them.

import { type Moment, stateAt, versionOnShard } from '../run/moment.ts';
import { detailOf, rowCentre } from '../shape/loomGeometry.ts';
import type { Dot } from '../shape/scene.ts';
import { type KnotFact, knotsOfStep } from './loomKnots.ts';
import { laneX } from './loomLines.ts';
import { type Places, wordsKey } from './loomPlaces.ts';

function dotOf(moment: Moment, step: number, knot: KnotFact, places: Places | null): Dot {
  const { geometry, index, timeline } = moment;
  const { shards } = timeline.config;
  // What one shard does stands on its own strip of the lane.
  const offset = knot.shard === null ? 0 : ((knot.shard + 0.5) / shards - 0.5) * geometry.laneWidth;
  const x = laneX(moment, knot.node) + offset;
  const y = rowCentre(geometry, index.rowOfStep[step] ?? 0);
  const words = places?.words.get(wordsKey(knot.node, step)) ?? null;
  const node = stateAt(timeline, step).core.nodes.find((one) => one.id === knot.node);
  const detail = detailOf(geometry.rowHeight);
  return {
    key: wordsKey(knot.node, step),
    node: knot.node,
    step,
    x,
    y,
    identity: node === undefined ? null : moment.identities.of(versionOnShard(moment, node, knot.shard ?? 0)),
    shape: detail === 'ticks' ? 'tick' : knot.text === '' ? 'small' : 'knot',
    text: words?.text ?? '',
    fullText: knot.text,
    side: words?.side ?? 'right',
    textX: words?.textX ?? x,
    textY: words?.textY ?? y,
    textBox: words?.box ?? null,
    fresh: step === moment.step,
  };
}

/** The knots of rows `firstRow` to `lastRow`, up to the playhead; gathered local steps have none. */
export function dotsBetween(
  moment: Moment,
  rows: readonly [first: number, last: number],
  places: Places | null,
): readonly Dot[] {
  const dots: Dot[] = [];
  for (let row = Math.max(0, rows[0]); row <= rows[1]; row++) {
    const fact = moment.index.rows[row];
    if (fact !== undefined && !fact.local && fact.firstStep > 0 && fact.firstStep <= moment.step) {
      for (const knot of knotsOfStep(moment, fact.firstStep)) {
        dots.push(dotOf(moment, fact.firstStep, knot, places));
      }
    }
  }
  return dots;
}
