// A dropped table as a point of the version DAG: when it was dropped, what that contains, and what it did not reach.

import type { SchemaVersion } from '../../engine/index.ts';
import { type Moment, standingOn } from '../run/moment.ts';
import { leftOver } from '../run/seenDrops.ts';
import { type SeenVersion, tableId } from '../run/seenVersions.ts';
import { enumerated, label } from '../words/say.ts';
import { containmentSection } from './containment.ts';
import type { Inspection } from './inspection.ts';
import { fact, facts, mono, nodeValue, note, section, stepValue, value } from './values.ts';

function standing(moment: Moment, version: SchemaVersion): readonly string[] {
  const nodes = moment.state.core.nodes.filter((node) =>
    node.shards.some((_shard, i) => standingOn(moment, node, i) === version),
  );
  return nodes.map((node) => node.id);
}

export function inspectDrop(moment: Moment, seen: SeenVersion, key: string): Inspection {
  const { version, schema, step, node } = seen;
  const rows = schema.ghost.rows;
  const time = rows.columnfamily?.tombstone ?? rows.tombstones.columnfamilies;
  const nodes = standing({ ...moment, table: schema, tableId: tableId(schema) }, version);
  const left = leftOver(rows);
  return {
    key,
    kind: label('inspect-kind-drop', {}),
    title: label('inspect-drop', { table: schema.table }),
    identity: moment.identities.of(version),
    lead: label('inspect-drop-lead', { count: nodes.length, nodes: enumerated(nodes) }),
    sections: [
      section('facts', label('inspect-facts', {}), [
        facts('facts', [
          fact(label('inspect-table', {}), mono(tableId(schema))),
          fact(label('inspect-cf-id', {}), mono(schema.cfId, { copy: schema.cfId })),
          fact(label('inspect-drop-at', {}), mono(label('at-time', { ts: String(time) }))),
          fact(label('inspect-first-seen', {}), nodeValue(node), stepValue(step)),
          fact(
            label('inspect-drop-left', {}),
            ...left.map((name) => value(name, { select: { kind: 'column', column: name } })),
          ),
        ]),
        ...(left.length === 0 ? [] : [note('left', label('inspect-drop-left-note', {}))]),
      ]),
      containmentSection(moment, seen),
    ],
  };
}
