// ALTER TABLE beyond adding and dropping: another type for a column, another name for a key column, another comment.

import { useId, useState } from 'react';
import type { Statement } from '../../engine/index.ts';
import type { ColumnChip, TableKey } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { StatementDialog } from '../node/StatementDialog.tsx';

type Change = Extract<Statement, { readonly kind: 'alter-table' }>['changes'][number];

export interface ChangeTableProps {
  readonly node: string;
  readonly table: TableKey;
  /** Null changes the table's comment. */
  readonly column: ColumnChip | null;
  readonly onClose: () => void;
}

const WORDS = {
  rename: {
    title: 'rename-name',
    field: dialogWords('new-name'),
    lead: dialogWords('only-columns-of-the-key'),
    submit: dialogWords('rename'),
  },
  type: {
    title: 'change-type-of-name',
    field: dialogWords('new-type'),
    lead: dialogWords('what-is-stored-keeps-its'),
    submit: dialogWords('change-type'),
  },
  comment: {
    title: 'comment-on-name',
    field: dialogWords('comment'),
    lead: dialogWords('it-changes-no-column-and'),
    submit: dialogWords('set-comment'),
  },
} as const;

function changeOf(column: ColumnChip | null, text: string): Change {
  if (column === null) {
    return { kind: 'comment', comment: text };
  }
  return column.isKey
    ? { kind: 'rename', from: column.name, to: text }
    : { kind: 'type', name: column.name, type: text };
}

export function ChangeTableDialog({ node, table, column, onClose }: ChangeTableProps) {
  const [text, setText] = useState(column === null ? '' : column.isKey ? column.name : column.type);
  const id = useId();
  const change = changeOf(column, text.trim());
  const words = WORDS[change.kind === 'rename' || change.kind === 'type' ? change.kind : 'comment'];
  const draft = {
    kind: 'alter-table',
    node,
    keyspace: table.keyspace,
    table: table.table,
    changes: [change],
  } as const;
  return (
    <StatementDialog
      title={dialogWords(words.title, { name: column?.name ?? table.table })}
      lead={dialogWords('on-node-node-lead', { node, lead: words.lead })}
      draft={draft}
      submit={words.submit}
      onClose={onClose}
    >
      {(refused) => (
        <label className="field" htmlFor={id}>
          <span>{words.field}</span>
          <input
            id={id}
            className="input mono"
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={column === null ? 200 : 80}
            required={column !== null}
            {...refused}
          />
        </label>
      )}
    </StatementDialog>
  );
}
