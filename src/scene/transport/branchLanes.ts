// The other branches, as thin lanes under the scrubber of the one on the screen. A lane leaves the scrubber at the last
// step that both share and bears its name at its end; when both come to the same state again it goes back up, because
// from there on they are one. A tree of branches in, pixels and words out: nothing in here knows of the engine.

import { textWidth } from '../loom/loomText.ts';
import { timeWord } from '../words/timeWords.ts';

/** One line of history as the lanes need it. */
export interface BranchFact {
  readonly name: string;
  /** What differs from the branch that it left; empty for the first. */
  readonly about: string;
  readonly from: { readonly branch: number; readonly step: number } | null;
  readonly steps: number;
}

/** `branch` after `step` steps is in the same state as `other` after `at` steps, and they stay together. */
export interface RejoinFact {
  readonly branch: number;
  readonly step: number;
  readonly other: number;
  readonly at: number;
}

export interface BranchTree {
  readonly branches: readonly BranchFact[];
  readonly rejoins: readonly RejoinFact[];
  /** Index of the branch on the screen. */
  readonly current: number;
}

/** The room that there is: how wide, how many lanes at most, and the size of the type. */
export interface LaneRoom {
  readonly width: number;
  readonly lanesMax: number;
  readonly type: number;
  readonly rowHeight: number;
  /** How far above the first row the scrubber's own line lies. */
  readonly lift: number;
}

export interface BranchLane {
  readonly branch: number;
  /** The line, as an SVG path. */
  readonly path: string;
  /** Middle of its row. */
  readonly y: number;
  readonly text: string;
  /** The name of its control: everything that the picture says. */
  readonly label: string;
  readonly textX: number;
  readonly textW: number;
  /** Where it is one with the scrubber again, or null. */
  readonly sameX: number | null;
}

export interface BranchItem {
  readonly branch: number;
  readonly name: string;
  readonly sentence: string;
  readonly current: boolean;
}

export interface BranchLanes {
  readonly lanes: readonly BranchLane[];
  readonly height: number;
  /** Every branch, the one on the screen included. */
  readonly all: readonly BranchItem[];
}

const LETTERS_MAX = 34;
/** A line shorter than this would not be seen as one. */
const LINE_MIN = 22;
/** In less room than this a line and its name would lie on each other. */
const WIDTH_MIN = 200;
/** In less room than this a name stands alone. */
const ABOUT_WIDTH = 420;
const BEND = 18;
const GAP = 6;

export function branchLanes(tree: BranchTree, room: LaneRoom): BranchLanes {
  const all = branchList(tree);
  if (all.length < 2 || room.width < WIDTH_MIN) {
    return { lanes: [], height: 0, all };
  }
  // Who leaves last is nearest to the scrubber, so that no line crosses another.
  const shown = chosen(tree, room.lanesMax)
    .map((branch) => ({ branch, shared: sharedSteps(tree, branch) }))
    .sort((a, b) => b.shared - a.shared || b.branch - a.branch);
  const starts = shown.map(({ shared }) => shared);
  const ends: number[] = [];
  const lanes = shown.map(({ branch, shared }) => {
    const draft = span(tree, { branch, shared }, room, starts);
    const free = ends.findIndex((right) => right + 2 * GAP < draft.left);
    const row = free === -1 ? ends.length : free;
    ends[row] = Math.max(draft.right, ends[row] ?? 0);
    return drawn(draft, (row + 0.5) * room.rowHeight, room.lift);
  });
  return { lanes, height: ends.length * room.rowHeight, all };
}

/** Every branch in words, in the order in which they came to be. */
export function branchList(tree: BranchTree): readonly BranchItem[] {
  return tree.branches.map(({ name }, branch) => ({
    branch,
    name,
    sentence: branchSentence(tree, branch),
    current: branch === tree.current,
  }));
}

