// What a person may do with a selected column or row through the node on whose card it is selected.

import type { Command, CommandDraft, Delivery, Literal } from '../../engine/index.ts';
import { commandText } from '../../scene/narration/commandText.ts';
import type { ChosenPart } from '../../scene/node/chosenPart.ts';
import type { ColumnChip, NodeCard, TableKey } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { partWords } from '../../scene/words/partWords.ts';
import type { Session } from '../../store/state/sessionState.ts';
import type { BarAction } from '../shell/ActionBar.tsx';
import { clusteringOf, keyOf } from './fieldValues.ts';

/** A dialog that the card opens. */
export type PartDialog =
  | { readonly kind: 'drop'; readonly column: string }
  | { readonly kind: 'change'; readonly column: ColumnChip }
  | { readonly kind: 'read' | 'write'; readonly row: string };

export interface PartReach {
  readonly session: Session;
  readonly card: NodeCard;
  readonly table: TableKey;
  readonly open: (dialog: PartDialog) => void;
}

const action = (key: string, name: string, run: () => void, about?: string): BarAction => ({
  key,
  name,
  problem: '',
  run,
  ...(about === undefined ? {} : { about }),
});

const inspect = ({ session }: PartReach): BarAction =>
  action('inspect', pageWords('inspect'), () => session.openDrawer('inspector'));

function columnActions(column: ColumnChip, reach: PartReach): readonly BarAction[] {
  const { open } = reach;
  const change = action('change', partWords(column.isKey ? 'part-rename' : 'part-type'), () =>
    open({ kind: 'change', column }),
  );
  const drop = action('drop', partWords('part-drop'), () => open({ kind: 'drop', column: column.name }));
  return [...(column.isKey ? [] : [drop]), change, inspect(reach)];
}

type Row = Extract<ChosenPart, { kind: 'row' }>;

/** A command at once, with what it stands for as CQL. */
function command(
  key: string,
  name: string,
  draft: Exclude<CommandDraft, Delivery>,
  { session }: PartReach,
): BarAction {
  return action(
    key,
    name,
    () => void session.act(draft),
    commandText({ id: '', timestamp: 0, ...draft } as Command),
  );
}

function deletion({ entry, clustering, cell, holds }: Row, reach: PartReach): BarAction {
  const { card, table } = reach;
  const isCell = cell !== null && holds;
  const key: Readonly<Record<string, Literal>> = Object.fromEntries([
    ...keyOf(card, entry.row),
    ...clusteringOf(card, clustering),
  ]);
  const draft = {
    kind: 'delete',
    node: card.node,
    keyspace: table.keyspace,
    table: table.table,
    key,
    values: isCell ? { [cell]: null } : {},
    consistency: 'ONE',
  } as const;
  const name = isCell ? partWords('part-delete-cell', { column: cell }) : partWords('part-delete-row');
  return command('delete', name, draft, reach);
}

function rowActions(part: Row, reach: PartReach): readonly BarAction[] {
  const { card, table, open } = reach;
  const { row, source } = part.entry;
  const place = { node: card.node, keyspace: table.keyspace, table: table.table };
  const key = Object.fromEntries(keyOf(card, row));
  return [
    action('read', partWords('part-read'), () => open({ kind: 'read', row })),
    action('write', partWords('part-write'), () => open({ kind: 'write', row })),
    deletion(part, reach),
    ...(source === 'cache'
      ? [command('evict', partWords('part-evict'), { kind: 'evict', ...place, key }, reach)]
      : []),
    ...(source === 'memtable'
      ? [command('flush', partWords('part-flush'), { kind: 'flush', ...place }, reach)]
      : []),
    inspect(reach),
  ];
}

export function partActions(part: ChosenPart, reach: PartReach): readonly BarAction[] {
  switch (part.kind) {
    case 'column':
      return columnActions(part.column, reach);
    case 'row':
      return rowActions(part, reach);
    case 'fallen':
      return [inspect(reach)];
    default:
      return [];
  }
}

export function partTitle(part: ChosenPart, { card }: PartReach): string {
  const { node } = card;
  if (part.kind === 'column') {
    return partWords('part-column', { column: part.column.name, node });
  }
  const { row, source } = part.entry;
  if (part.kind === 'fallen') {
    return partWords('part-fallen', { column: part.cell.column, row, source, node });
  }
  return part.cell === null
    ? partWords('part-row', { row, source, node })
    : partWords('part-cell', { column: part.cell, row, source, node });
}
