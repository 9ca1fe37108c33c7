// The diagram of versions, kept from a step to another: most steps leave it alone, and making it costs as much as a card.

import type { Timeline } from '../../engine/index.ts';
import type { Identities } from '../run/identity.ts';
import { type Moment, nodesOf, standingOn } from '../run/moment.ts';
import type { VersionDag } from '../shape/scene.ts';
import { freshDag, type ShownPair } from './dag.ts';
import { orderOf } from './dagOrder.ts';
import { countUntil } from './dagPlaces.ts';
import { baseCountBy } from './versionDifference.ts';

interface Kept {
  readonly identities: Identities;
  readonly decisive: string;
  readonly dag: VersionDag;
}

const kept = new WeakMap<Timeline, Kept>();

/** All that the diagram depends on beside the run and the names. Null with a node selected: its whole registry would be in it. */
function decisiveAt(moment: Moment, pair: ShownPair | null): string | null {
  const { seen, tableId, step, timeline, options } = moment;
  const { selection } = options;
  if (selection?.kind === 'node') {
    return null;
  }
  const { versions } = orderOf(seen, tableId);
  const flags = nodesOf(moment).map((node) => [
    node.id,
    node.up,
    node.shards.map((_shard, shard) => standingOn(moment, node, shard)),
  ]);
  return JSON.stringify([
    tableId,
    countUntil(versions, step),
    step === 0 ? null : countUntil(versions, step - 1),
    baseCountBy(timeline, step),
    pair,
    selection?.kind === 'version' ? selection.version : null,
    flags,
  ]);
}

/** The DAG at a moment: the same object while nothing of it changes. */
export function projectDag(moment: Moment, pair: ShownPair | null): VersionDag {
  const { timeline, identities } = moment;
  const decisive = decisiveAt(moment, pair);
  const known = kept.get(timeline);
  if (decisive !== null && known?.decisive === decisive && known.identities === identities) {
    return known.dag;
  }
  const dag = freshDag(moment, pair);
  if (decisive !== null) {
    kept.set(timeline, { identities, decisive, dag });
  }
  return dag;
}
