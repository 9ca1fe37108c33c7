// A client's statement: its CQL, how it ended, the version its answer conforms to, what it cost, and its messages.

import type {
  ChargedEvent,
  Ledger,
  SimEvent,
  Statement,
  StatementId,
  StatementResult,
} from '../../engine/index.ts';
import { chargesUpTo, lookup, statementCql } from '../../engine/index.ts';
import { messageName } from '../narration/narrateMessage.ts';
import { problemText } from '../narration/problemWords.ts';
import type { StrokeFact } from '../run/loomIndex.ts';
import { type Moment, stateAt } from '../run/moment.ts';
import { messagesOf } from '../run/statementMessages.ts';
import { versionOfChange } from '../run/statementWords.ts';
import { timeText } from '../words/microsWords.ts';
import { label } from '../words/say.ts';
import { historySection } from './historySection.ts';
import type { Inspection, Section, TableRow, Value } from './inspection.ts';
import { strokeState } from './messageState.ts';
import { missing } from './missing.ts';
import {
  fact,
  facts,
  heads,
  link,
  mono,
  nodeValue,
  note,
  nothing,
  quiet,
  section,
  stepValue,
  table,
  tableSection,
  value,
  versionValue,
} from './values.ts';

export function inspectStatement(moment: Moment, id: StatementId): Inspection {
  const statement = moment.statements.byId.get(id);
  const step = givenAt(moment, id);
  if (statement === undefined || step === null || step > moment.step) {
    return missing('statement');
  }
  const cql = statementCql(statement, stateAt(moment.timeline, step - 1).core);
  return {
    key: `statement ${id}`,
    kind: label('inspect-kind-statement', {}),
    title: label('inspect-statement', { what: moment.words.label(id), statement: id }),
    lead: '',
    identity: null,
    sections: [
      section('cql', label('inspect-cql', {}), [{ kind: 'code', key: 'cql', text: cql, copy: cql }]),
      factsSection(moment, statement, step),
      ...outcomeSections(moment, statement, step),
      costSection(moment, id, step),
      messagesSection(moment, id),
      historySection(moment, (event) => names(event, id), {
        title: label('inspect-history', {}),
        none: label('inspect-none', {}),
        open: false,
      }),
    ],
  };
}

/** The step at which it was given; 0 for the setup, null when the run knows none. */
function givenAt(moment: Moment, id: StatementId): number | null {
  if (moment.timeline.config.setup.some((statement) => statement.id === id)) {
    return 0;
  }
  const at = moment.timeline.steps.findIndex(({ command }) => 'id' in command && command.id === id);
  return at === -1 ? null : at + 1;
}

function factsSection(moment: Moment, statement: Statement, step: number): Section {
  const prepared = 'prepared' in statement ? statement.prepared : undefined;
  const asked = 'schemaVersion' in statement ? statement.schemaVersion : undefined;
  const made = versionOfChange(moment.statements, statement.id, moment.step);
  return section('facts', label('inspect-facts', {}), [
    facts('facts', [
      fact(label('inspect-coordinator', {}), nodeValue(statement.node)),
      fact(label('inspect-given-at', {}), step === 0 ? value(label('inspect-setup', {})) : stepValue(step)),
      fact(
        label('inspect-timestamp', {}),
        mono(label('at-time', { ts: String(statement.timestamp) })),
        quiet(timeText(statement.timestamp)),
      ),
      fact(
        label('inspect-consistency', {}),
        ...('consistency' in statement ? [mono(statement.consistency)] : []),
      ),
      fact(label('inspect-through', {}), ...(prepared === undefined ? [] : [mono(prepared)])),
      fact(label('inspect-asked-version', {}), ...(asked === undefined ? [] : [versionValue(moment, asked)])),
      fact(label('inspect-made-version', {}), ...(made === null ? [] : [versionValue(moment, made)])),
      fact(label('inspect-id', {}), mono(statement.id)),
    ]),
  ]);
}

