// What a node keeps beside the version that it stands at, and what it waits for: a lesson that speaks of what a node knows
// shows it on the card. All of it, with the registry of each shard, is behind "More".

import { dialogWords } from '../../scene/dialogWords.ts';
import type { NodeCard, RegistryRow } from '../../scene/scene.ts';
import { VersionName } from '../marks/Glyph.tsx';

/** Lines that a card has room for. */
const LINES_MAX = 3;

export function KnownVersions({ card }: { readonly card: NodeCard }) {
  const known = card.registry.filter((row) => !row.current);
  const timers = card.gossip.filter((row) => row.pullScheduled);
  if (known.length + timers.length === 0) {
    return null;
  }
  return (
    <ul className="known" aria-label={dialogWords('known-on-node', { node: card.node })}>
      {known.slice(0, LINES_MAX).map((row) => (
        <Known key={row.key} row={row} isSharded={card.shards.length > 1} />
      ))}
      {timers.slice(0, LINES_MAX).map(({ key, peer }) => (
        <li key={`pull ${key}`}>{dialogWords('pull-waits', { peer })}</li>
      ))}
    </ul>
  );
}

function Known({ row, isSharded }: { readonly row: RegistryRow; readonly isSharded: boolean }) {
  const { identity, load, sync, holders, shard } = row;
  return (
    <li data-changed={row.changed || undefined} title={row.sentence}>
      {isSharded && <span>{dialogWords('on-shard', { shard })}</span>}
      <VersionName identity={identity} />
      {/* What has not been shown to it yet cannot be merged. */}
      {(load === 'LOADING' ? [load] : [load, sync]).map((state) => (
        <span key={state} className="state-pill" data-state={state}>
          {state.replace('_', ' ')}
        </span>
      ))}
      {sync === 'SYNCED' && holders.length > 0 && (
        <span className="caption">{dialogWords('kept-for', { holders: holders.join(', ') })}</span>
      )}
    </li>
  );
}
