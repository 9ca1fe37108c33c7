// Everything that is really in a node, folded by kind: what it knows (registry, gossip), what it does (merges, waits),
// what it stores (memtable, cache, sstables) and the rows of its system tables, of which the schema is made.

import type { ReactNode } from 'react';
import type { Operation } from '../../engine/index.ts';
import type { NodeCard, TableKey } from '../../scene/scene.ts';
import { VersionName } from '../marks/Glyph.tsx';
import { useSession } from '../sessionContext.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { EntryTable } from './EntryTable.tsx';

export interface MoreProps {
  readonly card: NodeCard;
  readonly table: TableKey | null;
  readonly onClose: () => void;
}

export function MoreDialog({ card, table, onClose }: MoreProps) {
  const busy = [...card.merges, ...card.waits];
  return (
    <Dialog
      wide
      title={card.label}
      lead={
        <>
          {card.description}. Its clock says {card.clock}; its digest is{' '}
          <span className="mono">{card.digest}</span>.
        </>
      }
      onClose={onClose}
    >
      <Operations card={card} table={table} onDone={onClose} />
      <div className="folds">
        <Fold title="Under way" count={busy.length} open={busy.length > 0} empty="Nothing waits here.">
          {busy.map((row) => (
            <li key={row.key}>{row.sentence}</li>
          ))}
        </Fold>
        <Fold title="Schema registry" count={card.registry.length} open empty="It knows no version.">
          {card.registry.map((row) => (
            <li key={row.key} className="registry-row" data-changed={row.changed || undefined}>
              <VersionName identity={row.identity} />
              <span>{row.sentence}</span>
            </li>
          ))}
        </Fold>
        <Fold title="What gossip told" count={card.gossip.length} empty="It has no peers.">
          {card.gossip.map((row) => (
            <li key={row.key}>{row.sentence}</li>
          ))}
        </Fold>
        {card.sources.map((source) => (
          <Fold key={source.key} title={source.title} count={source.entries.length} empty="It is empty.">
            {source.entries.map((entry) => (
              <li key={entry.key}>
                <EntryTable entry={entry} />
              </li>
            ))}
          </Fold>
        ))}
        <SystemRows card={card} />
      </div>
    </Dialog>
  );
}

interface OperationsProps {
  readonly card: NodeCard;
  readonly table: TableKey | null;
  readonly onDone: () => void;
}

/** What an operator may do to one node. A refusal is told by the page itself, once this has closed. */
function Operations({ card, table, onDone }: OperationsProps) {
  const session = useSession();
  const { node } = card;
  const done = (operation: Operation) => () => {
    session.act(operation);
    onDone();
  };
  return (
    <fieldset className="operations" aria-label={`Operate ${node}`}>
      {card.up && table !== null && (
        <>
          <button
            type="button"
            className="button"
            onClick={done({ kind: 'flush', node, keyspace: table.keyspace, table: table.table })}
          >
            Flush memtable
          </button>
          <button
            type="button"
            className="button"
            onClick={done({ kind: 'compact', node, keyspace: table.keyspace, table: table.table })}
          >
            Compact sstables
          </button>
          <button
            type="button"
            className="button"
            onClick={done({ kind: 'evict', node, keyspace: table.keyspace, table: table.table })}
          >
            Evict cache
          </button>
        </>
      )}
      <button type="button" className="button" onClick={done({ kind: card.up ? 'crash' : 'restart', node })}>
        {card.up ? 'Crash' : 'Restart'}
      </button>
    </fieldset>
  );
}

interface FoldProps {
  readonly title: string;
  readonly count: number;
  readonly open?: boolean;
  readonly empty: string;
  readonly children: ReactNode;
}

function Fold({ title, count, open, empty, children }: FoldProps) {
  return (
    <details className="fold" open={open}>
      <summary>
        {title} <span className="count">{count}</span>
      </summary>
      {count === 0 ? <p className="note">{empty}</p> : <ul>{children}</ul>}
    </details>
  );
}

function SystemRows({ card }: { readonly card: NodeCard }) {
  return (
    <Fold title="Rows of the system tables" count={card.systemRows.length} empty="They have no rows.">
      {card.systemRows.map((row) => (
        <li key={row.key} className="system-row" data-changed={row.changed || undefined}>
          <p>
            <span className="caption">{row.systemTable}</span> <b>{row.row}</b>
            {row.tombstone !== null && <span className="note"> deleted @{row.tombstone}</span>}
          </p>
          <ul className="cells mono">
            {row.cells.map((cell) => (
              <li key={cell.name} data-dead={cell.dead || undefined}>
                {cell.name} = {cell.dead ? '×' : cell.text} <span className="caption">@{cell.ts}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </Fold>
  );
}
