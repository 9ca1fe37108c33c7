import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react';
import type { DagFlag } from '../../scene/shape/scene.ts';
import type { PlacedNode } from '../../scene/versions/dagPicture.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { useBroken } from '../verdict/brokenContext.ts';

interface Props {
  readonly placed: PlacedNode;
  readonly isTabStop: boolean;
  /** Place among all versions, from 1, and how many there are: not all of them are in the document. */
  readonly position: number;
  readonly count: number;
  readonly onPress: (event: MouseEvent) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** One version: its tile, its name, and the flags of those who stand at it. */
export function DagTile({ placed, isTabStop, position, count, onPress, onKey }: Props) {
  const { node, x, y, named, hex, flags, more } = placed;
  const sizes = {
    '--tile': `${placed.tile}px`,
    '--flag': `${placed.flag}px`,
    '--flag-pitch': `${placed.flagPitch}px`,
  } as CSSProperties;
  const { identity } = node;
  const broken = useBroken('versions');
  return (
    <li
      className="dag-node"
      style={{ left: x, top: y, ...sizes }}
      aria-posinset={position}
      aria-setsize={count}
      data-ghost={node.ghost || undefined}
    >
      <button
        type="button"
        className="version-name"
        data-version={identity.version}
        aria-label={node.label}
        aria-pressed={node.picked || node.selected}
        data-selected={node.selected || undefined}
        data-changed={node.changed || undefined}
        data-broken={broken(identity.version)}
        tabIndex={isTabStop ? 0 : -1}
        onClick={onPress}
        onKeyDown={onKey}
      >
        <VersionTile identity={identity} />
        {named && <b>{identity.name}</b>}
        {hex && <span className="hex">{identity.hex}</span>}
      </button>
      {flags.length + more > 0 && (
        <span className="flags" aria-hidden="true">
          {flags.map((flag) => (
            <Flag key={flag.key} flag={flag} />
          ))}
          {more > 0 && <span className="flag more">{`+${more}`}</span>}
        </span>
      )}
    </li>
  );
}

function Flag({ flag }: { readonly flag: DagFlag }) {
  return (
    <span className="flag" data-move={`flag ${flag.key}`} data-down={!flag.up || undefined}>
      {flag.node}
      {flag.shard !== null && `·${flag.shard}`}
    </span>
  );
}
