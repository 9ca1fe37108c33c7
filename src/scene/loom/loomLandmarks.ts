// What one steers by where rows are too low for words at each: what people asked for, as far as there is room beside the
// lanes, and how many messages crossed each gap. Schema changes find their room first, the others between them.

import { type Command, isStatement } from '../../engine/index.ts';
import { type Moment, stateAt, versionOnShard } from '../run/moment.ts';
import { commandSteps } from '../run/timeTicks.ts';
import { KNOT_TYPE, lanePlace, rowCentre } from '../shape/loomGeometry.ts';
import type { Dot, Tally, Thread } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { knotsOfStep } from './loomKnots.ts';
import { laneX } from './loomLines.ts';
import { wordsKey } from './loomPlaces.ts';
import { shortened, textWidth } from './loomText.ts';

/** Between two lines of words, of a word from its lane, and from the next lane or the panel's edge, in px. */
const LINE = 17;
const BESIDE = 8;
const EDGE = 6;
/** Share of a gap between lanes that words take at most: the threads in it stay seen. */
const GAP_SHARE = 0.55;
/** Of the first line from the top of what is seen, in px. */
const TALLY_TOP = 14;

type Window = readonly [top: number, bottom: number];

const isSchemaChange = ({ kind }: Command): boolean => /^(?:create|alter|drop)-/u.test(kind);

interface Side {
  readonly side: Dot['side'];
  readonly room: number;
}

/** Words stand outside the outer lanes, where no thread is, and at the right of the others. */
function sideOf({ geometry, nodes }: Moment, node: string): Side {
  const i = nodes.indexOf(node);
  const { x } = lanePlace(geometry, i, nodes.length);
  const half = geometry.laneWidth / 2;
  if (i === 0) {
    return { side: 'left', room: x - half - BESIDE - EDGE };
  }
  const next = i === nodes.length - 1 ? null : lanePlace(geometry, i + 1, nodes.length).x;
  const room = next === null ? geometry.width - EDGE - x - half : (next - x - 2 * half) * GAP_SHARE;
  return { side: 'right', room: room - BESIDE };
}

function dotOf(moment: Moment, step: number, node: string): Dot | null {
  const { geometry, index, timeline } = moment;
  const knot = knotsOfStep(moment, step).find((one) => one.node === node);
  const { side, room } = sideOf(moment, node);
  const fullText = knot?.text ?? '';
  const text = [fullText, knot?.shortText ?? ''].find(
    (one) => one !== '' && textWidth(one, KNOT_TYPE) <= room,
  );
  const shown = text ?? shortened(fullText, room, KNOT_TYPE);
  if (knot === undefined || shown === '') {
    return null;
  }
  const x = laneX(moment, node);
  const y = rowCentre(geometry, index.rowOfStep[step] ?? 0);
  const w = textWidth(shown, KNOT_TYPE);
  const off = geometry.laneWidth / 2 + BESIDE;
  const textX = side === 'left' ? x - off : x + off;
  const state = stateAt(timeline, step).core.nodes.find((one) => one.id === node);
  return {
    key: wordsKey(node, step),
    node,
    step,
    x,
    y,
    identity: state === undefined ? null : moment.identities.of(versionOnShard(moment, state, 0)),
    shape: 'tick',
    text: shown,
    fullText,
    side,
    textX,
    textY: y,
    textBox: { x: side === 'left' ? textX - w : textX, y: y - LINE / 2, w, h: LINE - 1 },
    fresh: step === moment.step,
  };
}

/** The statements of people that find room in the window, in the order of their steps. */
export function landmarksOf(moment: Moment, window: Window): readonly Dot[] {
  const { geometry, index, timeline, nodes } = moment;
  const taken = new Map<string, number[]>();
  const asked = commandSteps(timeline).flatMap((step) => {
    const command = step > moment.step ? undefined : timeline.steps[step - 1]?.command;
    const y = rowCentre(geometry, index.rowOfStep[step] ?? 0);
    const isSeen = y >= window[0] + LINE && y <= window[1] - LINE / 2;
    return command !== undefined && isStatement(command) && nodes.includes(command.node) && isSeen
      ? [{ step, command, y }]
      : [];
  });
  const dots: Dot[] = [];
  for (const first of [true, false]) {
    for (const { step, command, y } of asked) {
      const lines = taken.get(command.node) ?? [];
      const isFree = lines.every((other) => Math.abs(other - y) >= LINE);
      const dot = isSchemaChange(command) === first && isFree ? dotOf(moment, step, command.node) : null;
      if (dot !== null) {
        dots.push(dot);
        taken.set(command.node, [...lines, y]);
      }
    }
  }
  return dots.sort((a, b) => a.step - b.step);
}

/** How many messages crossed each gap between two neighbouring lanes, of those that are summed up. */
export function talliesOf(moment: Moment, threads: readonly Thread[], top: number): readonly Tally[] {
  const counts = new Map<number, number>();
  for (const { x1, x2, count } of threads) {
    const x = (x1 + x2) / 2;
    counts.set(x, (counts.get(x) ?? 0) + count);
  }
  const room = (moment.geometry.width / Math.max(1, moment.nodes.length)) * GAP_SHARE;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .flatMap(([x, count]) => {
      const text = [label('loom-tally', { count }), String(count)].find(
        (one) => textWidth(one, KNOT_TYPE) <= room,
      );
      return text === undefined ? [] : [{ key: `tally ${x}`, x, y: top + TALLY_TOP, text }];
    });
}
