// ALTER TABLE beyond adding and dropping: another type for a column, another name for a key column, another comment.

import { type FormEvent, useId, useState } from 'react';
import type { Statement } from '../../engine/index.ts';
import type { ColumnChip, TableKey } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { CqlEcho } from '../node/CqlEcho.tsx';
import { useSession } from '../sessionContext.ts';
import { Dialog } from '../shell/Dialog.tsx';

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
  },
  type: {
    title: 'change-type-of-name',
    field: dialogWords('new-type'),
    lead: dialogWords('what-is-stored-keeps-its'),
  },
  comment: {
    title: 'comment-on-name',
    field: dialogWords('comment'),
    lead: dialogWords('it-changes-no-column-and'),
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
  const session = useSession();
  const [text, setText] = useState(column === null ? '' : column.isKey ? column.name : column.type);
  const [problem, setProblem] = useState<string | null>(null);
  const ids = { field: useId(), problem: useId() };
  const change = changeOf(column, text.trim());
  const words = WORDS[change.kind === 'rename' || change.kind === 'type' ? change.kind : 'comment'];
  const draft = {
    kind: 'alter-table',
    node,
    keyspace: table.keyspace,
    table: table.table,
    changes: [change],
  } as const;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const result = session.act(draft);
    if (result.ok) {
      onClose();
    } else {
      setProblem(result.problem);
      session.dismissProblem();
    }
  };
  return (
    <Dialog
      title={dialogWords(words.title, { name: column?.name ?? table.table })}
      lead={dialogWords('on-node-node-lead', { node, lead: words.lead })}
      onClose={onClose}
    >
      <form className="form" onSubmit={submit}>
        <label className="field" htmlFor={ids.field}>
          <span>{words.field}</span>
          <input
            id={ids.field}
            className="input mono"
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={column === null ? 200 : 80}
            required={column !== null}
            aria-invalid={problem !== null}
            aria-describedby={ids.problem}
          />
        </label>
        <p id={ids.problem} className="refusal" role="alert">
          {problem}
        </p>
        <CqlEcho draft={draft} />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {dialogWords('cancel')}
          </button>
          <button type="submit" className="button strong">
            {column === null
              ? dialogWords('set-comment')
              : column.isKey
                ? dialogWords('rename')
                : dialogWords('change-type')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
