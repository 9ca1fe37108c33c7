import { useState } from 'react';
import { dialogWords } from '../../scene/dialogWords.ts';
import type { TableKey } from '../../scene/scene.ts';
import { useSession } from '../sessionContext.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { dropColumnCql } from './cqlEcho.ts';

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
  const drop = (): void => {
    const changes = [{ kind: 'drop', name: column }] as const;
    const result = session.act({
      kind: 'alter-table',
      node,
      keyspace: table.keyspace,
      table: table.table,
      changes,
    });
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
      <code className="cql">{dropColumnCql(table.table, column)}</code>
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
