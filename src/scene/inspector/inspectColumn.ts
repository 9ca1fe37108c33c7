// A column's life: what was asked of it, its id and type in every version, when it was dropped, and who has it now.

import type { ColumnDefinition, Schema, Statement } from '../../engine/index.ts';
import { columnByName, cqlTypeName, isStatement, lookup } from '../../engine/index.ts';
import { tableOn } from '../node/cardEntries.ts';
import type { Moment } from '../run/moment.ts';
import { tableId } from '../run/seenVersions.ts';
import { statementVerb } from '../run/statementWords.ts';
import { versionsSoFar } from '../versions/dag.ts';
import { label } from '../words/say.ts';
import type { Inspection, Section, TableRow, Value } from './inspection.ts';
import {
  heads,
  link,
  mono,
  nodeValue,
  nothing,
  quiet,
  shardMark,
  stepTone,
  stepValue,
  tableSection,
  value,
  versionValue,
} from './values.ts';

export function inspectColumn(moment: Moment, column: string): Inspection {
  const versions = versionsSoFar(moment);
  const having = versions.filter(({ schema }) => columnByName(schema, column) !== undefined);
  return {
    key: `column ${moment.tableId}.${column}`,
    kind: label('inspect-kind-column', {}),
    title: column,
    lead: label('inspect-column-lead', { column, table: moment.table?.table ?? '', count: having.length }),
    identity: null,
    sections: [nowSection(moment, column), askedSection(moment, column), versionsSection(moment, column)],
  };
}

function definitionValues(found: ColumnDefinition | undefined): readonly (readonly Value[])[] {
  return found === undefined
    ? [[quiet(label('inspect-absent', {}))], [], []]
    : [[mono(String(found.id))], [value(label(`kind-${found.kind}`, {}))], [mono(cqlTypeName(found.type))]];
}

/** The drop time that a version records for the name, whether or not the column is there. */
function dropTime(schema: Schema, column: string): readonly Value[] {
  const kept = columnByName(schema, column)?.droppedAt;
  const cell = lookup(schema.ghost.rows.columnfamily?.droppedColumns ?? {}, column);
  const ts = kept ?? (cell?.value == null ? null : Number.parseInt(cell.value, 16));
  return [ts === null ? nothing() : mono(label('at-time', { ts: String(ts) }))];
}

function nowSection(moment: Moment, column: string): Section {
  const rows = moment.state.core.nodes.flatMap((node) =>
    node.shards.flatMap((_shard, shard): TableRow[] => {
      const schema = tableOn(moment, node, shard)?.schema;
      const found = schema === undefined ? undefined : columnByName(schema, column);
      return [
        {
          key: `${node.id}/${shard}`,
          tone: found === undefined ? 'dead' : 'plain',
          cells: [
            [nodeValue(node.id), ...shardMark(node, shard)],
            [versionValue(moment, schema?.version ?? null)],
            ...definitionValues(found),
            schema === undefined ? [nothing()] : dropTime(schema, column),
          ],
        },
      ];
    }),
  );
  return columnTable('now', label('inspect-column-now', {}), 'node', rows);
}

function versionsSection(moment: Moment, column: string): Section {
  const rows = versionsSoFar(moment).map(({ version, schema, step }): TableRow => {
    const found = columnByName(schema, column);
    return {
      key: version,
      tone: found === undefined ? 'dead' : stepTone(moment, step),
      cells: [
        [versionValue(moment, version)],
        [stepValue(step)],
        ...definitionValues(found),
        dropTime(schema, column),
      ],
    };
  });
  return columnTable('versions', label('inspect-column-versions', {}), 'version', rows);
}

function columnTable(
  key: string,
  title: string,
  first: 'node' | 'version',
  rows: readonly TableRow[],
): Section {
  const second = first === 'node' ? 'version' : 'step';
  const head = [first, second, 'id', 'kind', 'type', 'dropped-at'] as const;
  return tableSection({ key, title, count: null }, heads(head), rows);
}

/** Whether a statement speaks of the column. */
function speaksOf(statement: Statement, column: string): boolean {
  switch (statement.kind) {
    case 'create-table':
      return statement.columns.some(({ name }) => name === column);
    case 'alter-table':
      return statement.changes.some((change) =>
        change.kind === 'rename'
          ? change.from === column || change.to === column
          : change.kind !== 'comment' && change.name === column,
      );
    default:
      return false;
  }
}

function askedSection(moment: Moment, column: string): Section {
  const given = [
    ...moment.timeline.config.setup.map((statement) => ({ statement, step: 0 })),
    ...moment.timeline.steps
      .slice(0, moment.step)
      .flatMap(({ command }, i) => (isStatement(command) ? [{ statement: command, step: i + 1 }] : [])),
  ].filter(
    ({ statement }) =>
      'table' in statement && tableId(statement) === moment.tableId && speaksOf(statement, column),
  );
  const head = ['statement', 'step', 'node', 'stamp'] as const;
  const rows = given.map(
    ({ statement, step }): TableRow => ({
      key: statement.id,
      tone: stepTone(moment, step),
      cells: [
        [link(statementVerb(statement), { kind: 'statement', statement: statement.id })],
        [step === 0 ? quiet(label('inspect-setup', {})) : stepValue(step)],
        [nodeValue(statement.node)],
        [mono(label('at-time', { ts: String(statement.timestamp) }))],
      ],
    }),
  );
  return tableSection({ key: 'asked', title: label('inspect-column-asked', {}) }, heads(head), rows);
}
