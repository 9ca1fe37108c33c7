// Where a message could end its way instead (SPEC N13): for each place of a window, that it may, or why not. Earlier places
// are states of the run itself; for later ones the run is played on without the delivery, as far as the window reaches.

import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import type { NodeId, SchemaVersion } from '../plain/scalars.ts';
import type { Command } from './command.ts';
import { checkPlace, ownEnd } from './edit.ts';
import type { Flight, Sighting } from './flight.ts';
import { flightOf, messageAt } from './flight.ts';
import { overtakes } from './policy.ts';
import type { SimState } from './state.ts';
import type { Timeline } from './timeline.ts';
import { advance, stateAt } from './timeline.ts';

export interface PlacesQuery extends Sighting {
  /** 'move' takes the message from where it ends; 'duplicate' leaves it there and asks for a second copy. */
  readonly mode: 'move' | 'duplicate';
  /** First and last place asked for; a place is the number of steps before it. */
  readonly from: number;
  readonly to: number;
}

export type Place =
  | {
      readonly place: number;
      readonly legal: true;
      /** The message ends its way here already: moving it here changes nothing. */
      readonly own: boolean;
      /** It overtakes one that was sent before it on its connection, which TCP would not do (F7). */
      readonly notTcp: boolean;
    }
  /** `problem` is a sentence. */
  | { readonly place: number; readonly legal: false; readonly problem: string };

/** What a message would give if it arrived at a place: "then A: Z at step 6". */
export interface Preview {
  readonly node: NodeId;
  /** The step that it becomes. */
  readonly step: number;
  /** Version of the asked table on the receiver's first shard after it; null when it has no such table. */
  readonly version: SchemaVersion | null;
  /** Whether that is another version than just before. */
  readonly changed: boolean;
}

/** For each place from `from` to `to` whether the message could end its way there. */
export function placesFor(timeline: Timeline, query: PlacesQuery): Result<readonly Place[]> {
  const found = flightOf(timeline, query);
  if (!found.ok) {
    return found;
  }
  const first = Math.max(0, query.from);
  const last = Math.min(timeline.steps.length, query.to);
  const places: Place[] = [];
  for (let place = first; place <= last; place++) {
    places.push(placeOf(timeline, found.value, query.mode, place));
  }
  return ok(places);
}

function placeOf(timeline: Timeline, flight: Flight, mode: PlacesQuery['mode'], place: number): Place {
  if (place < flight.sent) {
    return { place, legal: false, problem: `${flight.from} sends it at step ${flight.sent}.` };
  }
  const { state, gone } = baseAt(timeline, flight, mode, place);
  if (gone !== null) {
    return { place, legal: false, problem: whyGone(timeline, flight, gone) };
  }
  const own = ownEnd(flight);
  return {
    place,
    legal: true,
    own: mode === 'move' && own !== null && (place === own || place === own - 1),
    notTcp: overtakes(state.core, state.notes, flight.message),
  };
}

function whyGone(timeline: Timeline, flight: Flight, step: number): string {
  const command = timeline.steps[step - 1]?.command;
  return command?.kind === 'cut'
    ? `The link between ${command.a} and ${command.b} is cut at step ${step}: what was on it is lost.`
    : `${flight.to} goes down at step ${step}: what was on its way to it is lost.`;
}

/** The version that the receiver would have right after the message arrived at a place. */
export function previewOf(
  timeline: Timeline,
  query: Sighting & { readonly mode: PlacesQuery['mode']; readonly place: number },
  table: { readonly keyspace: string; readonly table: string },
): Result<Preview> {
  const found = flightOf(timeline, query);
  const problem = checkPlace(timeline, query.place);
  if (!found.ok || problem !== null) {
    return found.ok ? refuse(problem ?? '') : found;
  }
  const flight = found.value;
  const place = placeOf(timeline, flight, query.mode, query.place);
  if (!place.legal) {
    return refuse(place.problem);
  }
  const { state, steps } = baseAt(timeline, flight, query.mode, query.place);
  const step = advance(state, { kind: 'deliver', message: flight.message }, timeline.seed);
  if (!step.ok) {
    return step;
  }
  const version = versionOn(step.value.state, flight.to, table);
  const changed = version !== versionOn(state, flight.to, table);
  return ok({ node: flight.to, step: steps + 1, version, changed });
}

function versionOn(
  state: SimState,
  id: NodeId,
  { keyspace, table }: { readonly keyspace: string; readonly table: string },
): SchemaVersion | null {
  const tables = state.core.nodes.find((node) => node.id === id)?.shards[0]?.tables ?? {};
  const open = Object.values(tables).find(
    ({ schema }) => schema.keyspace === keyspace && schema.table === table,
  );
  return open?.schema.version ?? null;
}

/** A state, how many steps lead to it, and the step of the run that had ended the flight by then without being asked. */
interface Base {
  readonly state: SimState;
  readonly steps: number;
  readonly gone: number | null;
}

/** What the message would find at a place: the run itself, and from its own end on the run with that end taken out. */
function baseAt(timeline: Timeline, flight: Flight, mode: PlacesQuery['mode'], place: number): Base {
  const own = ownEnd(flight);
  if (own !== null && place >= own) {
    return baseAfter(timeline, flight, mode, { own, place });
  }
  const gone = flight.ended !== null && place >= flight.ended ? flight.ended : null;
  const base: Base = { state: stateAt(timeline, place), steps: place, gone };
  // The copy is made just before it arrives.
  return mode === 'duplicate' && gone === null
    ? played(base, { kind: 'duplicate', message: flight.message }, timeline.seed)
    : base;
}

const otherRuns = new WeakMap<Timeline, Map<string, Base[]>>();

/** The run after step `own`, played on without it or with a second copy before it; kept as far as it was asked for. */
function baseAfter(
  timeline: Timeline,
  flight: Flight,
  mode: PlacesQuery['mode'],
  { own, place }: { readonly own: number; readonly place: number },
): Base {
  const ofTimeline = otherRuns.get(timeline) ?? new Map<string, Base[]>();
  otherRuns.set(timeline, ofTimeline);
  const key = `${mode} ${own}`;
  // Of the other run, what stands at place `own`, `own + 1` and so on.
  const bases = ofTimeline.get(key) ?? [beginning(timeline, flight, mode, own)];
  ofTimeline.set(key, bases);
  while (bases.length <= place - own) {
    const step = own + bases.length;
    const next = played(bases.at(-1) as Base, timeline.steps[step - 1]?.command, timeline.seed);
    const isGone = next.gone === null && messageAt(next.state, flight.message) === null;
    bases.push(isGone ? { ...next, gone: step } : next);
  }
  return bases[place - own] as Base;
}

function beginning(timeline: Timeline, flight: Flight, mode: PlacesQuery['mode'], own: number): Base {
  const before: Base = { state: stateAt(timeline, own - 1), steps: own - 1, gone: null };
  return mode === 'move'
    ? before
    : played(
        played(before, { kind: 'duplicate', message: flight.message }, timeline.seed),
        timeline.steps[own - 1]?.command,
        timeline.seed,
      );
}

/** What has become impossible is left out, as the re-run does (N12). */
function played(base: Base, command: Command | undefined, seed: number): Base {
  const step = command === undefined ? null : advance(base.state, command, seed);
  return step?.ok ? { ...base, state: step.value.state, steps: base.steps + 1 } : base;
}
