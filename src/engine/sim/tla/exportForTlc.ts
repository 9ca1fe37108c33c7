// "Export for TLC" (SPEC T3): the model of the merge with a configuration file and a start, so that a search that outgrows
// the page goes on elsewhere. Pure: the module's text comes in, two files come out.

import type { Protections } from '../../config/protections.ts';
import type { Statement } from '../../cql/statement.ts';
import { keysOf } from '../../plain/record.ts';
import type { Result } from '../../plain/result.ts';
import { ok, refuse } from '../../plain/result.ts';
import type { Command } from '../command.ts';
import { CONDITIONS } from '../conditions.ts';
import { PROMISE_TABLE } from '../promiseTable.ts';
import type { Core } from '../state.ts';
import { isStatement } from '../step.ts';
import type { Timeline } from '../timeline.ts';
import { stateAt } from '../timeline.ts';
import type { MergeModel } from './mergeModel.ts';
import { mergeModel } from './mergeModel.ts';
import { tlaText } from './tlaValue.ts';

/** What the explorer is asked, as far as the model knows it. */
export interface TlcOptions {
  /** Statements that may be given at any moment; those of one node in the order of this list. */
  readonly queue: readonly Command[];
  readonly queueOrder?: 'by-node' | 'free';
  readonly gossipAndTimers: 'never' | 'whenQuiet' | 'always';
  readonly faults?: {
    readonly losses?: number;
    readonly duplicates?: number;
    readonly crashes?: number;
  };
}

export interface TlcFile {
  readonly name: string;
  readonly text: string;
}

/** Promises that the model states, by the name of their invariant. */
const INVARIANTS: Readonly<Record<string, string>> = {
  I1: 'SyncedIsContained',
  I2: 'AppliedIsContained',
  I6: 'QuietAgrees',
  I9: 'ConfirmedIsKept',
  I10: 'SenderKnows',
};

/** The files for the state after `step`, or why it lies outside the model. `module` is the text of model/SchemaMerge.tla. */
export function exportForTlc(
  module: string,
  timeline: Timeline,
  step: number,
  options: TlcOptions,
): Result<readonly TlcFile[]> {
  const beyond = beyondModel(options);
  const made = beyond === null ? modelAt(timeline, step, options.queue) : refuse(beyond);
  if (!made.ok) {
    return refuse(`This search cannot be exported. ${made.problem}`);
  }
  const given = timeline.steps.slice(0, step).map(({ command }) => command);
  const { core } = stateAt(timeline, step);
  return ok([
    { name: 'SchemaMerge.tla', text: withRun(module, runSection(made.value)) },
    { name: 'SchemaMerge.cfg', text: cfgText({ core, model: made.value, options, given }) },
  ]);
}

function beyondModel({ queue, queueOrder = 'by-node', faults = {} }: TlcOptions): string | null {
  if ((faults.duplicates ?? 0) > 0 || (faults.crashes ?? 0) > 0) {
    return 'The model loses messages, but it neither doubles them nor stops nodes: search without these faults.';
  }
  const nodes = queue.map((command) => ('node' in command ? command.node : ''));
  return queueOrder === 'free' && new Set(nodes).size < nodes.length
    ? 'The model gives the commands of one node in their order: choose that order.'
    : null;
}

export function modelAt(timeline: Timeline, step: number, queue: readonly Command[]): Result<MergeModel> {
  const past = [timeline.start, ...timeline.steps.slice(0, step).map(({ state }) => state)];
  const { core } = stateAt(timeline, step);
  const given = statementsGiven(timeline, step);
  const other = queue.find((command) => !isStatement(command));
  return other === undefined
    ? mergeModel({
        core,
        past: past.map((state) => state.core),
        given,
        queue: queue.filter((one) => isStatement(one)),
      })
    : refuse(`The model gives statements and nothing else: take the ${other.kind} out of the queue.`);
}

function statementsGiven(timeline: Timeline, step: number): readonly Statement[] {
  const commands = timeline.steps.slice(0, step).map(({ command }) => command);
  return [...timeline.config.setup, ...commands.filter((command) => isStatement(command))];
}

const BEGIN = '\\* BEGIN RUN\n';
const END = '\\* END RUN\n';

