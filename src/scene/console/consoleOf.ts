// The console of one node at the playhead: typed lines and what the page did, in the order of the run. A typed line that
// became a step stands in that step's place, in the words in which it was typed.

import type { ConsoleSession, NodeState, Statement, Step, Timeline } from '../../engine/index.ts';
import { entriesOf, isStatement, lookup, NEW_CONSOLE } from '../../engine/index.ts';
import { type Moment, momentAt, stateAt, versionOnShard } from '../run/moment.ts';
import type { Playhead, SceneOptions } from '../shape/scene.ts';
import { enumerated, label } from '../words/say.ts';
import { echoOf } from './consoleEcho.ts';
import { inputSpans } from './consoleInput.ts';
import { outcomeOf, rowsOf } from './consoleOutcome.ts';
import { traceOf } from './consoleTrace.ts';
import {
  type ConsoleEntry,
  type ConsoleOutcome,
  type ConsoleView,
  NO_OUTCOME,
  type PreparedText,
  type TypedLine,
} from './consoleView.ts';

export interface ConsoleSource {
  readonly node: string;
  /** Those that belong to the past of the playhead. */
  readonly lines: readonly TypedLine[];
  /** What the console remembers now. */
  readonly session: ConsoleSession;
}

export function consoleOf(
  timeline: Timeline,
  playhead: Playhead,
  options: SceneOptions,
  { node: id, lines, session }: ConsoleSource,
): ConsoleView | null {
  const moment = momentAt(timeline, playhead, options);
  const node = moment.state.core.nodes.find((one) => one.id === id);
  if (node === undefined) {
    return null;
  }
  return {
    node: id,
    title: label('console-title', { node: id }),
    identity: moment.identities.of(versionOnShard(moment, node, 0)),
    up: node.up,
    settings: settingsOf(session),
    prepared: preparedOf(moment, node),
    entries: entriesAt(moment, node, lines),
    empty: label(node.up ? 'console-empty' : 'console-down', { node: id }),
  };
}

function settingsOf({ keyspace, consistency, tracing }: ConsoleSession): readonly string[] {
  return [
    keyspace === null
      ? label('console-setting-no-keyspace', {})
      : label('console-setting-keyspace', { keyspace }),
    label('console-setting-consistency', { consistency }),
    label('console-setting-tracing', { on: tracing ? 'on' : 'off' }),
  ];
}

function preparedOf(moment: Moment, node: NodeState): readonly PreparedText[] {
  return entriesOf(node.prepared).map(([name, { schema }]) => ({
    name,
    sentence:
      schema === null ? label('console-prepared-invalid', { name }) : label('console-prepared-at', { name }),
    identity: moment.identities.of(schema?.version ?? null),
  }));
}

/** Lines by the step that they stand at, in the order in which they were typed. */
function byStep(lines: readonly TypedLine[]): ReadonlyMap<number, readonly TypedLine[]> {
  const found = new Map<number, TypedLine[]>();
  for (const line of [...lines].sort((a, b) => a.id - b.id)) {
    const there = found.get(line.step);
    if (there === undefined) {
      found.set(line.step, [line]);
    } else {
      there.push(line);
    }
  }
  return found;
}

function entriesAt(moment: Moment, node: NodeState, lines: readonly TypedLine[]): readonly ConsoleEntry[] {
  const typed = byStep(lines);
  let session = NEW_CONSOLE;
  let entries: ConsoleEntry[] = [];
  for (let at = 0; at <= moment.step; at++) {
    const here = typed.get(at) ?? [];
    const asked = here.find(({ answer }) => answer.kind === 'asked');
    session = asked?.session ?? session;
    const taken = moment.timeline.steps[at - 1];
    const done = taken === undefined ? null : stepEntry({ moment, node, session, at }, taken, asked);
    if (done !== null) {
      entries.push(done);
    }
    for (const line of here.filter((one) => one !== asked)) {
      session = line.session;
      if (line.answer.kind === 'cleared') {
        entries = [];
      } else {
        entries.push(lineEntry(line));
      }
    }
  }
  return entries;
}

interface Place {
  readonly moment: Moment;
  readonly node: NodeState;
  readonly session: ConsoleSession;
  readonly at: number;
}

/** What a step did to this node, in the words in which it was typed, if it was. */
function stepEntry(place: Place, step: Step, line: TypedLine | undefined): ConsoleEntry | null {
  const { moment, node, session, at } = place;
  const echo = echoOf(step, stateAt(moment.timeline, at - 1), node.id);
  if (echo === null) {
    return null;
  }
  const statement: Statement | null = isStatement(step.command) ? step.command : null;
  const isData = statement !== null;
  return {
    ...baseOf(at, line?.text ?? echo.text, null),
    note: noteOf(line),
    key: `step ${at}`,
    source: line === undefined ? echo.source : 'typed',
    sourceText: line === undefined ? label('console-from-page', {}) : '',
    outcome: isData ? outcomeOf(moment, node, statement) : NO_OUTCOME,
    rows: isData ? rowsOf(moment, node, statement) : null,
    trace: isData && session.tracing ? traceOf(moment, statement, at) : null,
    changed: at === moment.step || endsNow(moment, node, statement),
  };
}

/** Its client got its answer in the step at the playhead. */
function endsNow(moment: Moment, node: NodeState, statement: Statement | null): boolean {
  const before = stateAt(moment.timeline, moment.step - 1).core.nodes.find(({ id }) => id === node.id);
  return (
    statement !== null &&
    lookup(node.results, statement.id) !== undefined &&
    lookup(before?.results ?? {}, statement.id) === undefined
  );
}

function lineEntry(line: TypedLine): ConsoleEntry {
  return {
    ...baseOf(line.step, line.text, line.answer.kind === 'refused' ? line.answer : null),
    note: noteOf(line),
    key: `line ${line.id}`,
    source: 'typed',
    sourceText: '',
    outcome: answerOutcome(line),
    rows: null,
    trace: null,
    changed: false,
  };
}

function answerOutcome({ answer }: TypedLine): ConsoleOutcome {
  switch (answer.kind) {
    case 'said':
      return { kind: 'said', text: answer.text, identity: null };
    case 'refused':
      return { kind: 'refused', text: answer.sentence, identity: null };
    default:
      return NO_OUTCOME;
  }
}

/** Options that one pastes with a schema and that mean nothing to this cluster. */
const noteOf = (line: TypedLine | undefined): string =>
  line === undefined || line.passedOver.length === 0
    ? ''
    : label('console-passed-over', { options: enumerated(line.passedOver) });

function baseOf(step: number, text: string, mark: Parameters<typeof inputSpans>[1]) {
  return {
    step,
    stepText: step === 0 ? label('inspect-start', {}) : label('log-step', { step: String(step) }),
    text,
    spans: inputSpans(text, mark),
  };
}
