// The picture of the network: nodes on a ring, a straight link between each two, and which links a drawn line crosses.

import type { NodeId } from '../../engine/index.ts';
import type { Point } from '../shape/scene.ts';

/** Size of the picture, and of a node in it. */
export const NETWORK_WIDTH = 360;
export const NETWORK_HEIGHT = 188;
export const NETWORK_NODE = 20;
/** How near to a link a click means it. */
const NEAR = 12;

/** The first node stands on top, the others follow clockwise; two stand side by side. The ring fills the picture. */
export function ringPlace(at: number, count: number): Point {
  const turn = count === 2 ? Math.PI : -Math.PI / 2;
  const ring = Array.from({ length: count }, (_, i) => turn + (2 * Math.PI * i) / count);
  const own = ring[at] ?? turn;
  const place = (of: (angle: number) => number, size: number, edge: number): number => {
    const all = ring.map(of);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const share = high - low < 0.001 ? 0.5 : (of(own) - low) / (high - low);
    return rounded(edge + share * (size - 2 * edge));
  };
  return {
    x: place(Math.cos, NETWORK_WIDTH, NETWORK_NODE + 28),
    y: place(Math.sin, NETWORK_HEIGHT, NETWORK_NODE + 10),
  };
}

// Tenths of a pixel, so that a picture does not depend on the last bits of a sine.
const rounded = (value: number): number => Math.round(value * 10) / 10;

export interface LinkPlace {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
}

/** Keys of the links that a drawn path crosses. */
export function crossedLinks(links: readonly LinkPlace[], path: readonly Point[]): readonly string[] {
  const strokes = path.slice(1).map((to, i) => ({ from: path[i] ?? to, to }));
  return links.filter((link) => strokes.some((stroke) => meets(stroke, link))).map(({ key }) => key);
}

/** The link at a point: the nearest one, if it is near at all. */
export function linkAt(links: readonly LinkPlace[], point: Point): string | null {
  const [nearest] = links
    .map((link) => ({ key: link.key, distance: distanceTo(link, point) }))
    .sort((a, b) => a.distance - b.distance);
  return nearest !== undefined && nearest.distance <= NEAR ? nearest.key : null;
}

/** The node at a point. */
export function nodeAt(nodes: readonly (Point & { readonly node: NodeId })[], point: Point): NodeId | null {
  const hit = nodes.find(({ x, y }) => Math.hypot(x - point.x, y - point.y) <= NETWORK_NODE);
  return hit?.node ?? null;
}

type Segment = Pick<LinkPlace, 'from' | 'to'>;

const side = ({ from, to }: Segment, point: Point): number =>
  Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x));

/** Whether two segments cross: the ends of each lie on different sides of the other. */
function meets(a: Segment, b: Segment): boolean {
  return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}

function distanceTo({ from, to }: Segment, point: Point): number {
  const way = { x: to.x - from.x, y: to.y - from.y };
  const length = way.x ** 2 + way.y ** 2;
  const along = length === 0 ? 0 : ((point.x - from.x) * way.x + (point.y - from.y) * way.y) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - t * way.x, point.y - from.y - t * way.y);
}