/** The parent first, then the youngest. */
function chosen({ branches, current }: BranchTree, count: number): readonly number[] {
  const parent = branches[current]?.from?.branch ?? null;
  const others = branches.map((_branch, i) => i).filter((i) => i !== current && i !== parent);
  return [...(parent === null ? [] : [parent]), ...others.reverse()].slice(0, count);
}

/** How many steps a branch has in common with the one on the screen. */
export function sharedSteps({ branches, current }: BranchTree, branch: number): number {
  const line = new Map<number, number>();
  for (const [i, steps] of ancestry(branches, current)) line.set(i, steps);
  for (const [i, steps] of ancestry(branches, branch)) {
    const here = line.get(i);
    if (here !== undefined) {
      return Math.min(here, steps);
    }
  }
  return 0;
}

/** A branch and those it grew from, each with the number of its steps that are also the branch's own. */
function ancestry(branches: readonly BranchFact[], branch: number): readonly (readonly [number, number])[] {
  const line: (readonly [number, number])[] = [];
  let at: number | null = branch;
  let steps = branches[branch]?.steps ?? 0;
  while (at !== null && line.length <= branches.length) {
    line.push([at, steps]);
    const from: BranchFact['from'] = branches[at]?.from ?? null;
    steps = Math.min(steps, from?.step ?? 0);
    at = from?.branch ?? null;
  }
  return line;
}

/** Where the branch on the screen (`at`) and the other (`step`) come to the same state, or null. */
function rejoinOf({ rejoins, current }: BranchTree, branch: number) {
  for (const one of rejoins) {
    if (one.branch === branch && one.other === current) {
      return { step: one.step, at: one.at };
    }
    if (one.branch === current && one.other === branch) {
      return { step: one.at, at: one.step };
    }
  }
  return null;
}

interface Draft {
  readonly branch: number;
  readonly text: string;
  readonly label: string;
  readonly x1: number;
  readonly x2: number;
  readonly textX: number;
  readonly textW: number;
  readonly sameX: number | null;
  readonly left: number;
  readonly right: number;
}

/** From where to where a lane runs and where its name stands: after its end, before its beginning, or on it. */
function span(
  tree: BranchTree,
  one: { readonly branch: number; readonly shared: number },
  room: LaneRoom,
  lower: readonly number[],
): Draft {
  const { branch, shared } = one;
  const { steps = 0 } = tree.branches[branch] ?? {};
  const length = Math.max(1, tree.branches[tree.current]?.steps ?? 0);
  const same = rejoinOf(tree, branch);
  const scale = room.width / length;
  const x1 = Math.min(shared * scale, room.width - LINE_MIN);
  const sameX = same === null ? null : Math.max(same.at * scale, x1 + LINE_MIN + BEND);
  const way: Way = { x1, sameX, reach: Math.max(sameX ?? steps * scale, x1 + LINE_MIN + BEND) };
  // Where others leave before it, their lines go down through what stands before its beginning.
  const isCrossed = ({ isBefore, textX }: Named): boolean =>
    isBefore && lower.some((start) => start * scale > textX - GAP && start < shared);
  const texts = laneTexts(tree, branch, { isWide: room.width >= ABOUT_WIDTH, same: same !== null, length });
  const tries = texts.map((text) => named(text, way, room));
  const whole = tries.filter(({ isWhole }) => isWhole);
  const found = whole.find((each) => !isCrossed(each)) ?? whole[0] ?? tries.at(-1);
  const { text, textX, textW, isBefore, isOn } = found ?? named('', way, room);
  const x2 = Math.min(way.reach, isBefore || isOn ? room.width : textX);
  const left = Math.min(x1, textX);
  const right = Math.max(x2, textX + textW);
  return { branch, text, label: branchSentence(tree, branch), x1, x2, textX, textW, sameX, left, right };
}

interface Way {
  readonly x1: number;
  readonly sameX: number | null;
  readonly reach: number;
}

