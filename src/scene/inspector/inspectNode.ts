// A node: its digest and clock, the tables it serves, its registry, what gossip told it, what it does and waits for, and
// the cells of its system tables, of which its schema is made.

import type { NodeState, SchemaVersion } from '../../engine/index.ts';
import { clockOf, entriesOf, lookup, valuesOf } from '../../engine/index.ts';
import { gossipOf, mergesOf, registryOf, systemRowsOf, waitsOf } from '../node/cardDetails.ts';
import type { Moment } from '../run/moment.ts';
import { errorText, timeText } from '../words/microsWords.ts';
import { label } from '../words/say.ts';
import { holderValues } from './holders.ts';
import type { Block, Inspection, Section, TableRow } from './inspection.ts';
import { rowTables } from './rowsTable.ts';
import {
  fact,
  facts,
  heads,
  mono,
  nodeValue,
  note,
  nothing,
  quiet,
  section,
  shardMark,
  statementValue,
  tableSection,
  value,
  versionValue,
  yesNo,
} from './values.ts';

export function inspectNode(moment: Moment, node: NodeState): Inspection {
  const standing = node.shards.map(
    (shard) => valuesOf(shard.tables).find(({ schema }) => schema.table === moment.table?.table)?.schema,
  );
  return {
    key: `node ${node.id}`,
    kind: label('inspect-kind-node', {}),
    title: label('node', { node: node.id }),
    lead: leadOf(moment, node, standing[0]?.version ?? null),
    identity: moment.identities.of(standing[0]?.version ?? null),
    sections: [
      factsSection(moment, node),
      tablesSection(moment, node),
      underWaySection(moment, node),
      registrySection(moment, node),
      gossipSection(node),
      preparedSection(moment, node),
      statementsSection(moment, node),
      ...systemSections(moment, node),
    ],
  };
}

function leadOf(moment: Moment, node: NodeState, version: SchemaVersion | null): string {
  if (!node.up) {
    return label('inspect-node-down', {});
  }
  return version === null
    ? label('inspect-node-nowhere', { table: moment.table?.table ?? '' })
    : label('inspect-node-lead', {
        table: moment.table?.table ?? '',
        version: moment.identities.name(version),
      });
}

function factsSection(moment: Moment, node: NodeState): Section {
  const skew = lookup(moment.state.notes.skew, node.id) ?? 0;
  return section('facts', label('inspect-facts', {}), [
    facts('facts', [
      fact(
        label('inspect-state', {}),
        value(label(node.up ? 'peer-up' : 'peer-down', {})),
        ...(node.up && node.recentlyStarted ? [quiet(label('inspect-recently-started', {}))] : []),
      ),
      fact(label('inspect-digest', {}), mono(node.digest, { copy: node.digest })),
      fact(
        label('inspect-clock', {}),
        value(timeText(clockOf(moment.state, node.id))),
        quiet(skew === 0 ? label('inspect-clock-right', {}) : errorText(skew)),
      ),
    ]),
  ]);
}

function tablesSection(moment: Moment, node: NodeState): Section {
  const rows = node.shards.flatMap((shard, i) =>
    valuesOf(shard.tables).map(({ schema, memtable, cache, sstables, commitlog }): TableRow => {
      const count = (list: object): string => String(Object.keys(list).length);
      return {
        key: `${i}/${schema.cfId}`,
        tone: 'plain',
        cells: [
          [mono(schema.table)],
          ...(node.shards.length > 1 ? [[value(String(i))]] : []),
          [versionValue(moment, schema.version)],
          [value(count(memtable.entries))],
          [value(count(cache.entries))],
          [value(String(sstables.length))],
          [value(String(commitlog.flat().length))],
        ],
      };
    }),
  );
  const head = [
    label('inspect-head-table', {}),
    ...(node.shards.length > 1 ? [label('inspect-head-shard', {})] : []),
    label('inspect-head-version', {}),
    label('source-memtable', {}),
    label('source-cache', {}),
    label('inspect-head-sstables', {}),
    label('inspect-head-commitlog', {}),
  ];
  return tableSection({ key: 'tables', title: label('inspect-tables', {}) }, head, rows);
}

