// An entry: the version it is stored at, its cells with who wrote them, and what has happened to its row on its node.

import type { SimEvent } from '../../engine/index.ts';
import { decodedKey } from '../narration/entryWords.ts';
import type { Moment } from '../run/moment.ts';
import { label } from '../words/say.ts';
import { cellsTable } from './cellsTable.ts';
import { goneCells, placeOnceThere } from './goneCells.ts';
import { goneSections } from './goneSection.ts';
import { historySection } from './historySection.ts';
import type { Inspection, Section } from './inspection.ts';
import { missing } from './missing.ts';
import { type EntryPlace, sourceText } from './storedCells.ts';
import { tombstoneFacts } from './tombstoneFacts.ts';
import { fact, facts, mono, nodeValue, section, shardMark, value, versionValue } from './values.ts';

export function inspectEntry(moment: Moment, entry: string): Inspection {
  const found = placeOnceThere(moment, entry);
  if (found === null) {
    return missing('entry');
  }
  const { place, goneAt } = found;
  return {
    key: `entry ${entry}`,
    kind: label('inspect-kind-entry', {}),
    title: entryTitle(place),
    lead: goneAt === null ? leadOf(moment, place) : label('inspect-entry-gone', { step: String(goneAt) }),
    identity: moment.identities.of(place.schema?.version ?? null),
    sections: [
      ...(goneAt === null ? [factsSection(moment, place), cellsSection(moment, place)] : []),
      ...goneSections(moment, place, goneCells(moment, found)),
      historySection(moment, (event) => isAbout(event, place), {
        title: label('inspect-row-history', { row: rowOfEntry(place), node: place.node.id }),
        none: label('inspect-row-history-none', {}),
      }),
    ],
  };
}

export function rowOfEntry({ table, key }: EntryPlace): string {
  return decodedKey(table.schema, 'partition_key', key);
}

export function entryTitle(place: EntryPlace): string {
  return label('inspect-entry-title', {
    row: rowOfEntry(place),
    source: sourceText(place),
    node: place.node.id,
  });
}

function leadOf(moment: Moment, { schema, table }: EntryPlace): string {
  if (schema === null) {
    return label('inspect-entry-disk', {});
  }
  const current = moment.identities.name(table.schema.version);
  return schema.version === table.schema.version
    ? label('inspect-entry-current', { version: current })
    : label('inspect-entry-stale', { version: moment.identities.name(schema.version), current });
}

function factsSection(moment: Moment, place: EntryPlace): Section {
  const { node, shard, schema, key } = place;
  return section('facts', label('inspect-facts', {}), [
    facts('facts', [
      fact(label('inspect-kind-node', {}), nodeValue(node.id), ...shardMark(node, shard)),
      fact(label('inspect-stored-in', {}), value(sourceText(place))),
      fact(
        label('inspect-stored-at', {}),
        ...(schema === null ? [] : [versionValue(moment, schema.version)]),
      ),
      fact(label('inspect-table-at', {}), versionValue(moment, place.table.schema.version)),
      fact(label('inspect-key', {}), value(rowOfEntry(place)), mono(`0x${key}`, { tone: 'quiet' })),
      ...tombstoneFacts(place, place.table.schema),
    ]),
  ]);
}

function cellsSection(moment: Moment, { cells, table, entry }: EntryPlace): Section {
  const { schema } = table;
  return section('cells', label('inspect-cells', {}), [cellsTable(moment, { cells, schema, entry })], {
    count: cells.length,
  });
}

/** Whether an event is about this row on this node. */
function isAbout(event: SimEvent, { node, key, table }: EntryPlace): boolean {
  if (!('cfId' in event) || event.node !== node.id || event.cfId !== table.schema.cfId) {
    return false;
  }
  if (event.kind === 'stored') {
    const { event: told } = event;
    return 'key' in told ? told.key === key : 'keys' in told ? told.keys.includes(key) : true;
  }
  return 'key' in event && event.key === key;
}
