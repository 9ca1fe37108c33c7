// A breadth-first search over every order of what can happen (SPEC X1), in slices: it stops after as many states as asked and
// goes on where it stopped. Of each state it keeps a fingerprint, its parent and the choice that led there (X9); whole
// states only while they are on the frontier, and the first few for a picture.

import type { NodeState } from '../cluster/node.ts';
import { createContentNumbers } from '../plain/contentNumbers.ts';
import type { Core } from '../sim/state.ts';
import type { Draft } from './draft.ts';
import { createDraft } from './draft.ts';
import type { Endings } from './endings.ts';
import { createEndings } from './endings.ts';
import type { FaultBudget } from './faults.ts';
import { faultWord } from './faults.ts';
import { createFingerprints } from './fingerprints.ts';
import type { Interned } from './interned.ts';
import { createInterned } from './interned.ts';
import type { Ints } from './ints.ts';
import { at, bytesOf, createInts, push, reserve } from './ints.ts';
import { createJudge } from './judge.ts';
import type { Lane } from './lanes.ts';
import type { MoveOptions, Place } from './moves.ts';
import { createMoves } from './moves.ts';
import { valueAt } from './numberTable.ts';
import type { Past, PastOptions } from './pasts.ts';
import { createPasts, withGiven } from './pasts.ts';
import type { Edges } from './ways.ts';

/** States kept whole for a picture of the graph. */
export const PICTURE_MAX = 500;
/** What an interned node state, message or answer takes beside the lists of numbers, roughly (measured). */
const NODE_BYTES = 6_000;

export interface SearchOptions extends Pick<MoveOptions, 'gossipAndTimers'> {
  readonly lanes: readonly Lane[];
  readonly faults: FaultBudget;
  readonly judges: boolean;
  /** Where it is about runs: what it carries beside cores. Its depths then count moves (X18). */
  readonly past?: PastOptions | undefined;
}

export interface Search {
  readonly core: Core;
  /** With what was given freely as the last of them. */
  readonly lanes: readonly Lane[];
  readonly interned: Interned;
  /** Looks at up to `count` more states; false when there is none left. */
  readonly run: (count: number) => boolean;
  readonly states: () => number;
  /** States that have been looked at: the others wait. */
  readonly looked: () => number;
  readonly depth: () => number;
  readonly depthOf: (state: number) => number;
  readonly broken: Ints;
  readonly parents: Ints;
  readonly choices: Ints;
  readonly edges: Edges;
  /** Choices of the edges among the first states. */
  readonly edgeChoices: Ints;
  readonly endings: Endings;
  /** The first states, whole. */
  readonly kept: (state: number) => Core | null;
  readonly bytes: () => number;
}

