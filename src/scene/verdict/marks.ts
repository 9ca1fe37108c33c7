// Where red stands on the stage: the witnesses of the promises that are broken at the playhead. Nothing else is ever red.

import type { PromiseId, PromiseStatus, Witness } from '../../engine/index.ts';
import { stateAt } from '../../engine/index.ts';
import { contextAt } from '../narration/narrationAt.ts';
import type { Moment } from '../run/moment.ts';
import { promisesAt } from '../run/verdict.ts';
import type { BrokenMarks, EntryView, NodeCard } from '../shape/scene.ts';
import { witnessRow } from './promiseWords.ts';

export const NO_MARKS: BrokenMarks = {
  nodes: [],
  entries: [],
  boxes: [],
  versions: [],
  shown: [],
  steps: [],
};

/** How far back the step that broke a promise is looked for: what is further is out of sight. */
const STEPS_BACK_MAX = 40;

export function brokenMarks(
  moment: Moment,
  statuses: readonly PromiseStatus[],
  cards: readonly NodeCard[],
): BrokenMarks {
  const broken = statuses.flatMap(({ id, witness }) => (witness === null ? [] : [{ id, witness }]));
  if (broken.length === 0) {
    return NO_MARKS;
  }
  const found = broken.flatMap(({ witness }) => entriesOf(moment, witness, cards));
  const steps = broken.flatMap(({ id, witness }) =>
    witness.nodes.flatMap((node) => {
      const step = brokenSince(moment, id, node);
      return step === null ? [] : [{ node, step }];
    }),
  );
  return {
    nodes: unique(broken.flatMap(({ witness }) => witness.nodes)),
    entries: unique(found.filter(({ boxes }) => boxes.length === 0).map(({ entry }) => entry.key)),
    boxes: unique(found.flatMap(({ boxes }) => boxes)),
    versions: unique(broken.flatMap(({ witness }) => witness.version ?? [])),
    shown: unique(
      broken.flatMap(({ witness: { fault, statement } }) =>
        'name' in fault ? [`${statement ?? ''} ${fault.name}`] : [],
      ),
    ),
    steps: steps.filter(
      (one, i) => steps.findIndex(({ node, step }) => node === one.node && step === one.step) === i,
    ),
  };
}

/** The step since which a node is among the witnesses: two may break the same promise, each in its own step. */
function brokenSince({ timeline, step }: Moment, promise: PromiseId, node: string): number | null {
  const isWitness = (at: number): boolean =>
    promisesAt(stateAt(timeline, at))
      .find(({ id }) => id === promise)
      ?.witness?.nodes.includes(node) === true;
  for (let at = step; at > Math.max(0, step - STEPS_BACK_MAX); at--) {
    if (!isWitness(at - 1)) {
      return at;
    }
  }
  return null;
}

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

interface Found {
  readonly entry: EntryView;
  /** Keys of the boxes that it is about; none: the entry as a whole. */
  readonly boxes: readonly string[];
}

function entriesOf(moment: Moment, witness: Witness, cards: readonly NodeCard[]): readonly Found[] {
  const row = witnessRow(contextAt(moment, moment.step), witness);
  if (row === '') {
    return [];
  }
  const column = witness.fault.kind === 'wrong-name' ? witness.fault.name : witness.column;
  return cards
    .filter(({ node }) => witness.nodes.includes(node))
    .flatMap(({ sources }) => sources.flatMap(({ entries }) => entries))
    .filter((entry) => entry.row === row)
    .map((entry) => ({ entry, boxes: column === null ? [] : boxesOf(entry, column) }));
}

/** 'A/0/memtable/00000001 row box': where a column's cells of an entry lie. */
function boxesOf(entry: EntryView, column: string): readonly string[] {
  return [
    ...entry.static.filter(({ means }) => means === column).map((box) => `${entry.key} static ${box.key}`),
    ...entry.rows.flatMap((row) =>
      row.boxes.filter(({ means }) => means === column).map((box) => `${entry.key} ${row.key} ${box.key}`),
    ),
  ];
}
