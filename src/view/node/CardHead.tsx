// The head of a card: whose it is, at which version, on which shards, and its clock when that is off.

import type { NodeCard } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { VersionName, VersionTile } from '../marks/Glyph.tsx';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';
import { useBroken } from '../verdict/brokenContext.ts';
import { NodePlace } from './NodePlace.tsx';
import { useRoving } from './useRoving.ts';

interface Props {
  readonly card: NodeCard;
  /** Id of the heading. */
  readonly heading: string;
}

export function CardHead({ card, heading }: Props) {
  const session = useSession();
  const { identity, node } = card;
  const roving = useRoving(identity === null ? ['node'] : ['node', 'version']);
  const broken = useBroken('nodes');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it moves the focus between the buttons in it
    <header
      className="card-head"
      data-hue={identity?.hue}
      data-changed={card.changed.version || undefined}
      onKeyDown={roving.onKeyDown}
    >
      <h3 id={heading}>
        <button
          type="button"
          className="head-pick"
          aria-pressed={card.selected}
          onClick={() => session.select(card.selected ? null : { kind: 'node', node })}
          {...roving.stop('node')}
        >
          {card.compact ? <span className="wide-only">{pageWords('node')}</span> : pageWords('node')}
          {node}
        </button>
      </h3>
      <NodePlace card={card} isShort={card.compact} />
      {broken(node) && (
        <span className="broken-word">
          <Icon name="octagon" />
          {pageWords('broken')}
        </span>
      )}
      <dl>
        <dt className="hidden-text">{pageWords('state')}</dt>
        <dd className="hidden-text">{card.description}</dd>
        <dd>
          <Version card={card} stop={roving.stop('version')} />
        </dd>
      </dl>
      {card.mixed && (
        <ul className="shards" aria-label={pageWords('shards-of-node', { node })}>
          {card.shards.map((shard) => (
            <li key={shard.shard}>
              <span className="mono">{shard.shard}</span>
              <VersionTile identity={shard.identity} />
              <span className="hidden-text">{shard.identity?.name ?? pageWords('no-table')}</span>
            </li>
          ))}
        </ul>
      )}
      {card.standing !== null && (
        <p className="standing caption" title={card.standing.sentence}>
          <b>{card.standing.word}</b>
          <span className="hidden-text">{card.standing.sentence}</span>
        </p>
      )}
      {card.clockOff && <p className="clock caption">{pageWords('clock-clock', { clock: card.clock })}</p>}
    </header>
  );
}

interface VersionProps {
  readonly card: NodeCard;
  readonly stop: ReturnType<ReturnType<typeof useRoving>['stop']>;
}

function Version({ card, stop }: VersionProps) {
  const session = useSession();
  const { identity } = card;
  if (!card.up) {
    return <span aria-hidden="true">{pageWords('down')}</span>;
  }
  if (identity === null) {
    return (
      <span className="version-name" aria-hidden="true">
        <VersionTile identity={card.drop} />
        <span className="hex">{card.absent}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className="head-pick"
      aria-label={pageWords('version-name-of-node', { name: identity.name, node: card.node })}
      onClick={() => session.select({ kind: 'version', version: identity.version })}
      {...stop}
    >
      <VersionName identity={identity} />
    </button>
  );
}
