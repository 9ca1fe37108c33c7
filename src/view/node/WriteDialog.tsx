import { useId, useState } from 'react';
import type { Consistency, Literal, StatementDraft } from '../../engine/index.ts';
import type { ColumnChip, NodeCard, TableKey } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { ConsistencyField } from './DataOptions.tsx';
import { entryOf, exampleOf, isCollection, literalOf, rowsOf, sampleOf } from './fieldValues.ts';
import { StatementDialog } from './StatementDialog.tsx';

export interface WriteProps {
  readonly card: NodeCard;
  readonly table: TableKey;
  /** The row that is meant, when one is. */
  readonly row?: string;
  readonly onClose: () => void;
}

type Texts = Readonly<Record<string, string>>;
type Pairs = readonly (readonly [string, Literal])[];

/** A row and a value per column, prefilled; Enter sends one INSERT to this node as coordinator. */
export function WriteDialog({ card, table, row, onClose }: WriteProps) {
  const columns = card.columns.filter((column) => column.change !== 'leaving');
  const [texts, setTexts] = useState<Texts>(() => prefilled(card, columns, row));
  const [consistency, setConsistency] = useState<Consistency>('ONE');
  const [timestamp, setTimestamp] = useState('');
  const pairs = (isKey: boolean): Pairs =>
    columns.flatMap((column) => {
      const value = column.isKey === isKey ? literalOf(column.type, texts[column.name] ?? '') : null;
      return value === null ? [] : [[column.name, value] as const];
    });
  const stamp = timestamp === '' ? null : Number(timestamp);
  const draft: StatementDraft = {
    kind: 'insert',
    node: card.node,
    keyspace: table.keyspace,
    table: table.table,
    key: Object.fromEntries(pairs(true)),
    values: Object.fromEntries(pairs(false)),
    consistency,
    ...(stamp === null ? {} : { timestamp: stamp, usingTimestamp: true }),
  };
  return (
    <StatementDialog
      title={dialogWords('write')}
      lead={dialogWords('to-table-through-node-node', { table: table.table, node: card.node })}
      draft={draft}
      submit={dialogWords('write')}
      onClose={onClose}
    >
      {() => (
        <>
          <div className="fields stacked">
            {columns.map((column) => (
              <ValueField
                key={column.key}
                column={column}
                text={texts[column.name] ?? ''}
                onText={(text) => setTexts({ ...texts, [column.name]: text })}
              />
            ))}
          </div>
          <details className="more">
            <summary>{dialogWords('more')}</summary>
            <div className="fields">
              <ConsistencyField consistency={consistency} onConsistency={setConsistency} />
              <TimestampField text={timestamp} onText={setTimestamp} />
            </div>
          </details>
        </>
      )}
    </StatementDialog>
  );
}

/** Row 1 with what is empty filled in by samples, and what it has left as it is. */
function prefilled(card: NodeCard, columns: readonly ColumnChip[], meant?: string): Texts {
  const row = meant ?? rowsOf(card)[0] ?? '1';
  const boxes = entryOf(card, row)?.rows[0]?.boxes ?? [];
  return Object.fromEntries(
    columns.map((column) => {
      if (column.isKey) {
        return [column.name, column.kind === 'partition_key' ? row : '1'];
      }
      const stored = isCollection(column.type)
        ? undefined
        : boxes.find((box) => box.means === column.name && box.state === 'live');
      return [column.name, stored?.text ?? sampleOf(column)];
    }),
  );
}

interface ValueProps {
  readonly column: ColumnChip;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function ValueField({ column, text, onText }: ValueProps) {
  const id = useId();
  return (
    <label className="field row" htmlFor={id}>
      <span>
        <b>{column.name}</b> <span className="type mono">{column.type}</span>
      </span>
      <input
        id={id}
        aria-label={column.name}
        className="input mono"
        value={text}
        onChange={(event) => onText(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        placeholder={exampleOf(column.type)}
        required={column.isKey}
        maxLength={4096}
      />
    </label>
  );
}

function TimestampField({
  text,
  onText,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const id = useId();
  return (
    <label className="field" htmlFor={id}>
      <span>{dialogWords('using-timestamp-in-s')}</span>
      <input
        id={id}
        className="input mono"
        inputMode="numeric"
        pattern="-?[0-9]*"
        placeholder={dialogWords('the-nodes-clock')}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </label>
  );
}
