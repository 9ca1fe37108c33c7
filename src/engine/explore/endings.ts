// Endings in groups (SPEC X11): those in which every node ended alike, with the number of states, the number of ways that
// lead there, and the first of them, which is reached in the fewest steps.

import type { NodeState } from '../cluster/node.ts';
import type { Config } from '../config/config.ts';
import { canonical } from '../plain/canonical.ts';
import type { Core } from '../sim/state.ts';
import type { NodeOutcome } from './outcome.ts';
import { nodeOutcome } from './outcome.ts';

export interface EndingGroup {
  /** The first of its states, in the order of discovery: none is reached in fewer steps. */
  readonly first: number;
  /** All of its states. */
  readonly states: readonly number[];
  readonly nodes: readonly NodeOutcome[];
  /** Commands that were waiting and could never be given. */
  readonly left: number;
  /** Broken promises of the first of its states, one bit each. */
  readonly broken: number;
  /** The first of its states, whole. */
  readonly core: Core;
}

export interface Endings {
  readonly add: (ending: Ending) => void;
  readonly groups: () => readonly EndingGroup[];
  readonly count: () => number;
}

interface Ending {
  readonly state: number;
  readonly cells: Int32Array;
  readonly left: number;
  readonly broken: number;
  /** The whole state, for the first of its kind. */
  readonly unpack: () => Core;
}

export function createEndings(config: Config, nodeOf: (number: number) => NodeState): Endings {
  const outcomes: { readonly number: number; readonly outcome: NodeOutcome }[] = [];
  const numbers = new Map<string, number>();
  const groups = new Map<string, EndingGroup & { readonly states: number[] }>();
  const nodeCount = config.nodes.length;
  let count = 0;

  const outcomeOf = (node: number) => {
    const known = outcomes[node];
    if (known !== undefined) {
      return known;
    }
    const outcome = nodeOutcome(config, nodeOf(node));
    const identity = canonical(outcome);
    const number = numbers.get(identity) ?? numbers.size;
    numbers.set(identity, number);
    outcomes[node] = { number, outcome };
    return outcomes[node];
  };
  return {
    add: ({ state, cells, left, broken, unpack }) => {
      count += 1;
      const ends = Array.from(cells.subarray(0, nodeCount), outcomeOf);
      const key = `${ends.map(({ number }) => number).join()} ${left} ${broken}`;
      const group = groups.get(key);
      if (group === undefined) {
        const nodes = ends.map(({ outcome }) => outcome);
        groups.set(key, { first: state, states: [state], nodes, left, broken, core: unpack() });
      } else {
        group.states.push(state);
      }
    },
    groups: () => [...groups.values()],
    count: () => count,
  };
}