function withRun(module: string, run: string): string {
  const [before = '', rest = ''] = module.split(BEGIN);
  const after = rest.slice(rest.indexOf(END));
  return `${before}${BEGIN}${run}${after}`;
}

/** What an export puts in the place of the module's own example. */
function runSection({ names, statements, state }: MergeModel): string {
  const partitions = names.partitions.map((_, i) => `"p${i + 1}"`).join(', ');
  const nodes = keysOf(state.node.of);
  const cases = nodes.map((node) => `n = "${node}" ->\n    ${tlaText(state.node.of[node] ?? 0)}`);
  const numbered = statements.map((statement) => `  ${tlaText(statement)}`);
  return [
    '(* Written by "Export for TLC": the state that the search begins with.    *)',
    ...names.statements.map((id, i) => `\\* ${i + 1} is statement ${spelt(id)}.`),
    '',
    `Statements == <<\n${numbered.join(',\n')}\n>>`,
    '',
    `Partitions == {${partitions}}`,
    '',
    `StartNode(n) ==\n  CASE ${cases.join('\n  [] ')}`,
    '',
    `StartMessages == ${tlaText(state.msgs)}`,
    '',
  ].join('\n');
}

/** An id comes from outside: in a comment it may neither end the line nor leave ASCII. */
function spelt(id: string): string {
  return id.replace(/[^\x20-\x7e]/gu, '?');
}

interface CfgParts {
  readonly core: Core;
  readonly model: MergeModel;
  readonly options: TlcOptions;
  readonly given: readonly Command[];
}

function cfgText({ core, model, options, given }: CfgParts): string {
  const { config } = core;
  const constants = {
    Nodes: `{${config.nodes.map((node) => `"${node}"`).join(', ')}}`,
    Columns: `{${model.names.columns.map((column) => `"${column}"`).join(', ')}}`,
    GossipAndTimers: `"${options.gossipAndTimers}"`,
    LossesMax: String(options.faults?.losses ?? 0),
    ...switches(config.protections),
  };
  const commands = [...given, ...options.queue, ...whatMayCome(options)];
  const isPromised = (promise: string): boolean =>
    PROMISE_TABLE.some(
      (row) =>
        row.promise === promise && row.conditions.every((id) => CONDITIONS[id].holds(config, commands)),
    );
  const asked = keysOf(INVARIANTS).filter(isPromised);
  const left = keysOf(INVARIANTS).filter((promise) => !isPromised(promise));
  return [
    '\\* Written by "Export for TLC" for SchemaMerge.tla. How to run it: docs/model-checking.md.',
    'CONSTANTS',
    ...Object.entries(constants).map(([name, value]) => `  ${name} = ${value}`),
    'INIT Init',
    'NEXT Next',
    'INVARIANTS',
    ...asked.map((promise) => `  ${INVARIANTS[promise]}`),
    ...left.map((promise) => `\\* ${promise} (${INVARIANTS[promise]}) is not promised for these statements.`),
    'CHECK_DEADLOCK FALSE',
    '',
  ].join('\n');
}

/** What the search may do besides, as commands: promises that are not made under losses or time-outs are not asked for. */
function whatMayCome({ faults, gossipAndTimers }: TlcOptions): readonly Command[] {
  // That no pull was lost is part of the invariant; other losses are a fault like any.
  const losses: Command[] = (faults?.losses ?? 0) > 0 ? [{ kind: 'lose', message: 'MUTATION' }] : [];
  const timers: Command[] = gossipAndTimers === 'never' ? [] : [{ kind: 'fire', timer: 'write-timeout ' }];
  return [...losses, ...timers];
}

function switches(protections: Protections): Readonly<Record<string, string>> {
  const word = (value: boolean): string => (value ? 'TRUE' : 'FALSE');
  return {
    SyncBeforeApply: word(protections.syncBeforeApply === 'on'),
    SyncedCheck: word(protections.syncedCheck),
    RememberSynced: word(protections.rememberSynced),
    DroppedAt: word(protections.droppedAt),
    CoordinatorHoldsSchema: word(protections.coordinatorHoldsSchema),
    CellwiseMerge: word(protections.cellwiseMerge),
    AlterWritesOnlyChanges: word(protections.alterWritesOnlyChanges),
    GossipPull: word(protections.gossipPull),
    PullDelay: word(protections.pullDelay),
  };
}
