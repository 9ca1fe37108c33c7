// Gossip on the loom: a thin line from who told to who heard, in one row, since telling takes a step of its own. Of a
// row that gathers many only the first few are drawn; its count tells of the rest.

import { isShown, type Moment } from '../run/moment.ts';
import { cutAtLanes, detailOf, rowCentre } from '../shape/loomGeometry.ts';
import type { GossipMark } from '../shape/scene.ts';
import { laneX } from './loomLines.ts';

const MARKS_PER_ROW = 4;
/** Between two of one row, in px. */
const MARK_GAP = 7;
/** Distance of a mark's head from the lane's middle, in px. */
const HEAD_AIR = 7;

/** What was heard in the rows `first` to `last`, up to the playhead. */
export function gossipsBetween(
  moment: Moment,
  [first, last]: readonly [first: number, last: number],
): GossipMark[] {
  const { geometry, index, step } = moment;
  if (detailOf(geometry.rowHeight) !== 'full') {
    return [];
  }
  const laneXs = moment.nodes.map((node) => laneX(moment, node));
  return index.gossips
    .filter((one) => one.row >= first && one.row <= last && one.step <= step && one.place < MARKS_PER_ROW)
    .filter((one) => isShown(moment, one))
    .map(({ step: at, row, place, from, to, same }) => {
      const [x1, x2] = [laneX(moment, from), laneX(moment, to)];
      const y = rowCentre(geometry, row) + (place % 2 === 0 ? 1 : -1) * Math.ceil(place / 2) * MARK_GAP;
      const tip = x2 - Math.sign(x2 - x1) * HEAD_AIR;
      return {
        key: `gossip ${from}>${to}@${at}`,
        step: at,
        from,
        to,
        pieces: cutAtLanes({ x: x1, y }, { x: tip, y }, laneXs),
        head: { x: tip, y, angle: x2 < x1 ? 180 : 0 },
        same,
      };
    });
}
