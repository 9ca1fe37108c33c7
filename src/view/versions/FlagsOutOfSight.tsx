import type { PlacedNode } from '../../scene/versions/dagPicture.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { Icon } from '../marks/Icon.tsx';

interface Props {
  readonly nodes: readonly PlacedNode[];
  readonly top: number;
  readonly height: number;
  readonly onGo: (version: string) => void;
}

/** Versions at which somebody stands and that are scrolled away: the nearest above and the nearest below. */
export function FlagsOutOfSight({ nodes, top, height, onGo }: Props) {
  const flagged = nodes.filter(({ node }) => node.flags.length > 0);
  const above = flagged.filter(({ y }) => y < top).at(-1);
  const below = flagged.find(({ y }) => y > top + height);
  return (
    <>
      {above !== undefined && <Way placed={above} side="up" onGo={onGo} />}
      {below !== undefined && <Way placed={below} side="down" onGo={onGo} />}
    </>
  );
}

interface WayProps {
  readonly placed: PlacedNode;
  readonly side: 'up' | 'down';
  readonly onGo: (version: string) => void;
}

function Way({ placed, side, onGo }: WayProps) {
  const { identity, flags, label } = placed.node;
  return (
    <button
      type="button"
      className="dag-way"
      data-side={side}
      aria-label={label}
      onClick={() => onGo(identity.version)}
    >
      <Icon name="arrow" />
      <VersionTile identity={identity} />
      <b>{identity.name}</b>
      {flags.slice(0, 4).map((flag) => (
        <span key={flag.key} className="flag" aria-hidden="true">
          {flag.node}
        </span>
      ))}
    </button>
  );
}
