// What may be done to the columns of a table on one node, each as a button: the chips on the card have room only for a few.

import { useState } from 'react';
import type { ColumnChip, NodeCard, TableKey } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { DropColumnDialog } from '../node/DropColumnDialog.tsx';
import { ChangeTableDialog } from './ChangeTableDialog.tsx';

type Open =
  | { readonly kind: 'change' | 'drop'; readonly column: ColumnChip }
  | { readonly kind: 'comment' }
  | null;

interface Props {
  readonly card: NodeCard;
  readonly table: TableKey;
}

export function ColumnActions({ card, table }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const { node } = card;
  const close = (): void => setOpen(null);
  return (
    <>
      <ul
        className="column-actions"
        aria-label={dialogWords('columns-of-table-on-node', { table: table.table, node })}
      >
        {card.columns
          .filter(({ change }) => change !== 'leaving')
          .map((column) => (
            <li key={column.key}>
              <span>
                <b>{column.name}</b> <span className="mono">{column.type}</span>
              </span>
              <span className="row-buttons">
                <button
                  type="button"
                  className="button"
                  aria-label={dialogWords('change-column', {
                    isKey: String(column.isKey),
                    name: column.name,
                    node,
                  })}
                  onClick={() => setOpen({ kind: 'change', column })}
                >
                  {column.isKey ? dialogWords('rename') : dialogWords('change-type')}
                </button>
                {!column.isKey && (
                  <button
                    type="button"
                    className="button"
                    aria-label={dialogWords('drop-name-on-node', { name: column.name, node })}
                    onClick={() => setOpen({ kind: 'drop', column })}
                  >
                    {dialogWords('drop')}
                  </button>
                )}
              </span>
            </li>
          ))}
      </ul>
      <button type="button" className="button" onClick={() => setOpen({ kind: 'comment' })}>
        {dialogWords('set-comment-of-table', { table: table.table })}
      </button>
      {open?.kind === 'drop' && (
        <DropColumnDialog node={node} table={table} column={open.column.name} onClose={close} />
      )}
      {open?.kind === 'change' && (
        <ChangeTableDialog node={node} table={table} column={open.column} onClose={close} />
      )}
      {open?.kind === 'comment' && (
        <ChangeTableDialog node={node} table={table} column={null} onClose={close} />
      )}
    </>
  );
}