function outcomeSections(moment: Moment, statement: Statement, step: number): readonly Section[] {
  const title = label('inspect-outcome', {});
  const node = moment.state.core.nodes.find((one) => one.id === statement.node);
  const result = lookup(node?.results ?? {}, statement.id);
  if (result === undefined) {
    const text = label(step === 0 ? 'inspect-outcome-setup' : 'inspect-outcome-open', {});
    return [section('outcome', title, [note('open', text)])];
  }
  const ended = moment.timeline.steps.findIndex(({ events }) =>
    events.some((event) => event.kind === 'statement-ended' && event.statement === statement.id),
  );
  return [
    section('outcome', title, [
      facts('outcome', [
        fact(
          label('inspect-state', {}),
          value(label(`outcome-${result.status}`, {})),
          ...(ended === -1 ? [] : [stepValue(ended + 1)]),
        ),
        fact(
          label('inspect-problem', {}),
          ...(result.problem === '' ? [] : [value(problemText(moment.identities, result.problem))]),
        ),
        fact(
          label('inspect-conforms', {}),
          ...(result.rows === null ? [] : [versionValue(moment, result.rows.version)]),
        ),
      ]),
      ...(result.rows === null ? [] : [rowsBlock(result.rows)]),
    ]),
  ];
}

/** Each value with who wrote it: a value under another column's name is plain to see. */
function rowsBlock(set: NonNullable<StatementResult['rows']>) {
  const rows = set.rows.flatMap((row, i) =>
    row.map((cell, at): TableRow => {
      const name = set.columns[at] ?? '';
      const strayed = cell.column !== null && cell.column !== name;
      return {
        key: `${i}/${at}`,
        tone: 'plain',
        cells: [
          [value(name)],
          [cell.text === null ? nothing() : mono(cell.text)],
          cell.ts === null ? [] : [mono(label('at-time', { ts: String(cell.ts) }))],
          [
            ...(cell.statement === null
              ? []
              : [link(cell.statement, { kind: 'statement' as const, statement: cell.statement })]),
            ...(strayed ? [quiet(label('inspect-written-for', { column: cell.column ?? '' }))] : []),
          ],
        ],
      };
    }),
  );
  const head = ['column', 'value', 'written', 'by'] as const;
  return rows.length === 0
    ? note('none', label('inspect-no-row', {}))
    : table('rows', label('inspect-answer', {}), heads(head), rows);
}

/** In the order in which a statement causes them; what is a share of something stands right under it. */
const COSTS = [
  'loads',
  'pulls',
  'mutations',
  'reads',
  'merges',
  'emptyMerges',
  'schemaFlushes',
  'pushes',
  'announcements',
  'upgrades',
] as const satisfies readonly (keyof Ledger)[];

function costSection(moment: Moment, id: StatementId, step: number): Section {
  const title = label('inspect-cost', {});
  const charges = chargesUpTo(moment.timeline, moment.step).filter(({ statement }) => statement === id);
  if (step === 0) {
    return section('cost', title, [note('setup', label('inspect-cost-setup', {}))], { open: false });
  }
  const items = COSTS.map((item) => [item, charges.filter((one) => one.item === item)] as const);
  return section(
    'cost',
    title,
    charges.length === 0
      ? [note('none', label('inspect-cost-none', {}))]
      : [
          facts(
            'cost',
            items
              .filter(([, own]) => own.length > 0)
              .map(([item, own]) =>
                fact(label(`cost-${item}`, {}), value(String(own.length)), ...whereValues(own)),
              ),
          ),
        ],
  );
}

/** So many places are named. */
const PLACES_SHOWN = 6;

/** On which node in which step each was caused. */
function whereValues(charges: readonly ChargedEvent[]): readonly Value[] {
  const places = new Map(charges.map(({ node, step }) => [`${step} ${node}`, { node, step }]));
  const shown = [...places.values()].slice(0, PLACES_SHOWN);
  return [
    ...shown.map(({ node, step }) =>
      value(label('cost-at', { node, step: String(step) }), { step, tone: 'quiet' }),
    ),
    ...(places.size > shown.length
      ? [quiet(label('cost-more', { count: String(places.size - shown.length) }))]
      : []),
  ];
}

function messagesSection(moment: Moment, id: StatementId): Section {
  const head = ['message', 'sent', 'state'] as const;
  return tableSection(
    { key: 'messages', title: label('inspect-messages', {}) },
    heads(head),
    messagesOf(moment, id).map((stroke) => messageRow(moment, stroke)),
  );
}

function messageRow(moment: Moment, stroke: StrokeFact): TableRow {
  const state = strokeState(moment, stroke);
  return {
    key: String(stroke.index),
    tone: state.step === moment.step ? 'changed' : 'plain',
    cells: [
      [link(messageName(moment.words, stroke), { kind: 'message', message: stroke.message })],
      [stepValue(stroke.sentStep)],
      [value(state.text), ...(state.step === null ? [] : [stepValue(state.step)])],
    ],
  };
}

const names = (event: SimEvent, id: StatementId): boolean =>
  ('statement' in event && event.statement === id) ||
  ('statements' in event && event.statements.includes(id));
