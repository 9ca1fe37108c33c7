// What 2016 did not promise, each with the run that shows it: in the end this stands on the nodes, was answered and is broken.

import { expect, test } from 'vitest';
import { PROTECTIONS_2016 } from '../../config/protections.ts';
import { cqlTypeName } from '../../cql/type.ts';
import { entriesOf, valuesOf } from '../../plain/record.ts';
import type { AnomalyId } from '../anomalies.ts';
import { NOT_PROMISED_2016 } from '../anomalies.ts';
import { checkPromises } from '../promises/promises.ts';
import type { Timeline } from '../timeline.ts';
import { stateAt } from '../timeline.ts';
import { anomalyRun } from './anomalyRuns.ts';
import { playShowcase } from './showcase.ts';

function runOf(id: AnomalyId): Timeline {
  const run = playShowcase(anomalyRun(id));
  if (!run.ok) {
    throw new Error(run.problem);
  }
  return run.value;
}

/** 'A: id int, name text' for each node, the answers to reads, and what is broken. */
function ending(run: Timeline): readonly string[] {
  const { core } = stateAt(run, run.steps.length);
  const definitions = core.nodes.map((node) => {
    const tables = valuesOf(node.shards[0]?.tables ?? {}).map(({ schema }) =>
      schema.columns
        .map(({ name, type, kind, droppedAt }) =>
          [
            name,
            cqlTypeName(type),
            kind === 'static' ? 'static' : '',
            droppedAt === null ? '' : `@${droppedAt}`,
          ]
            .filter((part) => part !== '')
            .join(' '),
        )
        .join(', '),
    );
    return `${node.id}: ${tables.join(' | ') || 'no table'}`;
  });
  const answers = core.nodes.flatMap((node) =>
    entriesOf(node.results).flatMap(([, { rows }]) =>
      rows === null
        ? []
        : rows.rows.map((row) => `${node.id} answers ${row.map(({ text }) => text ?? '-').join(' ')}`),
    ),
  );
  const broken = checkPromises(core).flatMap(({ id, held }) => (held ? [] : [id]));
  return [...definitions, ...answers, ...(broken.length > 0 ? [`broken ${broken.join(' ')}`] : [])];
}

test('P4 every line of these runs is played, under the protections of 2016', () => {
  for (const id of NOT_PROMISED_2016) {
    const { config, script } = anomalyRun(id);
    expect(config.protections).toEqual(PROTECTIONS_2016);
    if (!script.includes('settle')) {
      expect([id, runOf(id).steps.length]).toEqual([id, script.length]);
    }
  }
});

test('P4 each run ends in what 2016 did not promise', () => {
  expect(Object.fromEntries(NOT_PROMISED_2016.map((id) => [id, ending(runOf(id))]))).toMatchInlineSnapshot(`
    {
      "agreement-reported": [
        "A: id int, name text",
        "B: id int, name text",
        "broken I6",
      ],
      "change-without-effect": [
        "A: id int, name text",
        "B: id int, name text",
      ],
      "comment-lost": [
        "A: id int, email text, name text",
        "B: id int, email text, name text",
      ],
      "drop-time-goes-down": [
        "A: id int, name text, phone text @1003",
        "B: id int, name text, phone text @1003",
        "A answers 1 Ada 555",
      ],
      "dropped-column-returns": [
        "A: id int, email text, name text, phone text @1003",
        "B: id int, email text, name text, phone text @1003",
        "A answers 1 - Ada -",
      ],
      "expired-tombstone": [
        "A: id int, name text, phone text @2202",
        "B: id int, name text, phone text",
      ],
      "keyspace-returns": [
        "A: id int, email text, name text",
        "B: id int, email text, name text",
        "broken I9",
      ],
      "late-copy-of-a-write": [
        "A: id int, email text, name text, phone text",
        "B: id int, name text",
        "A answers 1 ada@x Ada -",
        "broken I10",
      ],
      "nobody-asked-for-it": [
        "A: id int, day int, badge text static",
        "B: id int, day int, badge text static",
      ],
      "orphan-column": [
        "A: id int, email text, name text",
        "B: id int, email text, name text",
      ],
      "pull-not-repeated": [
        "A: id int, email text, name text",
        "B: id int, name text",
        "broken I6",
      ],
      "replicas-differ-after-re-add": [
        "A: id int, name text, phone text @1003",
        "B: id int, name text, phone text @1003",
        "A answers 1 Ada -",
        "B answers 1 Ada 555",
        "broken I9",
      ],
      "stamp-before-drop": [
        "A: id int, name text, phone text @1000",
        "B: id int, name text, phone text @1000",
        "A answers 1 Ada 555",
        "broken I15",
      ],
      "table-returns": [
        "A: id int, email text, name text",
        "B: id int, email text, name text",
        "broken I9",
      ],
      "two-key-names": [
        "A: id int, number int, email text, name text",
        "B: id int, number int, email text, name text",
      ],
      "two-tables-one-name": [
        "A: id int, name text",
        "B: id int, name text",
      ],
      "two-types-one-column": [
        "A: id int, badge text, name text",
        "B: id int, badge text, name text",
        "A answers 1 - Ada",
        "broken I9 I13",
      ],
      "type-change-lost": [
        "A: id int, email text, name text",
        "B: id int, email text, name text",
        "A answers 1 - -",
        "broken I9 I13",
      ],
      "version-nobody-issued": [
        "A: id int, email text, name text",
        "B: id int, email text, name text, phone text @1003",
      ],
      "write-meets-drop": [
        "A: id int, name text",
        "B: id int, name text",
        "B answers 1 Ada",
        "broken I9 I13",
      ],
    }
  `);
});
