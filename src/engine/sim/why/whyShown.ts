// Why a read showed what it should not: a value under another column's name (I14), or one from before its column was
// dropped (I15).

import type { Witness } from '../promise.ts';
import type { Reason } from './reason.ts';
import type { Trace } from './trace.ts';
import { because, madeReasons, offOf } from './whyApplied.ts';

/** The replica that served a read, and the version it read under. */
function servedBy(trace: Trace, { statement, nodes }: Witness) {
  const served = trace.of('read-served', (one) => one.statement === statement).at(-1);
  return { node: served?.event.node ?? nodes[0] ?? '', step: served?.step ?? trace.end, served };
}

export function whyMisread(trace: Trace, witness: Witness): readonly Reason[] {
  const { node, step, served } = servedBy(trace, witness);
  const switched = trace.of('schema-switched', (one, at) => one.node === node && at <= step);
  const version = served?.event.version ?? witness.version;
  const made = switched.slice(-1).flatMap(({ event }) => madeReasons(trace, event.to));
  return [
    ...made,
    ...switched.slice(-2).map((one) => because(one.step, { kind: 'event', event: one.event })),
    because(step, { kind: 'read-untagged', node, version }, offOf(trace, ['versionTags'])),
  ];
}

export function whyUndropped(trace: Trace, witness: Witness): readonly Reason[] {
  const { fault } = witness;
  if (fault.kind !== 'shown-after-drop') {
    return [];
  }
  const { node, step } = servedBy(trace, witness);
  const changes = trace.timeline.steps
    .slice(0, trace.end)
    .flatMap(({ command }, i) =>
      command.kind === 'alter-table' &&
      command.changes.some((change) => 'name' in change && change.name === fault.name)
        ? [{ step: i + 1, statement: command.id }]
        : [],
    );
  const made = changes.flatMap(({ statement }) => {
    const one = trace.made.find((change) => change.statement === statement);
    return one === undefined ? [] : [because(one.step, { kind: 'made', ...one } as const)];
  });
  // Written after the drop, and stamped before it by whoever wrote it: drop times filter at conversions only.
  const early = trace.timeline.steps
    .slice(0, trace.end)
    .flatMap(({ command }, i) =>
      (command.kind === 'insert' || command.kind === 'update') &&
      command.usingTimestamp === true &&
      command.timestamp === fault.ts
        ? [because(i + 1, { kind: 'stamped-early', node: command.node, statement: command.id } as const)]
        : [],
    );
  const off = offOf(trace, ['droppedAt']);
  return [...made, ...early, because(step, { kind: 'shown-undropped', node, column: fault.name }, off)];
}
