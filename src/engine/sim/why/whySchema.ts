// Why versions and definitions are not as promised (I1, I3, I5 to I8, I10, I12, I16).

import type { Witness } from '../promise.ts';
import type { Reason } from './reason.ts';
import type { At, EventOf, Trace } from './trace.ts';
import { because, madeReasons, offOf } from './whyApplied.ts';

const told = ({ step, event }: At): Reason => because(step, { kind: 'event', event });

/** I1: what was marked, and the merge that took part of it away. */
export function whyNotContained(trace: Trace, { nodes, version }: Witness): readonly Reason[] {
  const [node = ''] = nodes;
  const mark = trace.of('version-synced', (one) => one.node === node && one.version === version).slice(-1);
  const adopted = whyAdopted(trace, node);
  const merged = trace
    .of('schema-merged', (one) => one.node === node && one.changed && one.origin !== 'ddl')
    .slice(-1);
  const off = offOf(trace, ['cellwiseMerge']);
  return [
    ...mark.map(told),
    ...adopted,
    ...merged.flatMap(({ step, event }) =>
      off.length > 0
        ? [because(step, { kind: 'undone', node, from: event.from, column: '' }, off)]
        : adopted.length > 0
          ? []
          : [told({ step, event })],
    ),
  ];
}

/** The table took over an incoming definition without merging it. */
export function whyAdopted(trace: Trace, node: string): readonly Reason[] {
  if (trace.state.core.config.protections.syncBeforeApply !== 'adoptIncoming') {
    return [];
  }
  const applied = trace.of('mutation-applied', (one) => one.node === node).map(({ step }) => step);
  return trace
    .of('schema-switched', (one, at) => one.node === node && one.to !== null && applied.includes(at))
    .slice(-1)
    .map(({ step, event }) =>
      because(step, { kind: 'adopted', node, version: event.to ?? '' }, offOf(trace, ['syncBeforeApply'])),
    );
}

/** I3: the version that came last had been read first, or an incoming one was taken over. */
export function whyStoredElsewhere(trace: Trace, { nodes, version }: Witness): readonly Reason[] {
  const [node = ''] = nodes;
  const stored = trace
    .of(
      'stored',
      ({ node: at, event }) =>
        at === node &&
        ((event.kind === 'mutation-stored' && event.version === version) ||
          (event.kind === 'entry-upgraded' && event.to === version)),
    )
    .slice(-1);
  const adopted = whyAdopted(trace, node);
  const last = trace.of('schema-switched', (one) => one.node === node).at(-1);
  const crossed: readonly Reason[] =
    adopted.length > 0 || last === undefined
      ? []
      : [
          because(
            last.step,
            { kind: 'merges-crossed', node, version: last.event.to },
            offOf(trace, ['mergeLock']),
          ),
        ];
  return [...madeReasons(trace, version), ...stored.map(told), ...adopted, ...crossed];
}

/** I5: equal rows and unequal versions, since tombstones count in the hash. */
export function whyUnequal(trace: Trace, witness: Witness): readonly Reason[] {
  const expired = trace.of('operated', ({ operation }) => operation.kind === 'expire-tombstones').slice(-1);
  const drops = trace.made.slice(-1);
  const off = offOf(trace, ['tombstonesOutOfHash']);
  return [
    ...(expired.length > 0
      ? drops.map((one) => because(one.step, { kind: 'made', ...one }))
      : madeReasons(trace, witness.version)),
    ...expired.map(told),
    ...(off.length > 0 ? [because(trace.end, { kind: 'tombstones-hashed' }, off)] : []),
  ];
}

/** I6: whose push was lost, who heard of it by gossip, and why nobody asked. */
export function whyApart(trace: Trace): readonly Reason[] {
  const lost = trace
    .of('message-lost', ({ verb }) => verb === 'DEFINITIONS_UPDATE' || verb.startsWith('MIGRATION'))
    .slice(-3);
  const failed = trace.of('merge-failed').slice(-2);
  const off = offOf(trace, ['gossipPull', 'deterministicTieBreak']);
  const asked = new Set(trace.of('schema-requested').map(({ event }) => event.node));
  const heard = trace.of('digest-heard', (one) => !one.same && !asked.has(one.node)).slice(-1);
  const changes = lost.flatMap(({ event }) => trace.made.filter((one) => one.statement === event.statement));
  return [
    ...changes.map((one) => because(one.step, { kind: 'made', ...one })),
    ...lost.map(told),
    ...failed.map(told),
    ...(off.includes('gossipPull')
      ? heard.map(({ step, event }) =>
          because(step, { kind: 'not-asked', node: event.node, from: event.from }, off),
        )
      : []),
  ];
}

/** I7, I10: whoever should know a version has forgotten it, or never knew it. */
export function whyUnknown(trace: Trace, { nodes, version, statement }: Witness): readonly Reason[] {
  const [node = ''] = nodes;
  const forgotten = trace
    .of('version-forgotten', (one) => one.node === node && one.version === version)
    .slice(-1);
  const asked = trace
    .of('version-not-found', (one) => one.node === node && one.version === version)
    .slice(-1);
  const sent = trace
    .of('message-sent', (one) => one.from === node && one.verb === 'MUTATION' && one.version === version)
    .slice(0, 1);
  const received = trace.of('statement-received', (one) => one.statement === statement);
  const passed = forgotten.length === 0 && sent.length > 0;
  const off = offOf(trace, passed ? ['syncSource'] : ['coordinatorHoldsSchema']);
  const why = (one: At<EventOf<'version-forgotten' | 'version-not-found'>>) =>
    because(one.step, { kind: 'event', event: one.event }, off);
  return [
    ...(received.length > 0 ? received : sent).map(told),
    ...forgotten.map(why),
    ...(forgotten.length > 0 ? asked.map(told) : asked.map(why)),
  ];
}

/** I8, I16: how the schema went elsewhere and came back to a version. */
export function whyReused(trace: Trace, { version }: Witness): readonly Reason[] {
  const last = trace.made.findLast((one) => one.version === version);
  const earlier = trace.made.filter((one) => one.step < (last?.step ?? trace.end));
  return [
    ...earlier.map((one) => because(one.step, { kind: 'made', ...one } as const)),
    ...(last === undefined
      ? []
      : [because(last.step, { kind: 'made-again', ...last }, offOf(trace, ['versionHash']))]),
  ];
}

/** I12: each time that it was pulled for. */
export function whyAgain(trace: Trace, { nodes, version }: Witness): readonly Reason[] {
  const pulls = trace.of('schema-requested', (one) => one.node === nodes[0] && one.version === version);
  const off = offOf(trace, ['rememberSynced']);
  return pulls.map(({ step, event }, i) =>
    because(step, { kind: 'event', event }, i === pulls.length - 1 ? off : []),
  );
}