function underWaySection(moment: Moment, node: NodeState): Section {
  const merges = mergesOf(moment, node);
  const waits = waitsOf(moment, node);
  const lines: Block[] = [
    ...merges.map((row) => note(`merge ${row.key}`, row.sentence)),
    ...waits.map((row) => note(`wait ${row.key}`, row.sentence)),
  ];
  const count = merges.length + waits.length;
  return section(
    'under-way',
    label('inspect-under-way', {}),
    count === 0 ? [note('none', label('inspect-under-way-none', {}))] : lines,
    { count, open: count > 0 },
  );
}

function registrySection(moment: Moment, node: NodeState): Section {
  const rows = registryOf(moment, node, undefined).map((row): TableRow => {
    const { version } = row.identity;
    const place = { node, shard: row.shard, version };
    return {
      key: row.key,
      tone: 'plain',
      cells: [
        [
          value(row.identity.name, {
            identity: moment.identities.of(version),
            select: { kind: 'registry', node: node.id, shard: row.shard, version },
          }),
          ...shardMark(node, row.shard),
        ],
        [value(label(`load-${row.load}`, {}))],
        [value(label(`sync-${row.sync}`, {}))],
        holderValues(moment, place),
      ],
    };
  });
  const head = ['version', 'load', 'sync', 'held-by'] as const;
  return tableSection({ key: 'registry', title: label('inspect-registry', {}) }, heads(head), rows);
}

function gossipSection(node: NodeState): Section {
  const rows = gossipOf(node).map(
    (row): TableRow => ({
      key: row.key,
      tone: 'plain',
      cells: [
        [nodeValue(row.peer)],
        [value(label(row.alive ? 'peer-up' : 'peer-down', {}))],
        row.digest === null ? [nothing()] : [mono(row.digest)],
        [row.digest === null ? nothing() : yesNo(row.same)],
        [yesNo(row.pullScheduled)],
        [yesNo(!row.unheard)],
      ],
    }),
  );
  const head = ['peer', 'believed', 'digest', 'same', 'pull', 'heard-mine'] as const;
  return tableSection({ key: 'gossip', title: label('inspect-gossip', {}), open: false }, heads(head), rows);
}

function preparedSection(moment: Moment, node: NodeState): Section {
  const rows = entriesOf(node.prepared).map(
    ([name, prepared]): TableRow => ({
      key: name,
      tone: prepared.schema === null ? 'dead' : 'plain',
      cells: [
        [mono(name)],
        [mono(prepared.table)],
        prepared.schema === null
          ? [quiet(label('inspect-invalidated', {}))]
          : [versionValue(moment, prepared.schema.version)],
      ],
    }),
  );
  const head = ['name', 'table', 'version'] as const;
  return tableSection(
    { key: 'prepared', title: label('inspect-prepared', {}), open: rows.length > 0 },
    heads(head),
    rows,
  );
}

function statementsSection(moment: Moment, node: NodeState): Section {
  const setup = new Set(moment.timeline.config.setup.map((statement) => statement.id));
  const own = [...moment.statements.byId.values()].filter(
    (statement) =>
      statement.node === node.id &&
      !setup.has(statement.id) &&
      (lookup(node.results, statement.id) !== undefined || lookup(node.handlers, statement.id) !== undefined),
  );
  return section(
    'statements',
    label('inspect-statements', {}),
    own.length === 0
      ? [note('none', label('inspect-none', {}))]
      : [{ kind: 'values', key: 'statements', values: own.map((each) => statementValue(moment, each.id)) }],
    { count: own.length, open: own.length > 0 },
  );
}

/** The rows of the system tables, one section a table: every cell with its timestamp, dead ones and tombstones too. */
function systemSections(moment: Moment, node: NodeState): readonly Section[] {
  const before = moment.before.core.nodes.find((one) => one.id === node.id);
  const rows = systemRowsOf(moment, node, moment.step === 0 ? node : before);
  const names = [...new Set(rows.map((row) => row.systemTable))];
  return names.map((name) => {
    const own = rows.filter((row) => row.systemTable === name);
    return section(name, name, rowTables(own.map((row) => ({ ...row, name: row.row }))), {
      count: own.length,
      open: false,
    });
  });
}
