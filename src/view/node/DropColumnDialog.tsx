import type { StatementDraft } from '../../engine/index.ts';
import type { TableKey } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { StatementDialog } from './StatementDialog.tsx';

export interface DropColumnProps {
  readonly node: string;
  readonly table: TableKey;
  readonly column: string;
  readonly onClose: () => void;
}

/** The second click of a drop: it says what will be lost before it happens. */
export function DropColumnDialog({ node, table, column, onClose }: DropColumnProps) {
  const draft: StatementDraft = {
    kind: 'alter-table',
    node,
    keyspace: table.keyspace,
    table: table.table,
    changes: [{ kind: 'drop', name: column }],
  };
  return (
    <StatementDialog
      title={dialogWords('drop-column', { column })}
      lead={dialogWords('from-table-on-node-node', { table: table.table, node })}
      draft={draft}
      submit={dialogWords('drop-column-now')}
      onClose={onClose}
    />
  );
}
