import { useState } from 'react';
import type { StatementDraft } from '../../engine/index.ts';
import type { TableKey } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { useSession } from '../sessionContext.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { CqlEcho } from './CqlEcho.tsx';

export interface DropColumnProps {
  readonly node: string;
  readonly table: TableKey;
  readonly column: string;
  readonly onClose: () => void;
}

/** The second click of a drop: it says what will be lost before it happens. */
export function DropColumnDialog({ node, table, column, onClose }: DropColumnProps) {
  const session = useSession();
  const [problem, setProblem] = useState<string | null>(null);
  const draft: StatementDraft = {
    kind: 'alter-table',
    node,
    keyspace: table.keyspace,
    table: table.table,
    changes: [{ kind: 'drop', name: column }],
  };
  const drop = (): void => {
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
      title={dialogWords('drop-column', { column })}
      lead={dialogWords('from-table-on-node-node', { table: table.table, node })}
      onClose={onClose}
    >
      <p className="refusal" role="alert">
        {problem}
      </p>
      <CqlEcho draft={draft} />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {dialogWords('cancel')}
        </button>
        <button type="button" className="button strong" onClick={drop}>
          {dialogWords('drop-column-now')}
        </button>
      </div>
    </Dialog>
  );
}
