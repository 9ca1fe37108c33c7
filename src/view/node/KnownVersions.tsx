// What a node keeps beside the version that it stands at, and what it waits for: a lesson that speaks of what a node knows
// shows it on the card. All of it, with the registry of each shard, is behind "More".

import type { NodeCard, RegistryRow } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { VersionName } from '../marks/Glyph.tsx';
import { knownLines } from './knownLines.ts';

export interface KnownProps {
  readonly card: NodeCard;
  readonly isWide: boolean;
}

export function KnownVersions({ card, isWide }: KnownProps) {
  const lines = knownLines(card, isWide);
  return lines.length === 0 ? null : (
    <ul className="known" aria-label={dialogWords('known-on-node', { node: card.node })}>
      {lines.map((line) =>
        line.kind === 'version' ? (
          <Known key={line.row.key} row={line.row} isSharded={card.shards.length > 1} />
        ) : (
          <li key={`pull ${line.row.key}`}>{dialogWords('pull-waits', { peer: line.row.peer })}</li>
        ),
      )}
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
