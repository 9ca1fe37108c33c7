// Global states as short lists of numbers (SPEC X2): node ids, then how many of its queued statements each node has used,
// then sorted message ids. Numbers are given in order of first appearance; two plain values share a number exactly when
// their canonical identities are equal.

import type { Message } from '../cluster/message.ts';
import type { NodeState } from '../cluster/node.ts';
import { assert } from '../plain/assert.ts';
import type { Identify } from '../plain/canonical.ts';
import { withMessages } from './network.ts';
import type { Core } from './state.ts';

export interface NumberTable<T> {
  readonly values: readonly T[];
  readonly numberOf: (value: T) => number;
}

/** A table that numbers values by identity. */
export function createNumberTable<T>(identify: Identify): NumberTable<T> {
  const values: T[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (value: T): number => {
    const identity = identify(value);
    const known = numbers.get(identity);
    if (known !== undefined) {
      return known;
    }
    numbers.set(identity, values.length);
    values.push(value);
    return values.length - 1;
  };
  return { values, numberOf };
}

export interface Packing {
  readonly pack: (whole: Core, used: readonly number[]) => readonly number[];
  readonly unpack: (state: readonly number[]) => Core;
}

export function createPacking(
  core: Core,
  nodes: NumberTable<NodeState>,
  messages: NumberTable<Message>,
): Packing {
  const count = core.nodes.length;
  return {
    pack: (whole, used) => [
      ...whole.nodes.map(nodes.numberOf),
      ...used,
      ...whole.messages.map(messages.numberOf).sort((a, b) => a - b),
    ],
    unpack: (state) => ({
      ...core,
      nodes: state.slice(0, count).map((id) => valueAt(nodes, id)),
      messages: withMessages(
        [],
        state.slice(2 * count).map((id) => valueAt(messages, id)),
      ),
    }),
  };
}

export function valueAt<T>(table: NumberTable<T>, i: number): T {
  const value = table.values[i];
  assert(value !== undefined, 'X2: a number stands for a value');
  return value;
}
