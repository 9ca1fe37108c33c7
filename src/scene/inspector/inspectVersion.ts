// A schema version: what it looks like, what it contains, who has it, and the very bytes that it is the hash of.

import type { NodeState, RegistryEntry, Schema, SchemaVersion } from '../../engine/index.ts';
import { entriesOf, lookup, valuesOf } from '../../engine/index.ts';
import type { Moment } from '../run/moment.ts';
import { isDrop } from '../run/seenDrops.ts';
import { type SeenVersion, tableId } from '../run/seenVersions.ts';
import { label } from '../words/say.ts';
import { columnsTable } from './columnsTable.ts';
import { containmentSection } from './containment.ts';
import { holderValues, type RegistryPlace } from './holders.ts';
import { inspectDrop } from './inspectDrop.ts';
import type { Inspection, Section, TableRow, Value } from './inspection.ts';
import { preimageSection } from './preimageSection.ts';
import {
  fact,
  facts,
  heads,
  mono,
  nodeValue,
  nothing,
  quiet,
  section,
  stepValue,
  tableSection,
  value,
} from './values.ts';

export function inspectVersion(moment: Moment, version: SchemaVersion): Inspection {
  const seen = moment.seen.byVersion.get(version);
  const name = moment.identities.name(version);
  const head = {
    key: `version ${version}`,
    kind: label('inspect-kind-version', {}),
    title: label('inspect-version', { version: name }),
    identity: moment.identities.of(version),
  };
  if (seen === undefined || seen.step > moment.step) {
    return {
      ...head,
      lead: label('inspect-version-unseen', { version: name }),
      sections: [section('facts', label('inspect-facts', {}), [facts('facts', [digest(version)])])],
    };
  }
  if (isDrop(version)) {
    return inspectDrop(moment, seen, head.key);
  }
  return {
    ...head,
    lead: leadOf(moment, seen),
    sections: [
      factsSection(seen),
      columnsSection(seen.schema),
      containmentSection(moment, seen),
      ownersSection(moment, version),
      preimageSection(seen.schema),
    ],
  };
}

function digest(version: SchemaVersion) {
  return fact(label('inspect-digest', {}), mono(version, { copy: version }));
}

function leadOf(moment: Moment, seen: SeenVersion): string {
  const at = moment.state.core.nodes.filter((node) => isCurrent(node, seen.version));
  return label('inspect-version-lead', { version: moment.identities.name(seen.version), count: at.length });
}

function isCurrent(node: NodeState, version: SchemaVersion): boolean {
  return node.shards.some((shard) => valuesOf(shard.tables).some(({ schema }) => schema.version === version));
}

function factsSection({ version, schema, step, node }: SeenVersion): Section {
  return section('facts', label('inspect-facts', {}), [
    facts('facts', [
      digest(version),
      fact(label('inspect-table', {}), mono(tableId(schema))),
      fact(label('inspect-cf-id', {}), mono(schema.cfId, { copy: schema.cfId })),
      fact(label('inspect-comment', {}), ...(schema.comment === '' ? [] : [value(schema.comment)])),
      fact(label('inspect-first-seen', {}), nodeValue(node), stepValue(step)),
    ]),
  ]);
}

function columnsSection(schema: Schema): Section {
  const drops = dropTimesOfOthers(schema);
  return section(
    'columns',
    label('inspect-columns', {}),
    [
      columnsTable(schema),
      ...(drops.length === 0 ? [] : [facts('drops', [fact(label('inspect-drop-times', {}), ...drops)])]),
    ],
    { count: schema.columns.length },
  );
}

/** Drop times of names that this version has no column of: they outlive the column. */
function dropTimesOfOthers(schema: Schema): readonly Value[] {
  const dropped = entriesOf(schema.ghost.rows.columnfamily?.droppedColumns ?? {});
  return dropped
    .filter(([name]) => !schema.columns.some((column) => column.name === name))
    .flatMap(([name, cell]) =>
      cell.value === null
        ? []
        : [
            value(label('inspect-drop-time', { column: name, ts: String(Number.parseInt(cell.value, 16)) }), {
              select: { kind: 'column', column: name },
            }),
          ],
    );
}

function ownersSection(moment: Moment, version: SchemaVersion): Section {
  const { nodes } = moment.state.core;
  const rows = nodes.flatMap((node) =>
    node.shards.map((shard, i): TableRow => {
      const entry = lookup(shard.registry, version);
      const here = valuesOf(shard.tables).some(({ schema }) => schema.version === version);
      return {
        key: `${node.id}/${i}`,
        tone: 'plain',
        cells: [
          node.shards.length === 1
            ? [nodeValue(node.id)]
            : [nodeValue(node.id), quiet(label('dot-shard', { shard: String(i) }))],
          [here ? value(label('inspect-yes', {})) : nothing()],
          registryValues(entry, { kind: 'registry', node: node.id, shard: i, version }),
          entry === undefined ? [nothing()] : heldBy(moment, { node, shard: i, version }),
        ],
      };
    }),
  );
  const head = ['node', 'current', 'registry', 'held-by'] as const;
  return tableSection({ key: 'owners', title: label('inspect-owners', {}), count: null }, heads(head), rows);
}

function registryValues(entry: RegistryEntry | undefined, select: Value['select']): readonly Value[] {
  return entry === undefined
    ? [quiet(label('inspect-not-in-registry', {}))]
    : [
        value(label(`load-${entry.load}`, {}), { select }),
        value(label(`sync-${entry.sync}`, {})),
        ...(entry.inactive ? [quiet(label('inspect-lingers', {}))] : []),
      ];
}

function heldBy(moment: Moment, place: RegistryPlace): readonly Value[] {
  const holders = holderValues(moment, place);
  return holders.length === 0 ? [quiet(label('inspect-nobody', {}))] : holders;
}
