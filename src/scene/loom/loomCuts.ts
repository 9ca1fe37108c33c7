// Cut links on the loom: the row in which one is cut or healed, as a line between its two lanes; and, while no link works
// between those at the left of a gap and those at its right, a broken line down that gap. Where none is cut there is nothing.

import type { NodeId } from '../../engine/index.ts';
import { linkOf } from '../../engine/index.ts';
import type { LinkFact } from '../run/loomIndex.ts';
import type { Moment } from '../run/moment.ts';
import { cutAtLanes, detailOf, rowCentre } from '../shape/loomGeometry.ts';
import type { CutMark, Wall } from '../shape/scene.ts';
import { laneX } from './loomLines.ts';

/** What was cut or healed in the rows `first` to `last`, up to the playhead. */
export function cutsBetween(
  moment: Moment,
  [first, last]: readonly [first: number, last: number],
): CutMark[] {
  const { geometry, index, nodes, step, timeline } = moment;
  if (detailOf(geometry.rowHeight) === 'threads') {
    return [];
  }
  const laneXs = nodes.map((node) => laneX(moment, node));
  return index.links.flatMap(({ step: at }): CutMark[] => {
    const operation = timeline.steps[at - 1]?.events.find((event) => event.kind === 'operated')?.operation;
    const row = index.rowOfStep[at] ?? 0;
    if (operation?.kind !== 'cut' && operation?.kind !== 'heal') {
      return [];
    }
    const { a, b } = operation;
    if (at > step || row < first || row > last || !nodes.includes(a) || !nodes.includes(b)) {
      return [];
    }
    const y = rowCentre(geometry, row);
    const pieces = cutAtLanes({ x: laneX(moment, a), y }, { x: laneX(moment, b), y }, laneXs);
    const sign = operation.kind === 'cut' ? { x: gapBetween(moment, a, b), y } : null;
    return [{ key: `${operation.kind} ${a}-${b}@${at}`, step: at, a, b, pieces, sign, fresh: at === step }];
  });
}

/** The middle of the middle gap between two lanes. */
function gapBetween(moment: Moment, a: NodeId, b: NodeId): number {
  const { nodes } = moment;
  const left = Math.floor((nodes.indexOf(a) + nodes.indexOf(b)) / 2);
  return gapX(moment, left);
}

/** The middle between a lane and the next one. */
const gapX = (moment: Moment, left: number): number =>
  (laneX(moment, moment.nodes[left] ?? '') + laneX(moment, moment.nodes[left + 1] ?? '')) / 2;

/** Where and for how long nothing could pass from one side of a gap to the other. */
export function wallsOf(moment: Moment, nowY: number, window: readonly [number, number]): Wall[] {
  const { geometry, index, nodes, step } = moment;
  if (index.links.length === 1 && index.links[0]?.cuts.length === 0) {
    return [];
  }
  const facts = index.links.filter((fact) => fact.step <= step);
  const heightOf = (at: number): number => rowCentre(geometry, index.rowOfStep[at] ?? 0);
  return nodes.slice(1).flatMap((node, i) => {
    const x = gapX(moment, i);
    const walls: Wall[] = [];
    let since: number | null = null;
    for (const fact of facts) {
      const stands = partsAt(fact, nodes, i + 1);
      if (stands && since === null) {
        since = fact.step;
      } else if (!stands && since !== null) {
        walls.push({ key: `${node}@${since}`, x, y1: heightOf(since), y2: heightOf(fact.step) });
        since = null;
      }
    }
    if (since !== null) {
      walls.push({ key: `${node}@${since}`, x, y1: heightOf(since), y2: nowY });
    }
    return walls.filter(({ y1, y2 }) => y2 >= window[0] && y1 <= window[1]);
  });
}

/** Whether every link between the first `count` lanes and the others is cut. */
function partsAt({ cuts, nodes }: LinkFact, lanes: readonly NodeId[], count: number): boolean {
  if (cuts.length === 0) {
    return false;
  }
  const there = (node: NodeId): boolean => nodes.includes(node);
  const [left, right] = [lanes.slice(0, count).filter(there), lanes.slice(count).filter(there)];
  return (
    left.length > 0 && right.length > 0 && left.every((a) => right.every((b) => cuts.includes(linkOf(a, b))))
  );
}
