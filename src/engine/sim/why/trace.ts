// What happened in a run up to a step, by what one asks of it: the events with their steps, who changed the schema and to
// what, and how each push ended.

import type { NodeId, SchemaVersion, StatementId } from '../../plain/scalars.ts';
import type { SimEvent } from '../event.ts';
import type { SimState } from '../state.ts';
import type { Timeline } from '../timeline.ts';
import { stateAt } from '../timeline.ts';

/** Of some events those of a kind; several kinds may share one shape. */
type OfKind<E, K> = E extends { readonly kind: infer Kinds } ? (K extends Kinds ? E : never) : never;
export type EventOf<K extends SimEvent['kind']> = OfKind<SimEvent, K>;

export interface At<E = SimEvent> {
  readonly step: number;
  readonly event: E;
}

/** A schema change at the node that carried it out. */
export interface Made {
  readonly step: number;
  readonly node: NodeId;
  readonly statement: StatementId;
  /** The version that its table has there from then on; null when it was dropped. */
  readonly version: SchemaVersion | null;
}

export interface Trace {
  readonly timeline: Timeline;
  /** The last step that is looked at. */
  readonly end: number;
  readonly state: SimState;
  readonly of: <K extends SimEvent['kind']>(
    kind: K,
    where?: (event: EventOf<K>, step: number) => boolean,
  ) => readonly At<EventOf<K>>[];
  readonly made: readonly Made[];
}

/** The run as far as step `end`. */
export function traceOf(timeline: Timeline, end: number): Trace {
  const all = timeline.steps
    .slice(0, end)
    .flatMap(({ events }, i): readonly At[] => events.map((event) => ({ step: i + 1, event })));
  const of: Trace['of'] = (kind, where = () => true) =>
    all.filter(
      (one): one is At<EventOf<typeof kind>> =>
        one.event.kind === kind && where(one.event as EventOf<typeof kind>, one.step),
    );
  const made = of('schema-merged', ({ origin }) => origin === 'ddl').flatMap(({ step, event }) =>
    event.statements.map((statement) => ({
      step,
      node: event.node,
      statement,
      version: event.changes.find(({ to }) => to !== null)?.to ?? null,
    })),
  );
  return { timeline, end, state: stateAt(timeline, end), of, made };
}

/** The same run, only as far as an earlier step. */
export const upTo = (trace: Trace, end: number): Trace => traceOf(trace.timeline, end);

export interface Unheard {
  readonly made: Made;
  /** The step in which its push to the node was lost; null while it is still on its way. */
  readonly lost: number | null;
}

/** Schema changes that are part of a version, as far as that can be told, and whose push has not reached a node. */
export function unheardBy(trace: Trace, node: NodeId, version: SchemaVersion | null): readonly Unheard[] {
  const maker = trace.made.find((one) => one.version === version);
  const part = trace.made.filter(
    (one) =>
      one.node !== node && (maker === undefined || (one.node === maker.node && one.step <= maker.step)),
  );
  return part.flatMap((made) => {
    const isItsPush = (event: EventOf<'message-lost' | 'message-delivered'>): boolean =>
      event.verb === 'DEFINITIONS_UPDATE' && event.to === node && event.statement === made.statement;
    if (trace.of('message-delivered', isItsPush).length > 0) {
      return [];
    }
    const lost = trace.of('message-lost', isItsPush)[0]?.step ?? null;
    return [{ made, lost }];
  });
}
