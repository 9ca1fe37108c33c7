// The columns of a table as one node has them: a chip a column, in the order of the ids, the id as a subscript.

import type { ColumnChip, NodeCard } from '../../scene/scene.ts';
import { Icon } from '../marks/Icon.tsx';

interface Props {
  readonly card: NodeCard;
  readonly table: string;
  readonly onAdd: () => void;
  readonly onDrop: (column: string) => void;
}

export function ColumnStrip({ card, table, onAdd, onDrop }: Props) {
  const keys = card.columns.filter((column) => column.isKey);
  const others = card.columns.filter((column) => !column.isKey);
  return (
    <>
      <div className="table-line">
        <h4 className="caption">{table}</h4>
        <ul aria-label={`Key of ${table} on ${card.node}`} className="chips">
          {keys.map((column) => (
            <Chip key={column.key} column={column} node={card.node} onDrop={onDrop} />
          ))}
        </ul>
      </div>
      <div className="strip">
        <ul aria-label={`Columns of ${table} on ${card.node}`} className="chips">
          {others.map((column) => (
            <Chip key={column.key} column={column} node={card.node} onDrop={onDrop} />
          ))}
        </ul>
        <button
          type="button"
          className="chip add"
          data-move={`${card.node} +`}
          aria-label={`Add column on ${card.node}`}
          onClick={onAdd}
        >
          <Icon name="plus" />
        </button>
      </div>
    </>
  );
}

function Chip({
  column,
  node,
  onDrop,
}: {
  readonly column: ColumnChip;
  readonly node: string;
  readonly onDrop: (column: string) => void;
}) {
  const droppable = !column.isKey && column.change !== 'leaving';
  return (
    <li
      className={column.isKey ? 'chip key' : 'chip'}
      data-kind={column.kind}
      data-change={column.change === 'none' ? undefined : column.change}
      data-selected={column.selected || undefined}
      data-move={`${node} ${column.key}`}
      aria-label={column.label}
      title={column.reason === '' ? column.label : column.reason}
    >
      {/* The name of the item again as its text: not every reader looks at the name of a list item. */}
      <span className="hidden-text">{column.label}</span>
      <span className="name" aria-hidden="true">
        {column.isKey && <Icon name="key" />}
        {column.name}
      </span>
      {!column.isKey && (
        <sub className="mono" aria-hidden="true">
          {column.id}
        </sub>
      )}
      {droppable && (
        <button
          type="button"
          className="drop"
          aria-label={`Drop column ${column.name} on ${node}`}
          onClick={() => onDrop(column.name)}
        >
          <Icon name="cross" />
        </button>
      )}
    </li>
  );
}