/** What a lane may be called, the longest first: with where it ends or that it is one again, with what it is about, barely. */
function laneTexts(
  { branches }: BranchTree,
  branch: number,
  how: { readonly isWide: boolean; readonly same: boolean; readonly length: number },
): readonly string[] {
  const { name, about, steps } = branches[branch] ?? { name: '', about: '', steps: 0 };
  const short = clipped(name);
  const lane = clipped(about === '' || !how.isWide ? name : timeWord('lane', { name, about }));
  if (how.same) {
    return [timeWord('lane-same', { lane }), timeWord('lane-same', { lane: short }), short];
  }
  return [steps > how.length ? timeWord('lane-beyond', { lane, steps: String(steps) }) : lane, lane, short];
}

interface Named {
  readonly text: string;
  readonly textX: number;
  readonly textW: number;
  readonly isBefore: boolean;
  readonly isOn: boolean;
  readonly isWhole: boolean;
}

/** After the line's end where there is room, over its end at the right edge, before its beginning, or shortened. */
function named(text: string, { x1, sameX, reach }: Way, room: LaneRoom): Named {
  const wanted = textWidth(text, room.type) + 3 * GAP;
  const earliest = (sameX === null ? x1 + LINE_MIN + BEND : reach) + GAP;
  const [before, after] = [x1 - GAP, room.width - earliest];
  const [onFrom, onTo] = [x1 + BEND + GAP, Math.min(reach, room.width) - BEND - GAP];
  // On the line where there is room neither before nor after it.
  const isOn = sameX !== null && Math.max(before, after) < wanted && onTo - onFrom >= wanted;
  const isBefore = !isOn && after < wanted && (before >= wanted || before > after);
  const textW = isOn ? wanted : Math.min(wanted, isBefore ? before : after);
  const textX = isOn
    ? (onFrom + onTo - wanted) / 2
    : isBefore
      ? before - textW
      : Math.max(earliest, Math.min(reach + GAP, room.width - textW));
  return { text, textX, textW, isBefore, isOn, isWhole: textW >= wanted };
}

function drawn(
  { branch, text, label, x1, x2, textX, textW, sameX }: Draft,
  y: number,
  lift: number,
): BranchLane {
  const bend = (from: number, to: number, y1: number, y2: number): string =>
    `C${r(from + (to - from) * 0.6)} ${r(y1)} ${r(from + (to - from) * 0.2)} ${r(y2)} ${r(to)} ${r(y2)}`;
  const down = `M${r(x1)} ${-lift}${bend(x1, x1 + BEND, -lift, y)}`;
  const path =
    sameX === null ? `${down}H${r(x2)}` : `${down}H${r(sameX - BEND)}${bend(sameX - BEND, sameX, y, -lift)}`;
  return {
    branch,
    path,
    y,
    text,
    label,
    textX: r(textX),
    textW: r(textW),
    sameX: sameX === null ? null : r(sameX),
  };
}

const r = (value: number): number => Math.round(value * 10) / 10;

function clipped(name: string): string {
  const letters = [...name];
  return letters.length <= LETTERS_MAX ? name : `${letters.slice(0, LETTERS_MAX - 1).join('')}…`;
}

/** A branch in words, for its control and for the list. */
function branchSentence({ branches, rejoins }: BranchTree, branch: number): string {
  const nameOf = (i: number): string => branches[i]?.name ?? '';
  const { from, steps, about } = branches[branch] ?? { from: null, steps: 0, about: '' };
  const bare = nameOf(branch);
  const name = about === '' ? bare : timeWord('branch-about', { name: bare, about });
  if (from === null) {
    return timeWord('branch-first', { name, steps });
  }
  const left = { name, parent: nameOf(from.branch), step: String(from.step) };
  const same = rejoins.find((each) => each.branch === branch);
  if (same === undefined) {
    return timeWord('branch-from', { ...left, steps: String(steps) });
  }
  const at = String(same.at);
  return same.other === from.branch
    ? timeWord('branch-same', { ...left, at })
    : timeWord('branch-same-other', { ...left, other: nameOf(same.other), at });
}
