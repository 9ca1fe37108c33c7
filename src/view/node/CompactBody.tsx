// A card among many: what it has is counted, and shown behind "More".

import type { NodeCard } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';
import { UpgradeBar } from './CardEntries.tsx';

interface Props {
  readonly card: NodeCard;
  /** Whole words have no room. */
  readonly isTight: boolean;
  readonly onAdd: () => void;
  readonly onCql: () => void;
  readonly onMore: () => void;
  readonly onWrite: () => void;
  readonly onRead: () => void;
  readonly hasTable: boolean;
}

export function CompactBody({ card, isTight, onAdd, onCql, onMore, onWrite, onRead, hasTable }: Props) {
  const session = useSession();
  const { counts, changed, node } = card;
  return (
    <>
      <div className="card-body">
        <ul className="counts" aria-label={pageWords('what-node-has', { node })}>
          <li data-changed={changed.columns || undefined} title={namesOf(card)}>
            {isTight ? counts.columnsShort : counts.columns}
          </li>
          <li data-changed={changed.entries || undefined}>{counts.entries}</li>
          {counts.lost !== '' && <li data-changed>{counts.lost}</li>}
        </ul>
        <UpgradeBar card={card} />
        <p className="hidden-text">{card.upgraded.sentence}</p>
      </div>
      <footer className="card-foot">
        {!card.up && (
          <IconButton
            name={pageWords('restart-node', { node })}
            icon="restart"
            onClick={() => session.act({ kind: 'restart', node })}
          />
        )}
        {hasTable && (
          <>
            <IconButton name={pageWords('add-column-on-node', { node })} icon="plus" onClick={onAdd} />
            <IconButton name={pageWords('write-on-node', { node })} icon="pen" onClick={onWrite} />
            <IconButton name={pageWords('read-on-node', { node })} icon="lens" onClick={onRead} />
          </>
        )}
        <IconButton name={pageWords('cql-console-on-node', { node })} icon="prompt" onClick={onCql} />
        <IconButton name={pageWords('more-about-node', { node })} icon="more" onClick={onMore} />
      </footer>
    </>
  );
}

const namesOf = (card: NodeCard): string => card.columns.map((column) => column.name).join(', ');

interface IconButtonProps {
  readonly name: string;
  readonly icon: 'plus' | 'pen' | 'lens' | 'prompt' | 'more' | 'restart';
  readonly onClick: () => void;
}

function IconButton({ name, icon, onClick }: IconButtonProps) {
  return (
    <button type="button" className="button square" aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
