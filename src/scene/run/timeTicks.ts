// What the scrubber marks: the steps at which a node changed its version of the selected table, and those that a person
// commanded. Both speak of the whole run, so they are gathered once a run and not once a frame.

import { type Command, isStatement, type Timeline } from '../../engine/index.ts';
import type { Position } from '../shape/scene.ts';
import type { Identities } from './identity.ts';
import type { Moment } from './moment.ts';
import { prefixFold } from './prefixFold.ts';

interface Kept {
  readonly tableId: string;
  readonly identities: Identities;
  readonly ticks: Position['ticks'];
}

const kept = new WeakMap<Timeline, Kept>();

/** The same list as long as the run, the table and the identities are the same. */
export function versionTicks(moment: Moment): Position['ticks'] {
  const { timeline, tableId, identities } = moment;
  const known = kept.get(timeline);
  if (known?.tableId === tableId && known.identities === identities) {
    return known.ticks;
  }
  const ticks = found(moment);
  kept.set(timeline, { tableId, identities, ticks });
  return ticks;
}

function found(moment: Moment): Position['ticks'] {
  const ticks = new Map<number, Position['ticks'][number]>();
  for (const facts of moment.index.lanes.values()) {
    for (const [i, fact] of facts.entries()) {
      const version = fact.shards[0]?.[moment.tableId] ?? null;
      if (i > 0 && version !== (facts[i - 1]?.shards[0]?.[moment.tableId] ?? null)) {
        ticks.set(fact.step, { step: fact.step, identity: moment.identities.of(version) });
      }
    }
  }
  return [...ticks.values()].sort((a, b) => a.step - b.step);
}

const DELIVERIES: ReadonlySet<Command['kind']> = new Set([
  'deliver',
  'fire',
  'gossip',
  'merge',
  'publish',
  'ring',
]);

/** A statement, an operation, or a message lost or duplicated; what is delivered may have come by itself. */
const isCommanded = (command: Command): boolean => isStatement(command) || !DELIVERIES.has(command.kind);

const commands = prefixFold<{ steps: readonly number[] }>({
  begin: () => ({ steps: [] }),
  extend: (all, { command }, _before, step) => {
    if (isCommanded(command)) {
      all.steps = [...all.steps, step];
    }
  },
});

export function commandSteps(timeline: Timeline): readonly number[] {
  return commands(timeline).steps;
}
