import { useId, useState } from 'react';
import type { StatementDraft } from '../../engine/index.ts';
import type { NodeCard, TableKey } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { StatementDialog } from './StatementDialog.tsx';

const TYPES = [
  'text',
  'int',
  'bigint',
  'boolean',
  'double',
  'uuid',
  'timestamp',
  'blob',
  'set<text>',
  'list<int>',
  'map<text, int>',
];

export interface AddColumnProps {
  readonly card: NodeCard;
  readonly table: TableKey;
  readonly onClose: () => void;
}

/** Name and type, then Enter: one ALTER TABLE … ADD on this node. A refusal stays in the dialog, with its reason. */
export function AddColumnDialog({ card, table, onClose }: AddColumnProps) {
  const [name, setName] = useState('');
  const [type, setType] = useState('text');
  const [isStatic, setStatic] = useState(false);
  const ids = { name: useId(), type: useId() };
  const hasClustering = card.columns.some((column) => column.kind === 'clustering_key');
  const draft: StatementDraft = {
    kind: 'alter-table',
    node: card.node,
    keyspace: table.keyspace,
    table: table.table,
    changes: [{ kind: 'add', name: name.trim(), type, ...(isStatic ? { isStatic } : {}) }],
  };
  return (
    <StatementDialog
      title={dialogWords('add-column')}
      lead={dialogWords('to-table-on-node-node', { table: table.table, node: card.node })}
      draft={draft}
      submit={dialogWords('add-column')}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <div className="fields">
            <label className="field grow" htmlFor={ids.name}>
              <span>{dialogWords('name')}</span>
              <input
                id={ids.name}
                className="input mono"
                value={name}
                onChange={(event) => setName(event.target.value)}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={48}
                required
                {...refused}
              />
            </label>
            <label className="field" htmlFor={ids.type}>
              <span>{dialogWords('type')}</span>
              <select
                id={ids.type}
                className="input mono"
                value={type}
                onChange={(event) => setType(event.target.value)}
              >
                {TYPES.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </label>
          </div>
          {hasClustering && (
            <label className="check">
              <input
                type="checkbox"
                checked={isStatic}
                onChange={(event) => setStatic(event.target.checked)}
              />
              {dialogWords('static-one-value-for-the')}
            </label>
          )}
        </>
      )}
    </StatementDialog>
  );
}
