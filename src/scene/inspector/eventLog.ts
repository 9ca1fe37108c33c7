// The event log: every event of the run in words, in order, filtered by node, by what it is about, or by a text. Only
// the rows that are asked for are put into words, unless a text is searched.

import type { NodeId, Timeline } from '../../engine/index.ts';
import { type Moment, momentAt } from '../run/moment.ts';
import type { Playhead, SceneOptions } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { EVENT_GROUPS, type EventGroup, groupOf, nodesOf } from './eventGroups.ts';
import { toldEventsAt } from './toldEvents.ts';

export interface LogFilter {
  readonly node: NodeId | null;
  readonly group: EventGroup | null;
  /** Any part of the sentence, in either case; '' is no filter. */
  readonly text: string;
  /** Also what comes after the playhead. */
  readonly later: boolean;
}

export interface LogRow {
  readonly key: string;
  /** Place among all rows that match. */
  readonly index: number;
  /** The state index that its step led to. */
  readonly step: number;
  /** 'Step 4' */
  readonly stepText: string;
  /** The first row of its step: the step is told once. */
  readonly first: boolean;
  /** Its step is the one at the playhead. */
  readonly current: boolean;
  readonly later: boolean;
  readonly group: string;
  readonly sentence: string;
}

export interface EventLog {
  readonly total: number;
  /** '213 events' */
  readonly count: string;
  /** The first row of the playhead's step, or the last one before it; -1 when there is none. */
  readonly current: number;
  /** The rows that were asked for. */
  readonly rows: (first: number, count: number) => readonly LogRow[];
  readonly nodes: readonly NodeId[];
  readonly groups: readonly { readonly group: EventGroup; readonly name: string }[];
}

interface Place {
  readonly step: number;
  /** Place of the event within its step. */
  readonly at: number;
}

function matches(moment: Moment, { step, at }: Place, filter: LogFilter): boolean {
  const event = moment.timeline.steps[step - 1]?.events[at];
  if (event === undefined) {
    return false;
  }
  const isWanted =
    (filter.group === null || groupOf(event) === filter.group) &&
    (filter.node === null || nodesOf(event).includes(filter.node));
  const text = filter.text.trim().toLowerCase();
  return (
    isWanted &&
    (text === '' || toldEventsAt(moment, step)[at]?.sentence.toLowerCase().includes(text) === true)
  );
}

function placesOf(moment: Moment, filter: LogFilter): readonly Place[] {
  const { steps } = moment.timeline;
  const last = filter.later ? steps.length : moment.step;
  const places: Place[] = [];
  for (let step = 1; step <= last; step++) {
    const count = steps[step - 1]?.events.length ?? 0;
    for (let at = 0; at < count; at++) {
      const place = { step, at };
      if (matches(moment, place, filter)) {
        places.push(place);
      }
    }
  }
  return places;
}

/** The place of the playhead's step in the list. */
function currentOf(places: readonly Place[], step: number): number {
  const here = places.findIndex((place) => place.step === step);
  return here === -1 ? places.findLastIndex((place) => place.step < step) : here;
}

function rowOf(moment: Moment, places: readonly Place[], index: number): LogRow[] {
  const place = places[index];
  const told = place === undefined ? undefined : toldEventsAt(moment, place.step)[place.at];
  if (place === undefined || told === undefined) {
    return [];
  }
  return [
    {
      key: `${place.step}/${place.at}`,
      index,
      step: place.step,
      stepText: label('log-step', { step: String(place.step) }),
      first: places[index - 1]?.step !== place.step,
      current: place.step === moment.step,
      later: place.step > moment.step,
      group: label(`log-group-${groupOf(told.event)}`, {}),
      sentence: told.sentence,
    },
  ];
}

/** The log of a run at a playhead. */
export function eventLogOf(
  timeline: Timeline,
  playhead: Playhead,
  options: SceneOptions,
  filter: LogFilter,
): EventLog {
  const moment = momentAt(timeline, playhead, options);
  const places = placesOf(moment, filter);
  return {
    total: places.length,
    count: label('log-count', { count: places.length }),
    current: currentOf(places, moment.step),
    rows: (first, count) =>
      Array.from({ length: Math.max(0, count) }, (_, i) => first + i).flatMap((index) =>
        rowOf(moment, places, index),
      ),
    nodes: moment.nodes,
    groups: EVENT_GROUPS.map((group) => ({ group, name: label(`log-group-${group}`, {}) })),
  };
}
