// Why a confirmed or acknowledged cell is gone (I9, I13): it was never stored, an upgrade dropped it, its table went, or the
// definition of its version did not survive a crash.

import type { NodeId, StatementId } from '../../plain/scalars.ts';
import type { Witness } from '../promise.ts';
import type { Fact, Reason } from './reason.ts';
import type { At, EventOf, Trace } from './trace.ts';
import { upTo } from './trace.ts';
import { because, confirmedBy, madeReasons, markOf, offOf, whyApplied } from './whyApplied.ts';
import { whyAdopted } from './whySchema.ts';

type Stored = At<EventOf<'stored'>>;

export function whyLost(trace: Trace, witness: Witness, isAcknowledged: boolean): readonly Reason[] {
  const { statement, column } = witness;
  if (statement === null || column === null) {
    return [];
  }
  const confirmed = trace.state.core.nodes.filter(
    ({ id }) => confirmedBy(trace, id, statement, 0).length > 0,
  );
  const nodes = isAcknowledged ? confirmed.map(({ id }) => id) : witness.nodes;
  const lost = trace
    .of('message-lost', (one) => one.statement === statement && one.verb === 'MUTATION')
    .map(({ step, event }) => because(step, { kind: 'event', event }));
  const told = trace
    .of('statement-ended', (one) => one.statement === statement && one.result.status === 'ok')
    .map(({ step, event }) => because(step, { kind: 'acknowledged', node: event.node, statement }));
  return [
    ...nodes.flatMap((node) => whyGone(trace, node, { statement, column })),
    ...(isAcknowledged ? lost : []),
    ...(isAcknowledged || told.length > 0 ? told : []),
  ];
}

interface Cell {
  readonly statement: StatementId;
  readonly column: string;
}

function whyGone(trace: Trace, node: NodeId, cell: Cell): readonly Reason[] {
  const dropped = trace.of('stored', (one) => one.node === node && isDiscard(one, cell)).at(-1);
  if (dropped === undefined) {
    return [...confirmedBy(trace, node, cell.statement, 0), ...whyTableGone(trace, node)];
  }
  const { event } = dropped.event;
  if (event.kind === 'cell-discarded' && event.source === 'mutation') {
    return [...whyApplied(trace, node, cell.statement), ...ifSafe(trace, node, cell, dropped)];
  }
  return [
    ...confirmedBy(trace, node, cell.statement, 0),
    ...whyVersion(trace, node, cell.statement),
    ...whySchemaLost(trace, node, cell, dropped),
    because(dropped.step, { kind: 'event', event: dropped.event }),
  ];
}

/** A write that no rule told from one that was merged, and that still lost a cell: its version had come back. */
function ifSafe(trace: Trace, node: NodeId, { statement }: Cell, dropped: Stored): readonly Reason[] {
  const applied = appliedOn(trace, node, statement);
  if (applied === undefined || applied.event.unsafe) {
    return [];
  }
  const { step, event } = applied;
  const { version } = event;
  const mark = version === event.current ? [] : (markOf(upTo(trace, step), node, version) ?? []);
  const believed = because(step, { kind: 'applied-marked', node, statement, version });
  return [
    ...(mark.length > 1 ? [...mark, believed] : []),
    because(dropped.step, { kind: 'event', event: dropped.event }),
    ...confirmedBy(trace, node, statement, dropped.step),
  ];
}

function appliedOn(trace: Trace, node: NodeId, statement: StatementId) {
  return trace.of('mutation-applied', (one) => one.node === node && one.statement === statement)[0];
}

/** The version that a write was made under, and who made that. */
function whyVersion(trace: Trace, node: NodeId, statement: StatementId): readonly Reason[] {
  const applied = appliedOn(trace, node, statement);
  return applied === undefined ? [] : madeReasons(trace, applied.event.version).slice(0, 1);
}

function isDiscard(stored: EventOf<'stored'>, { statement, column }: Cell): boolean {
  const { event } = stored;
  return (
    event.kind === 'cell-discarded' &&
    event.source !== 'result' &&
    event.fate.statement === statement &&
    event.fate.column === column
  );
}

/** The change of the node's schema that made the upgrade drop the cell. */
function whySchemaLost(trace: Trace, node: NodeId, { column }: Cell, dropped: Stored): readonly Reason[] {
  const restarted = whyCrashed(trace, node, dropped.step);
  if (restarted.length > 0) {
    return restarted;
  }
  const adopted = whyAdopted(upTo(trace, dropped.step), node);
  if (adopted.length > 0) {
    return adopted;
  }
  const merged = trace
    .of('schema-merged', (one, at) => one.node === node && one.changed && at <= dropped.step)
    .at(-1);
  if (merged === undefined) {
    return [];
  }
  const { step, event } = merged;
  const { from, origin } = event;
  const told = { kind: 'event', event } as const;
  if (origin === 'ddl') {
    return [because(step, told)];
  }
  const { cellwiseMerge } = trace.state.core.config.protections;
  const [statement] = event.statements;
  const asked = trace
    .of('statement-received', (one) => one.statement === statement)
    .map((one) => because(one.step, { kind: 'event', event: one.event }));
  const fact: Fact = { kind: cellwiseMerge ? 'rewritten' : 'undone', node, from, column };
  const reason = dropped.event.event.kind === 'cell-discarded' ? dropped.event.event.fate.reason?.kind : null;
  const isUndone = !cellwiseMerge || reason === 'other-type' || reason === 'other-kind';
  const off = offOf(trace, cellwiseMerge ? ['alterWritesOnlyChanges'] : ['cellwiseMerge']);
  return isUndone ? [...asked, because(step, fact, off)] : [because(step, told)];
}

function whyCrashed(trace: Trace, node: NodeId, before: number): readonly Reason[] {
  const off = offOf(trace, ['schemaFlushedBeforeUse']);
  const crash = trace
    .of(
      'operated',
      ({ operation }, at) => at <= before && operation.kind === 'crash' && operation.node === node,
    )
    .at(-1);
  if (crash === undefined || off.length === 0) {
    return [];
  }
  const changes = trace.made.filter((one) => one.node === node && one.step <= crash.step).slice(-1);
  const restart = trace
    .of(
      'operated',
      ({ operation }, at) => at > crash.step && operation.kind === 'restart' && operation.node === node,
    )
    .slice(0, 1);
  return [
    ...changes.map((one) => because(one.step, { kind: 'made', ...one })),
    because(crash.step, { kind: 'unflushed', node }, off),
    ...restart.map((one) => because(one.step, { kind: 'event', event: one.event })),
  ];
}

/** No upgrade dropped the cell: its table has gone, or with a crash its version. */
function whyTableGone(trace: Trace, node: NodeId): readonly Reason[] {
  const crashed = whyCrashed(trace, node, trace.end);
  const gone = trace
    .of('schema-switched', (one) => one.node === node && one.to === null)
    .slice(-1)
    .map(({ step, event }) => because(step, { kind: 'event', event }));
  return [...crashed, ...gone];
}
