// A message: its verb, its way, what it carries, and what has become of it.

import type { Message, Partition, Schema, SchemaRows } from '../../engine/index.ts';
import { entriesOf, unreachable } from '../../engine/index.ts';
import { decodedKey } from '../narration/entryWords.ts';
import { messageName } from '../narration/narrateMessage.ts';
import { problemText } from '../narration/problemWords.ts';
import { systemCells } from '../node/cardDetails.ts';
import type { StrokeFact } from '../run/loomIndex.ts';
import { type Moment, stateAt } from '../run/moment.ts';
import { versionOfChange } from '../run/statementWords.ts';
import { enumerated, label } from '../words/say.ts';
import { cellsTable } from './cellsTable.ts';
import { columnsTable } from './columnsTable.ts';
import { historySection } from './historySection.ts';
import type { Block, Fact, Inspection, Section } from './inspection.ts';
import { bareKey, strokeState } from './messageState.ts';
import { missing } from './missing.ts';
import { rowTables, type ShownRow } from './rowsTable.ts';
import { deletionsOf, memoryCells } from './storedCells.ts';
import { tombstoneFacts } from './tombstoneFacts.ts';
import {
  fact,
  facts,
  mono,
  nodeValue,
  note,
  section,
  statementValue,
  stepValue,
  value,
  versionValue,
} from './values.ts';

export function inspectMessage(moment: Moment, key: string): Inspection {
  const bare = bareKey(key);
  const strokes = moment.index.strokes.filter(
    (stroke) => stroke.message === bare && stroke.sentStep <= moment.step,
  );
  const stroke = strokes.at(-1);
  if (stroke === undefined) {
    return missing('message');
  }
  const message = stateAt(moment.timeline, stroke.sentStep).core.messages.find((one) => one.key === bare);
  return {
    key: `message ${bare}`,
    kind: label('inspect-kind-message', {}),
    title: messageName(moment.words, stroke),
    lead: '',
    identity: moment.identities.of(stroke.version ?? versionMadeBy(moment, stroke.statement)),
    sections: [
      factsSection(moment, strokes),
      ...(message === undefined ? [] : [contentSection(moment, message)]),
      historySection(moment, (event) => 'message' in event && event.message === bare, {
        title: label('inspect-history', {}),
        none: label('inspect-none', {}),
      }),
    ],
  };
}

/** A push carries no version: it shows the one that its sender got from the change. */
function versionMadeBy(moment: Moment, statement: string | null): string | null {
  return versionOfChange(moment.statements, statement, moment.step);
}

function factsSection(moment: Moment, strokes: readonly StrokeFact[]): Section {
  const [first] = strokes;
  return section('facts', label('inspect-facts', {}), [
    facts(
      'facts',
      first === undefined
        ? []
        : [
            fact(label('inspect-verb', {}), mono(first.verb)),
            fact(label('inspect-from', {}), nodeValue(first.from)),
            fact(label('inspect-to', {}), nodeValue(first.to)),
            fact(
              label('inspect-kind-statement', {}),
              ...(first.statement === null ? [] : [statementValue(moment, first.statement)]),
            ),
            fact(
              label('inspect-kind-version', {}),
              ...(first.version === null ? [] : [versionValue(moment, first.version)]),
            ),
            ...strokes.map((stroke, i) => copyFact(moment, stroke, i)),
          ],
    ),
  ]);
}

/** When a copy was sent, and how it ended. */
function copyFact(moment: Moment, stroke: StrokeFact, index: number): Fact {
  const state = strokeState(moment, stroke);
  return fact(
    index === 0 ? label('inspect-head-sent', {}) : label('inspect-copy', { number: String(index + 1) }),
    stepValue(stroke.sentStep),
    value(state.text),
    ...(state.step === null ? [] : [stepValue(state.step)]),
  );
}

function contentSection(moment: Moment, message: Message): Section {
  return section('content', label('inspect-content', {}), contentOf(moment, message));
}

