// One global state as a list of numbers that can be changed (SPEC X2): a number for each node state, how far each lane of
// commands has come, the faults that are left, the links that are cut, the past where a search carries one, then the
// messages on their way in no order. Its fingerprint is the sum of its parts' marks, so that it is known at once after each
// change.

import type { NodeId } from '../plain/scalars.ts';
import { linkOf, withMessages } from '../sim/network.ts';
import type { Core } from '../sim/state.ts';
import type { Fingerprint } from './fingerprints.ts';
import type { Interned } from './interned.ts';
import type { Ints } from './ints.ts';
import { at } from './ints.ts';
import type { NumberTable } from './numberTable.ts';
import { createNumberTable, markHigh, markLow, valueAt } from './numberTable.ts';

const FIRST_ROOM = 256;
const LANE_MARK = 16;
const FAULT_MARK = 8;
const CUTS_MARK = 9;

export interface Draft {
  readonly laneAt: number;
  readonly faultAt: number;
  readonly cutsAt: number;
  /** Where the past stands (pasts.ts), in a draft with one. */
  readonly pastAt: number;
  readonly messagesAt: number;
  readonly cells: () => Int32Array;
  readonly length: () => number;
  /** Of the state as it stands: it changes with it. */
  readonly fingerprint: Fingerprint;
  /** Takes over a whole core, with nothing of the lanes used. */
  readonly loadCore: (core: Core, faults: number) => void;
  /** Takes over `count` numbers of a list, the last two of them the fingerprint. */
  readonly load: (from: Ints, offset: number, count: number) => void;
  readonly setNode: (index: number, node: number) => void;
  readonly set: (place: number, value: number) => void;
  readonly removeMessage: (place: number) => void;
  readonly addMessage: (message: number) => void;
  /** Lets a node take an input: its next state, its messages, and what follows when it stops. False when it refuses. */
  readonly apply: (index: number, input: number) => boolean;
  /** The same with its answer, which is known and no refusal. */
  readonly take: (index: number, answer: number) => void;
  /** Loses the messages between two nodes, and cuts or heals the link between them. */
  readonly setCut: (a: number, b: number, isCut: boolean) => void;
  readonly isCut: (a: number, b: number) => boolean;
  /** The same state as a core. */
  readonly unpack: (start: Core) => Core;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one list of numbers and the few ways to change it
export function createDraft(interned: Interned, laneCount: number, hasPast = false): Draft {
  const { config, nodes, messages } = interned;
  const count = config.nodes.length;
  const laneAt = count;
  const faultAt = laneAt + laneCount;
  const cutsAt = faultAt + 1;
  const pastAt = cutsAt + 1;
  const messagesAt = hasPast ? pastAt + 1 : pastAt;
  const cuts: NumberTable<readonly string[]> = createNumberTable(interned.contentNumber, CUTS_MARK);
  cuts.numberOf([]);
  const peerInput = (kind: 'peer-up' | 'peer-down') =>
    config.nodes.map((peer) => interned.inputs.numberOf({ kind, peer }));
  const peerDown = peerInput('peer-down');
  const idOf = (index: number): NodeId => config.nodes[index] ?? '';
  let cells = new Int32Array(FIRST_ROOM);
  let length = 0;
  const fingerprint: Fingerprint = new Int32Array(2);

  const shift = (low: number, high: number): void => {
    fingerprint[0] = (fingerprint[0] as number) + low;
    fingerprint[1] = (fingerprint[1] as number) + high;
  };
  const markOf = (place: number, value: number): void => {
    const kind = place === faultAt ? FAULT_MARK : place === cutsAt ? CUTS_MARK : LANE_MARK + place;
    shift(markLow(kind, value), markHigh(kind, value));
  };
  const unmark = (place: number, value: number): void => {
    const kind = place === faultAt ? FAULT_MARK : place === cutsAt ? CUTS_MARK : LANE_MARK + place;
    shift(-markLow(kind, value), -markHigh(kind, value));
  };
  const set = (place: number, value: number): void => {
    unmark(place, cells[place] as number);
    cells[place] = value;
    markOf(place, value);
  };
  const setNode = (index: number, node: number): void => {
    const before = cells[index] as number;
    if (before !== node) {
      cells[index] = node;
      shift(at(nodes.low, node) - at(nodes.low, before), at(nodes.high, node) - at(nodes.high, before));
    }
  };
  const addMessage = (message: number): void => {
    if (length === cells.length) {
      const grown = new Int32Array(2 * length);
      grown.set(cells);
      cells = grown;
    }
    cells[length] = message;
    length += 1;
    shift(at(messages.low, message), at(messages.high, message));
  };
  const removeMessage = (place: number): void => {
    const message = cells[place] as number;
    length -= 1;
    // The last one takes its place: the messages are in no order.
    cells[place] = cells[length] as number;
    shift(-at(messages.low, message), -at(messages.high, message));
  };
  const isCut = (a: number, b: number): boolean =>
    cells[cutsAt] !== 0 && valueAt(cuts, cells[cutsAt] as number).includes(linkOf(idOf(a), idOf(b)));
  const isUp = (index: number): boolean => at(interned.up, cells[index] as number) === 1;

  const breakLinks = (stopped: number): void => {
    for (let i = length - 1; i >= messagesAt; i--) {
      if (at(interned.receiver, cells[i] as number) === stopped) {
        removeMessage(i);
      }
    }
    for (let peer = 0; peer < count; peer++) {
      if (peer !== stopped && isUp(peer)) {
        apply(peer, peerDown[stopped] as number);
      }
    }
  };
  const apply = (index: number, input: number): boolean => {
    const answer = interned.answer(cells[index] as number, input);
    if (answer >= 0) {
      take(index, answer);
    }
    return answer >= 0;
  };
  const take = (index: number, answer: number): void => {
    const before = cells[index] as number;
    const node = at(interned.nextNode, answer);
    setNode(index, node);
    const end = at(interned.sentFrom, answer + 1);
    for (let i = at(interned.sentFrom, answer); i < end; i++) {
      const message = at(interned.sent, i);
      if (cells[cutsAt] === 0 || !isCut(at(interned.sender, message), at(interned.receiver, message))) {
        addMessage(message);
      }
    }
    if (at(interned.up, before) === 1 && at(interned.up, node) === 0) {
      breakLinks(index);
    }
  };
  return {
    laneAt,
    faultAt,
    cutsAt,
    pastAt,
    messagesAt,
    cells: () => cells,
    length: () => length,
    fingerprint,
    loadCore: (core, faults) => {
      fingerprint.fill(0);
      length = messagesAt;
      core.nodes.forEach((node, i) => {
        const number = nodes.numberOf(node);
        cells[i] = number;
        shift(at(nodes.low, number), at(nodes.high, number));
      });
      for (let place = laneAt; place < messagesAt; place++) {
        cells[place] = place === faultAt ? faults : place === cutsAt ? cuts.numberOf(core.cuts) : 0;
        markOf(place, cells[place] as number);
      }
      for (const message of core.messages) {
        addMessage(messages.numberOf(message));
      }
    },
    load: (from, offset, count) => {
      length = count - 2;
      while (cells.length < length) {
        cells = new Int32Array(2 * cells.length);
      }
      for (let i = 0; i < length; i++) {
        cells[i] = at(from, offset + i);
      }
      fingerprint[0] = at(from, offset + length);
      fingerprint[1] = at(from, offset + length + 1);
    },
    setNode,
    set,
    removeMessage,
    addMessage,
    apply,
    take,
    isCut,
    setCut: (a, b, cut) => {
      const link = linkOf(idOf(a), idOf(b));
      const before = valueAt(cuts, cells[cutsAt] as number);
      set(cutsAt, cuts.numberOf(cut ? [...before, link].sort() : before.filter((one) => one !== link)));
    },
    unpack: (start) => ({
      ...start,
      nodes: start.nodes.map((_node, i) => valueAt(nodes, cells[i] as number)),
      messages: withMessages(
        [],
        Array.from(cells.subarray(messagesAt, length), (message) => valueAt(messages, message)),
      ),
      cuts: valueAt(cuts, cells[cutsAt] as number),
    }),
  };
}
