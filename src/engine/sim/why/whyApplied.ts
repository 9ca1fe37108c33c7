// Why a write was applied under a version that does not contain its own (I2): what the node had not heard of, what made it
// believe that it had, and what it dropped.

import type { Protections } from '../../config/protections.ts';
import type { NodeId, SchemaVersion, StatementId } from '../../plain/scalars.ts';
import type { Reason } from './reason.ts';
import type { EventOf, Trace } from './trace.ts';
import { unheardBy, upTo } from './trace.ts';

type Applied = EventOf<'mutation-applied'>;

export const because = (
  step: number,
  fact: Reason['fact'],
  off: readonly (keyof Protections)[] = [],
): Reason => ({ step, fact, off });

/** Of some protections, those that are off. */
export function offOf(trace: Trace, ids: readonly (keyof Protections)[]): readonly (keyof Protections)[] {
  const { protections } = trace.state.core.config;
  const on: Partial<Record<keyof Protections, unknown>> = {
    syncBeforeApply: 'on',
    versionHash: 'mutations',
    syncSource: 'coordinator',
  };
  return ids.filter((id) => protections[id] !== (on[id] ?? true));
}

export function whyApplied(trace: Trace, node: NodeId, statement: StatementId): readonly Reason[] {
  const found = trace.of(
    'mutation-applied',
    (one) => one.node === node && one.statement === statement && one.unsafe,
  )[0];
  if (found === undefined) {
    return [];
  }
  const { step, event } = found;
  const before = upTo(trace, step - 1);
  const dropped = trace
    .of('stored', (one, at) => at === step && one.node === node && one.event.kind === 'cell-discarded')
    .map((one) => because(step, { kind: 'event', event: one.event }));
  return [
    ...whyLacking(before, event, step),
    ...whyBelieved(trace, event, step),
    ...dropped,
    ...confirmedBy(trace, node, statement, step),
  ];
}

/** What the node had not heard of. */
function whyLacking(before: Trace, { node, version, shard }: Applied, step: number): readonly Reason[] {
  const switched = before.of(
    'schema-switched',
    (one) => one.node === node && one.to === version && one.shard !== shard,
  );
  const other = switched.at(-1);
  if (other !== undefined) {
    return [
      ...madeReasons(before, version),
      because(other.step, { kind: 'event', event: other.event }),
      because(step, { kind: 'shard-behind', node, shard, version }, offOf(before, ['publishToAllShards'])),
    ];
  }
  const unheard = unheardBy(before, node, version).slice(-2);
  return unheard.flatMap(({ made, lost }) => [
    because(made.step, { kind: 'made', ...made }),
    because(lost ?? step, {
      kind: lost === null ? 'push-under-way' : 'push-lost',
      node,
      statement: made.statement,
    }),
  ]);
}

export function madeReasons(trace: Trace, version: SchemaVersion | null): readonly Reason[] {
  return trace.made
    .filter((one) => one.version === version)
    .map((one, i) => because(one.step, { kind: i === 0 ? 'made' : 'made-again', ...one }));
}

/** Why it went on all the same: nobody was asked, or a mark that was not true. */
function whyBelieved(trace: Trace, applied: Applied, step: number): readonly Reason[] {
  const { node, statement, version } = applied;
  const apply = { node, statement, version };
  if (trace.state.core.config.protections.syncBeforeApply !== 'on') {
    const off = offOf(trace, ['syncBeforeApply', 'syncedCheck']);
    return [because(step, { kind: 'applied-unmerged', ...apply }, off)];
  }
  const mark = markOf(upTo(trace, step), node, version);
  return mark === null
    ? [because(step, { kind: 'applied-unmerged', ...apply }, offOf(trace, ['syncedCheck', 'versionTags']))]
    : [...mark, because(step, { kind: 'applied-marked', ...apply })];
}

/** The mark that a version is merged, and what made it untrue. */
export function markOf(trace: Trace, node: NodeId, version: SchemaVersion): readonly Reason[] | null {
  const found = trace.of('version-synced', (one) => one.node === node && one.version === version).at(-1);
  if (found === undefined) {
    return null;
  }
  const { step, event } = found;
  const pulled = trace.of(
    'schema-merged',
    (one, at) => at === step && one.node === node && one.origin === 'pull',
  )[0];
  // Whoever made the version has merged it; who only passed the write on may not have.
  const maker = trace.made.find((one) => one.version === version)?.node;
  const isPasser = pulled !== undefined && maker !== undefined && maker !== pulled.event.from;
  const fact = {
    kind: 'marked',
    node,
    version,
    by: event.by,
    peer: pulled?.event.from ?? null,
  } as const;
  const off = offOf(trace, [
    'versionHash',
    'deterministicTieBreak',
    'cellwiseMerge',
    'mergeLock',
    ...(isPasser ? (['syncSource'] as const) : []),
  ]);
  return [...againReasons(trace, version), ...tieReasons(trace), because(step, fact, off)];
}

/** The version came back: each time that it was made. */
function againReasons(before: Trace, version: SchemaVersion): readonly Reason[] {
  const made = madeReasons(before, version);
  const off = offOf(before, ['versionHash']);
  return made.length > 1 ? made.map((one, i) => (i === 0 ? one : { ...one, off })) : [];
}

function tieReasons(before: Trace): readonly Reason[] {
  if (before.state.core.config.protections.deterministicTieBreak) {
    return [];
  }
  const stamped = before.timeline.steps
    .slice(0, before.end)
    .flatMap(({ command }, i) => (command.kind === 'alter-table' ? [{ step: i + 1, command }] : []));
  return stamped.flatMap(({ step, command }, i) => {
    const first = stamped.slice(0, i).find((one) => one.command.timestamp === command.timestamp)?.command;
    return first === undefined
      ? []
      : [because(step, { kind: 'tie', first: first.id, second: command.id }, ['deterministicTieBreak'])];
  });
}

/** That the node said it had stored the write. */
export function confirmedBy(
  trace: Trace,
  node: NodeId,
  statement: StatementId,
  from: number,
): readonly Reason[] {
  const sent = trace.of(
    'message-sent',
    (one, at) =>
      at >= from && one.verb === 'MUTATION_DONE' && one.from === node && one.statement === statement,
  )[0];
  const own = trace.of(
    'write-acknowledged',
    (one, at) => at >= from && one.by === node && one.node === node && one.statement === statement,
  )[0];
  const step = sent?.step ?? own?.step;
  return step === undefined ? [] : [because(step, { kind: 'confirmed', node, statement })];
}
