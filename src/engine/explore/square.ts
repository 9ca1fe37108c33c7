// The commutativity square (SPEC X14): two things that may happen, in both orders. The ends are equal when nothing in the whole
// state differs; where they are not, what differs is named, and whether it still does when all has come to rest.

import { itemsOf } from '../plain/buckets.ts';
import { canonical } from '../plain/canonical.ts';
import type { NodeId } from '../plain/scalars.ts';
import type { Command } from '../sim/command.ts';
import { deliveries } from '../sim/deliveries.ts';
import type { Core } from '../sim/state.ts';
import { stepCore } from '../sim/step.ts';
import { nodeOutcome } from './outcome.ts';

/** One order: the first step, then the second one, or why it can no longer happen. */
export interface SquareSide {
  readonly commands: readonly [Command, Command];
  readonly middle: Core | null;
  readonly end: Core | null;
  readonly problem: string | null;
}

/** What of a node differs between the ends: what everybody can see, or only what it keeps for itself. */
export interface SquareDifference {
  readonly node: NodeId;
  readonly what: 'up' | 'schema' | 'data' | 'answers' | 'inside';
}

export interface Square {
  readonly sides: readonly [SquareSide, SquareSide];
  /** Null when one of the orders is impossible. */
  readonly equal: boolean | null;
  readonly differences: readonly SquareDifference[];
  /** Messages that are on their way at one end only. */
  readonly onTheWay: readonly { readonly side: 0 | 1; readonly message: string }[];
  /** Whether both ends show the same once everything has arrived; null when they are equal, impossible, or never rest. */
  readonly later: 'same' | 'different' | null;
}

export function squareOf(core: Core, a: Command, b: Command): Square {
  const sides = [sideOf(core, a, b), sideOf(core, b, a)] as const;
  const [left, right] = [sides[0].end, sides[1].end];
  if (left === null || right === null) {
    return { sides, equal: null, differences: [], onTheWay: [], later: null };
  }
  if (canonical(left) === canonical(right)) {
    return { sides, equal: true, differences: [], onTheWay: [], later: null };
  }
  return {
    sides,
    equal: false,
    differences: differencesOf(left, right),
    onTheWay: [...onlyIn(left, right, 0), ...onlyIn(right, left, 1)],
    later: later(left, right),
  };
}

function sideOf(core: Core, first: Command, second: Command): SquareSide {
  const commands = [first, second] as const;
  const one = stepCore(core, first);
  if (!one.ok) {
    return { commands, middle: null, end: null, problem: one.problem };
  }
  const two = stepCore(one.value.core, second);
  return two.ok
    ? { commands, middle: one.value.core, end: two.value.core, problem: null }
    : { commands, middle: one.value.core, end: null, problem: two.problem };
}

function differencesOf(left: Core, right: Core): readonly SquareDifference[] {
  return left.nodes.flatMap((mine, i): SquareDifference[] => {
    const yours = right.nodes[i];
    if (yours === undefined || canonical(mine) === canonical(yours)) {
      return [];
    }
    const [one, other] = [nodeOutcome(left.config, mine), nodeOutcome(right.config, yours)];
    const seen: SquareDifference['what'][] = [];
    if (one.up !== other.up) {
      seen.push('up');
    }
    if (one.digest !== other.digest || canonical(one.tables) !== canonical(other.tables)) {
      seen.push('schema');
    }
    if (one.data !== other.data || confirmed(mine) !== confirmed(yours)) {
      seen.push('data');
    }
    if (canonical(one.results) !== canonical(other.results)) {
      seen.push('answers');
    }
    return (seen.length === 0 ? ['inside' as const] : seen).map((what) => ({ node: mine.id, what }));
  });
}

const confirmed = (node: Core['nodes'][number]): string => canonical(itemsOf(node.confirmations));

function onlyIn(
  core: Core,
  other: Core,
  side: 0 | 1,
): readonly { readonly side: 0 | 1; readonly message: string }[] {
  const left = other.messages.map((message) => canonical(message));
  return core.messages.flatMap((message) => {
    const i = left.indexOf(canonical(message));
    if (i >= 0) {
      left.splice(i, 1);
      return [];
    }
    return [{ side, message: message.key }];
  });
}

const REST_MAX = 400;

function later(left: Core, right: Core): Square['later'] {
  const ends = [left, right].map(atRest);
  const [one, other] = ends.map((core) => core?.nodes.map((node) => nodeOutcome(core.config, node)));
  return one === undefined || other === undefined
    ? null
    : canonical(one) === canonical(other)
      ? 'same'
      : 'different';
}

/** Everything that is pending, in a fixed order, timers and gossip last; null when it does not come to rest. */
function atRest(start: Core): Core | null {
  let core = start;
  for (let i = 0; i < REST_MAX; i++) {
    const all = deliveries(core);
    const next = all.find(({ kind }) => kind !== 'gossip' && kind !== 'fire') ?? all[0];
    const stepped = next === undefined ? null : stepCore(core, next);
    if (stepped === null || !stepped.ok) {
      return core;
    }
    core = stepped.value.core;
  }
  return null;
}
