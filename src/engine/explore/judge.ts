// Promises judged state by state, cheaply (SPEC X10). What a promise says about one node is judged once for each node state;
// what it says about two of them, once for each pair of what such promises can see of a node; what is confirmed and lost,
// only where some node lacks what it confirmed; a quiet end, only where it is quiet.

import type { NodeState } from '../cluster/node.ts';
import type { Config } from '../config/config.ts';
import type { ContentNumber } from '../plain/contentNumbers.ts';
import { createPairTable, NO_NUMBER } from '../plain/pairTable.ts';
import { hasLostCell } from '../sim/promises/lostCells.ts';
import { PROMISES } from '../sim/promises/promises.ts';
import { isNodeQuiet } from '../sim/promises/schemaPromises.ts';
import type { Core } from '../sim/state.ts';
import type { Ints } from './ints.ts';
import { at, createInts, push } from './ints.ts';

export interface Judge {
  /** Hears of every node state before any state that holds it is judged. */
  readonly onNode: (node: NodeState, number: number) => void;
  /** The broken promises of a global state, one bit each in the order of the table. */
  readonly broken: (cells: Int32Array, isIdle: boolean) => number;
}

/** Two nodes are enough to see these broken. */
const OF_PAIRS = ['I5', 'I6', 'I8'];
const OF_DATA = ['I9', 'I13'];

const PROMISE_IDS: readonly string[] = PROMISES.map(({ id }) => id);

export function promisesOf(mask: number): readonly string[] {
  return PROMISE_IDS.filter((_id, bit) => (mask & (1 << bit)) !== 0);
}

export function maskOf(ids: readonly string[]): number {
  return ids.reduce((mask, id) => mask | (1 << PROMISE_IDS.indexOf(id)), 0);
}

const QUIET_MASK: number = maskOf(['I6']);

export function createJudge(config: Config, contentNumber: ContentNumber): Judge {
  const coreOf = (nodes: readonly NodeState[]): Core => ({ config, nodes, messages: [], cuts: [] });
  const check = (ids: readonly string[] | null, nodes: readonly NodeState[]): number => {
    const core = coreOf(nodes);
    let mask = 0;
    PROMISES.forEach(({ id, check: breaks }, bit) => {
      const asked = ids === null ? !OF_PAIRS.includes(id) && !OF_DATA.includes(id) : ids.includes(id);
      mask |= asked && breaks(core) !== null ? 1 << bit : 0;
    });
    return mask;
  };
  const states: NodeState[] = [];
  const local = createInts(256);
  const looks = createInts(256);
  const quiet = createInts(256);
  const suspect = createInts(256);
  const look = createLooks(contentNumber);
  const pairs = createPairTable();
  const data = createDataJudge(contentNumber, states, (nodes) => check(OF_DATA, nodes));
  const count = config.nodes.length;

  const onPair = (a: number, b: number): number => {
    const known = pairs.get(at(looks, a), at(looks, b));
    if (known !== NO_NUMBER) {
      return known;
    }
    const two = [states[a], states[b]] as NodeState[];
    // Whether they agree is asked as if both were quiet; whether they are, is asked of each state.
    const still = two.map((node) => ({ ...node, ...QUIET_NODE }));
    const mask = check(['I5', 'I8'], two) | check(['I6'], still);
    pairs.add(at(looks, a), at(looks, b), mask);
    return mask;
  };
  return {
    onNode: (node, number) => {
      states[number] = node;
      push(local, check(null, [node]));
      push(looks, look(node));
      push(quiet, isNodeQuiet(node) ? 1 : 0);
      push(suspect, hasLostCell(config, node) ? 1 : 0);
    },
    broken: (cells, isIdle) => {
      let mask = 0;
      let pair = 0;
      let isQuiet = isIdle;
      let isSuspect = false;
      for (let i = 0; i < count; i++) {
        const node = cells[i] as number;
        mask |= at(local, node);
        isQuiet &&= at(quiet, node) === 1;
        isSuspect ||= at(suspect, node) === 1;
        for (let j = i + 1; j < count; j++) {
          pair |= onPair(node, cells[j] as number);
        }
      }
      if (count === 1) {
        pair = onPair(cells[0] as number, cells[0] as number);
      }
      mask |= isQuiet ? pair : pair & ~QUIET_MASK;
      return isSuspect ? mask | data(cells, count) : mask;
    },
  };
}

const QUIET_NODE = {
  up: true,
  merges: [],
  announceTo: [],
  pullTimers: [],
  pulls: {},
  tasks: {},
  handlers: {},
};

/** A number for what promises about two nodes can see of one. */
function createLooks(contentNumber: ContentNumber): (node: NodeState) => number {
  return (node) => {
    const tables = node.shards.flatMap((shard) =>
      Object.entries(shard.tables).map(([cfId, { schema }]) => [
        cfId,
        schema.keyspace,
        schema.table,
        schema.version,
        schema.ghost.rows,
      ]),
    );
    return contentNumber([node.up, node.digest, node.made, tables]);
  };
}

/** I9 and I13 of a state, remembered by all that they read of its nodes. */
function createDataJudge(
  contentNumber: ContentNumber,
  states: readonly NodeState[],
  check: (nodes: readonly NodeState[]) => number,
): (cells: Int32Array, count: number) => number {
  const views: Ints = createInts(256);
  const judged = new Map<string, number>();
  const viewOf = (node: number): number => {
    while (views.length <= node) {
      push(views, -1);
    }
    if (at(views, node) < 0) {
      const state = states[node] as NodeState;
      const { up, rows, results, confirmations } = state;
      const seen = [up, rows, results, confirmations, state.shards.map(({ tables }) => tables)];
      views.values[node] = contentNumber(seen);
    }
    return at(views, node);
  };
  return (cells, count) => {
    let key = '';
    for (let i = 0; i < count; i++) {
      key += `${viewOf(cells[i] as number)},`;
    }
    const known = judged.get(key);
    if (known !== undefined) {
      return known;
    }
    const mask = check(Array.from(cells.subarray(0, count), (node) => states[node] as NodeState));
    judged.set(key, mask);
    return mask;
  };
}