/** Hears of each state once, in the order of discovery, with its broken promises and its past. */
export type OnState = (state: number, broken: number, draft: Draft, past: Past | null) => void;

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the lists of one search, and what is kept in step in them
export function createSearch(core: Core, options: SearchOptions, onState: OnState): Search {
  const { lanes, judges } = options;
  const contentNumber = createContentNumbers();
  const judge = createJudge(core.config, contentNumber);
  const onNode = (node: NodeState, number: number) => {
    if (judges) {
      judge.onNode(node, number);
    }
  };
  const interned = createInterned(core.config, onNode, contentNumber);
  const draft = createDraft(interned, lanes.length, options.past !== undefined);
  const pasts =
    options.past === undefined ? null : createPasts(core, options.past, { interned, draft, lanes });
  const expand = createMoves(interned, draft, lanes, {
    gossipAndTimers: options.gossipAndTimers,
    restarts: options.faults.crashes > 0,
    pasts,
  });
  const fingerprints = createFingerprints();
  const endings = createEndings(core.config, (number) => valueAt(interned.nodes, number));
  const parents = createInts(1024);
  const choices = createInts(1024);
  const broken = createInts(1024);
  const edgesFrom = createInts(1024);
  const targets = createInts(4096);
  const edgeChoices = createInts(256);
  const levels = createInts(64);
  const kept = createRecords();
  let here = createRecords();
  let next = createRecords();
  let looked = 0;
  /** States of the next level whose last move may go on for nothing. */
  const open: number[] = [];

  const record = (state: number, parent: number, choice: number): void => {
    push(parents, parent);
    push(choices, choice);
    keep(next, draft);
    if (state <= PICTURE_MAX) {
      keep(kept, draft);
    }
    const cells = draft.cells();
    const isIdle = draft.length() === draft.messagesAt && cells[draft.cutsAt] === 0;
    push(broken, judges ? judge.broken(cells, isIdle) : 0);
    const past = pasts?.at(cells[draft.pastAt] as number) ?? null;
    if (past !== null && past.cause !== null) {
      open.push(state);
    }
    onState(state, at(broken, state), draft, past);
  };
  const reachState = (choice: number): void => {
    const before = fingerprints.size();
    const state = fingerprints.numberOf(draft.fingerprint);
    push(targets, state);
    if (looked <= PICTURE_MAX) {
      push(edgeChoices, choice);
    }
    if (state === before) {
      record(state, looked, choice);
    }
  };
  const reach =
    pasts === null
      ? reachState
      : (choice: number): void => {
          if (pasts.follow(choice)) {
            reachState(choice);
          }
        };
  const place: Place = { from: here.cells, offset: 0, length: 0 };
  const goTo = (records: Records, i: number): void => {
    place.from = records.cells;
    place.offset = at(records.starts, i);
    place.length = at(records.starts, i + 1) - place.offset;
    if (pasts !== null) {
      draft.load(place.from, place.offset, place.length);
      pasts.stand();
    }
  };
  /** What a move goes on to for nothing is as far away as the move itself: it is found with it, not a level later. */
  const endMoves = (firstOfNext: number): void => {
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      const parent = state;
      goTo(next, parent - firstOfNext);
      expand.merges(place, (choice) => {
        const before = fingerprints.size();
        if (pasts?.followForNothing(choice) === true && fingerprints.numberOf(draft.fingerprint) === before) {
          record(before, parent, choice);
        }
      });
    }
  };
  const look = (): void => {
    goTo(here, looked - at(levels, levels.length - 1));
    const made = expand.all(place, reach);
    if (made === 0) {
      draft.load(place.from, place.offset, place.length);
      endings.add({
        state: looked,
        cells: draft.cells(),
        left: leftIn(draft, lanes),
        broken: at(broken, looked),
        unpack: () => draft.unpack(core),
      });
    }
    push(edgesFrom, targets.length);
    endMoves(levelEnd());
    looked += 1;
  };
  const depthOf = (state: number): number => {
    let depth = state < levelEnd() ? levels.length - 1 : levels.length;
    while (depth > 0 && depth < levels.length && at(levels, depth) > state) {
      depth -= 1;
    }
    return depth;
  };
  const levelEnd = (): number => at(levels, levels.length - 1) + here.starts.length - 1;

  push(edgesFrom, 0);
  push(levels, 0);
  draft.loadCore(core, faultWord(options.faults));
  if (pasts !== null) {
    draft.set(draft.pastAt, pasts.first);
  }
  fingerprints.numberOf(draft.fingerprint);
  record(0, -1, 0);
  endMoves(0);
  [here, next] = [next, here];

  return {
    core,
    lanes: pasts === null ? lanes : withGiven(lanes, pasts.given),
    interned,
    run: (count) => {
      for (let i = 0; i < count && looked < fingerprints.size(); i++) {
        if (looked === levelEnd()) {
          push(levels, looked);
          [here, next] = [next, here];
          next.cells.length = 0;
          next.starts.length = 1;
        }
        look();
      }
      return looked < fingerprints.size();
    },
    states: fingerprints.size,
    looked: () => looked,
    depth: () => levels.length - 1 + (fingerprints.size() > levelEnd() ? 1 : 0),
    depthOf,
    broken,
    parents,
    choices,
    edges: { from: edgesFrom, targets },
    edgeChoices,
    endings,
    kept: (state) => {
      if (state >= kept.starts.length - 1) {
        return null;
      }
      const offset = at(kept.starts, state);
      draft.load(kept.cells, offset, at(kept.starts, state + 1) - offset);
      return draft.unpack(core);
    },
    bytes: () =>
      fingerprints.bytes() +
      bytesOf(
        parents,
        choices,
        broken,
        edgesFrom,
        targets,
        here.cells,
        here.starts,
        next.cells,
        next.starts,
      ) +
      NODE_BYTES * interned.nodes.values.length +
      (pasts?.bytes() ?? 0),
  };
}

/** Whole states one behind the other, each with its fingerprint at its end. */
interface Records {
  readonly cells: Ints;
  readonly starts: Ints;
}

function createRecords(): Records {
  const records = { cells: createInts(1024), starts: createInts(128) };
  push(records.starts, 0);
  return records;
}

function keep({ cells, starts }: Records, draft: Draft): void {
  const length = draft.length();
  reserve(cells, length + 2);
  const { values } = cells;
  const from = draft.cells();
  const offset = cells.length;
  for (let i = 0; i < length; i++) {
    values[offset + i] = from[i] as number;
  }
  values[offset + length] = draft.fingerprint[0] as number;
  values[offset + length + 1] = draft.fingerprint[1] as number;
  cells.length = offset + length + 2;
  push(starts, cells.length);
}

function leftIn(draft: Draft, lanes: readonly Lane[]): number {
  return lanes.reduce((sum, lane, i) => sum + lane.length - (draft.cells()[draft.laneAt + i] as number), 0);
}
