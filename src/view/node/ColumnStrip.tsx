// The columns of a table as one node has them: a chip a column, in the order of the ids, the id as a subscript. A chip
// selects its column in all views; one that the step dropped has fallen out of the strip, with the reason beside it.

import type { ColumnChip, NodeCard } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';
import { focusPartToolbar } from './focusPartToolbar.ts';
import { MoreChips } from './MoreChips.tsx';
import { type Roving, useRoving } from './useRoving.ts';

interface Props {
  readonly card: NodeCard;
  readonly table: string;
  /** It has no room for a statement beside the key. */
  readonly isNarrow: boolean;
  readonly onAdd: () => void;
  readonly onDrop: (column: string) => void;
}

export function ColumnStrip({ card, table, isNarrow, onAdd, onDrop }: Props) {
  const { node, strips } = card;
  const told = isNarrow ? null : card.told;
  const [first, ...others] = strips;
  const keys = card.columns.filter((column) => column.isKey);
  return (
    <>
      <div className="table-line">
        <h4 className={told === null ? 'caption' : 'hidden-text'}>{table}</h4>
        {told !== null && (
          <code className="told" title={`${told.table} ${told.change}`}>
            <span>{told.table}</span>
            <span>{` ${told.change}`}</span>
          </code>
        )}
        <Chips
          name={pageWords('key-of-table-on-node', { table, node })}
          columns={keys}
          node={node}
          onDrop={onDrop}
        />
      </div>
      {first !== undefined && <StripTitle title={first.title} identity={first.identity} />}
      <Strip
        name={pageWords('columns-of-table-on-node', { table, node })}
        columns={card.columns}
        node={node}
        onDrop={onDrop}
        onAdd={onAdd}
        isPressed={card.told?.adds === true}
      />
      {others.map((strip) => (
        <div key={strip.shard}>
          <StripTitle title={strip.title} identity={strip.identity} />
          <Strip
            name={pageWords('columns-of-shard-on-node', { table, node, shard: strip.title })}
            columns={strip.columns}
            node={`${node}/${strip.shard}`}
          />
        </div>
      ))}
    </>
  );
}

function StripTitle({ title, identity }: Pick<NodeCard['strips'][number], 'title' | 'identity'>) {
  return (
    <p className="caption strip-title">
      <VersionTile identity={identity} />
      {title}
      {identity !== null && <b>{identity.name}</b>}
    </p>
  );
}

/** Fewer columns than these are to stand in one line with what adds another. */
const IN_LINE = 4;
/** More columns than these do not all stand on a card at once. */
const MANY_COLUMNS = 12;

interface StripProps {
  readonly name: string;
  readonly columns: readonly ColumnChip[];
  readonly node: string;
  readonly onDrop?: ((column: string) => void) | undefined;
  readonly onAdd?: () => void;
  /** What adds a column has just done so. */
  readonly isPressed?: boolean;
}

function Strip({ name, columns, node, onDrop, onAdd, isPressed = false }: StripProps) {
  const present = columns.filter((column) => !column.isKey && column.change !== 'leaving');
  const leaving = columns.filter((column) => column.change === 'leaving');
  const isMany = present.length > MANY_COLUMNS;
  return (
    <>
      <div
        className="strip"
        data-many={isMany || undefined}
        data-moves={
          (onAdd && present.length < IN_LINE && present.some(({ change }) => change === 'moved')) || undefined
        }
      >
        <Chips name={name} columns={present} node={node} onDrop={onDrop} />
        {isMany && <MoreChips columns={columns} />}
        {onAdd !== undefined && (
          <button
            type="button"
            className="chip add"
            data-pressed={isPressed || undefined}
            data-move={`${node} +`}
            aria-label={pageWords('add-column-on-node', { node })}
            onClick={onAdd}
          >
            <Icon name="plus" />
          </button>
        )}
      </div>
      {leaving.length > 0 && (
        <ul className="fallen-columns" aria-label={pageWords('dropped-in-this-step-on', { node })}>
          {leaving.map((column) => (
            <li key={column.key}>
              <span className="chip" data-change="leaving" data-move={`${node} ${column.key}`}>
                <s>{column.name}</s>
                <sub className="mono">{column.id}</sub>
              </span>
              <span className="reason">{column.reason}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type ChipsProps = Pick<StripProps, 'name' | 'columns' | 'node' | 'onDrop'>;

function Chips({ name, columns, node, onDrop }: ChipsProps) {
  const roving = useRoving(columns.map((column) => column.key));
  return (
    <ul aria-label={name} className="chips" onKeyDown={roving.onKeyDown}>
      {columns.map((column) => (
        <Chip key={column.key} column={column} node={node} onDrop={onDrop} roving={roving} />
      ))}
    </ul>
  );
}

interface ChipProps {
  readonly column: ColumnChip;
  readonly node: string;
  readonly onDrop: ((column: string) => void) | undefined;
  readonly roving: Roving;
}

function Chip({ column, node, onDrop, roving }: ChipProps) {
  const session = useSession();
  const droppable = !column.isKey && onDrop !== undefined;
  const stop = roving.stop(column.key);
  // Asked for when it is pressed: a page has many chips, and a far jump in time changes most of them.
  const isActing = (): boolean => {
    const { selection } = session.store.getState();
    return (
      selection?.kind === 'column' && selection.column === column.name && (selection.node ?? node) === node
    );
  };
  return (
    <li
      className={column.isKey ? 'chip key' : 'chip'}
      data-kind={column.kind}
      data-change={column.change === 'none' ? undefined : column.change}
      data-selected={column.selected || undefined}
      data-move={`${node} ${column.key}`}
      aria-label={column.label}
    >
      {/* Not every reader looks at the name of a list item: its words are also the description of the button. */}
      <button
        type="button"
        className="pick"
        aria-label={pageWords('select-column-name-on-node', { name: column.name, node })}
        aria-pressed={column.selected}
        title={column.label}
        onClick={() => session.select(isActing() ? null : { kind: 'column', column: column.name, node })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && isActing() && focusPartToolbar()) {
            event.preventDefault();
          } else if (droppable && (event.key === 'Delete' || event.key === 'Backspace')) {
            event.preventDefault();
            onDrop(column.name);
          }
        }}
        {...stop}
      >
        <span className="name">
          {column.kind === 'partition_key' && <Icon name="key" />}
          {column.kind === 'clustering_key' && <Icon name="order" />}
          {column.name}
        </span>
        {!column.isKey && (
          <sub className="mono">
            {column.change === 'moved' && column.idBefore !== null && (
              <span className="id-before">{`${column.idBefore}→`}</span>
            )}
            {column.id}
          </sub>
        )}
        {column.kind === 'static' && <span className="kind">{pageWords('static')}</span>}
      </button>
      {droppable && (
        <button
          type="button"
          className="drop"
          tabIndex={stop.tabIndex}
          aria-label={pageWords('drop-column-name-on-node', { name: column.name, node })}
          onClick={() => onDrop(column.name)}
        />
      )}
    </li>
  );
}
