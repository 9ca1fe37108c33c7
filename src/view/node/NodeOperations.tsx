import type { Operation } from '../../engine/index.ts';
import type { NodeCard, TableKey } from '../../scene/scene.ts';
import { useSession } from '../sessionContext.ts';

interface Props {
  readonly card: NodeCard;
  readonly table: TableKey | null;
}

/** What an operator may do to one node. A refusal is told by the page itself. */
export function NodeOperations({ card, table }: Props) {
  const session = useSession();
  const { node } = card;
  const does = (operation: Operation) => () => {
    session.act(operation);
  };
  return (
    <fieldset className="operations" aria-label={`Operate ${node}`}>
      {card.up && table !== null && (
        <>
          <button
            type="button"
            className="button"
            onClick={does({ kind: 'flush', node, keyspace: table.keyspace, table: table.table })}
          >
            Flush memtable
          </button>
          <button
            type="button"
            className="button"
            onClick={does({ kind: 'compact', node, keyspace: table.keyspace, table: table.table })}
          >
            Compact sstables
          </button>
          <button
            type="button"
            className="button"
            onClick={does({ kind: 'evict', node, keyspace: table.keyspace, table: table.table })}
          >
            Evict cache
          </button>
        </>
      )}
      <button type="button" className="button" onClick={does({ kind: card.up ? 'crash' : 'restart', node })}>
        {card.up ? 'Crash' : 'Restart'}
      </button>
    </fieldset>
  );
}