function contentOf(moment: Moment, message: Message): readonly Block[] {
  switch (message.verb) {
    case 'DEFINITIONS_UPDATE':
      return [
        note('what', label('content-delta', { label: moment.words.label(message.statement) })),
        ...rowBlocks(message.delta),
      ];
    case 'MIGRATION_REQUEST':
      return [note('what', label('content-all-wanted', { to: message.to }))];
    case 'MIGRATION_REPLY':
      return [note('what', label('content-all', { from: message.from })), ...rowBlocks(message.rows)];
    case 'GET_SCHEMA_VERSION':
      return [
        note('what', label('content-question', {})),
        facts('asked', [fact(label('inspect-digest', {}), mono(message.version, { copy: message.version }))]),
      ];
    case 'SCHEMA_VERSION_REPLY':
      return message.schema === null
        ? [note('what', label('content-not-found', { from: message.from }))]
        : [note('what', label('content-definition', {})), columnsTable(message.schema)];
    case 'MUTATION':
      return mutationBlocks(moment, message);
    case 'MUTATION_DONE':
      return [note('what', label('content-done', { from: message.from }))];
    case 'READ_DATA':
    case 'READ_DIGEST':
    case 'READ_MUTATION_DATA':
      return [
        note('what', label(`content-${message.verb}`, {})),
        facts('request', [
          fact(label('inspect-key', {}), value(keyOf(moment, message.request.cfId, message.request.key))),
          fact(label('inspect-asked-version', {}), versionValue(moment, message.request.version)),
        ]),
      ];
    case 'READ_REPLY':
      return replyBlocks(moment, message);
    case 'STREAM_MUTATION':
      return mutationBlocks(moment, message);
    case 'STREAM_MUTATION_REPLY': {
      const { from, problem } = message;
      return [
        note(
          'what',
          problem === null
            ? label('content-stream-stored', { from })
            : label('content-stream-refused', { from, problem: problemText(moment.identities, problem) }),
        ),
      ];
    }
    default:
      return unreachable(message);
  }
}

function schemaOf(moment: Moment, version: string): Schema | null {
  return moment.seen.byVersion.get(version)?.schema ?? null;
}

function keyOf(moment: Moment, cfId: string, key: string): string {
  const schema = moment.seen.list.find((one) => one.schema.cfId === cfId)?.schema;
  return schema === undefined ? `0x${key}` : decodedKey(schema, 'partition_key', key);
}

const WHAT_OF = { write: 'content-mutation', repair: 'content-repair', stream: 'content-stream' } as const;

/** A mutation's cells as they are on the wire: by id, readable only with their version. */
function mutationBlocks(
  moment: Moment,
  message: Extract<Message, { verb: 'MUTATION' | 'STREAM_MUTATION' }>,
): readonly Block[] {
  const { mutation } = message;
  const schema = schemaOf(moment, mutation.version);
  return [
    note('what', label(WHAT_OF[message.verb === 'MUTATION' ? message.attempt : 'stream'], {})),
    facts('mutation', [
      fact(label('inspect-key', {}), value(keyOf(moment, mutation.cfId, mutation.key))),
      fact(label('inspect-stored-at', {}), versionValue(moment, mutation.version)),
      ...(message.verb === 'MUTATION'
        ? [
            fact(label('inspect-reply-to', {}), nodeValue(message.replyTo)),
            fact(label('inspect-forward', {}), ...message.forward.map(nodeValue)),
          ]
        : []),
    ]),
    ...partitionBlocks(moment, mutation.partition, schema),
  ];
}

/** What is deleted, and the cells: readable only with their version. */
function partitionBlocks(moment: Moment, partition: Partition, schema: Schema | null): readonly Block[] {
  return schema === null
    ? []
    : [
        facts('deletions', tombstoneFacts(deletionsOf(partition), schema)),
        cellsTable(moment, { cells: memoryCells(partition, schema), schema, entry: null }),
      ];
}

/** The version of a reply is that of its request. */
function replyBlocks(moment: Moment, message: Extract<Message, { verb: 'READ_REPLY' }>): readonly Block[] {
  const { asked, from, to, statement, partition, problem, digest } = message;
  const version =
    moment.index.strokes.find(
      (one) => one.verb === asked && one.from === to && one.to === from && one.statement === statement,
    )?.version ?? null;
  const schema = version === null ? null : schemaOf(moment, version);
  return [
    ...(partition === null ? [] : [note('what', label('content-reply', {}))]),
    facts('reply', [
      fact(
        label('inspect-problem', {}),
        ...(problem === null ? [] : [value(problemText(moment.identities, problem))]),
      ),
      fact(label('inspect-digest', {}), ...(digest === '' ? [] : [mono(digest, { copy: digest })])),
      fact(label('inspect-asked-version', {}), ...(version === null ? [] : [versionValue(moment, version)])),
      fact(
        label('inspect-content-row', {}),
        value(label(partition === null ? 'content-no-row' : 'content-row', {})),
      ),
    ]),
    ...(partition === null ? [] : partitionBlocks(moment, partition, schema)),
  ];
}

/** System rows on the wire: what the receiver merges, cell by cell. */
function rowBlocks(rows: SchemaRows): readonly Block[] {
  const shown = (['keyspaces', 'columnfamilies', 'columns'] as const).flatMap((name) =>
    entriesOf(rows[name]).flatMap(([keyspace, partition]) =>
      entriesOf(partition.rows).map(([key, row]): ShownRow => {
        const place = [`schema_${name}`, keyspace, ...key.split('\u0000')].filter((part) => part !== '');
        return {
          key: `${name}/${keyspace}/${key}`,
          name: enumerated(place),
          tombstone: row.tombstone,
          cells: systemCells(row),
          changed: false,
        };
      }),
    ),
  );
  return rowTables(shown);
}
