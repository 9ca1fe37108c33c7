// Where a node is in the network: its data centre, where there are several, and whom it cannot reach.

import type { NodeId } from '../../engine/index.ts';
import { linkOf } from '../../engine/index.ts';
import type { Moment } from '../run/moment.ts';
import type { NodeCard } from '../shape/sceneCard.ts';
import { enumerated, label, listed } from '../words/say.ts';

/** More names than these are counted. */
const NAMES_MAX = 3;

/** '' where all nodes that are shown are in one. */
export function centreOf({ state, nodes }: Moment, id: NodeId): string {
  const { dataCentres } = state.core.config;
  const own = dataCentres[id] ?? '';
  return nodes.some((node) => (dataCentres[node] ?? own) !== own) ? own : '';
}

/** Its neighbours over links that are cut; null when every link works. */
export function cutOffOf({ state, nodes }: Moment, id: NodeId): NodeCard['cutOff'] {
  const { cuts } = state.core;
  const others = cuts.length === 0 ? [] : nodes.filter((node) => cuts.includes(linkOf(id, node)));
  if (others.length === 0) {
    return null;
  }
  const count = String(others.length);
  return {
    nodes: others,
    text: others.length > NAMES_MAX ? count : enumerated(others),
    short: others.length > 1 ? count : enumerated(others),
    sentence: label('card-cut-off', { nodes: listed(others) }),
  };
}

/** What a card says of its node, with where it is. */
export function describedAt(moment: Moment, id: NodeId, description: string): string {
  const centre = centreOf(moment, id);
  const cutOff = cutOffOf(moment, id);
  const placed = centre === '' ? description : label('card-in-centre', { description, centre });
  return cutOff === null ? placed : label('card-lacks-link', { placed, nodes: listed(cutOff.nodes) });
}
