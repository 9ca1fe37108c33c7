import { expect, test } from 'vitest';
import { fork, pendingChoices, stateAt, type Timeline } from '../../engine/index.ts';
import { add, doPending, play, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import type { SceneOptions } from '../shape/scene.ts';
import { loomSplit } from './loomSplit.ts';

const OPTIONS: SceneOptions = { selection: null, tableKey: null, naming: 'lesson' };
const alter = (run: Timeline, node: string, name: string): Timeline =>
  doPending(play(run, add(node, name)), (choice) => choice.kind === 'merge');

const parted = alter(alter(usersRun(), 'A', 'email'), 'B', 'phone');
const push = (run: Timeline): Timeline =>
  doPending(run, ({ message }) => message?.from === 'A' && message.to === 'C');
const lost = ((): Timeline => {
  const state = stateAt(parted, parted.steps.length);
  const key = pendingChoices(state).find(({ message }) => message?.from === 'A' && message.to === 'C');
  return play(parted, { kind: 'lose', message: key?.message?.key ?? '' });
})();

function splitOf(screen: Timeline, other: Timeline, step = screen.steps.length) {
  const { loom } = project(screen, { step, fraction: 0 }, OPTIONS);
  return { loom, split: loomSplit({ loom, screen, other, step }, OPTIONS) };
}

test('from the parting row on, a lane is two halves: the other branch at the left, this one at the right', () => {
  const { loom, split } = splitOf(push(parted), lost);
  const c = split?.pieces.filter((piece) => piece.node === 'C') ?? [];
  const lane = loom.lanes.find((one) => one.node === 'C');
  expect(c.map((piece) => `${piece.side} ${piece.identity?.name}`)).toEqual([
    'other V0',
    'screen V0',
    `screen ${lane?.identity?.name}`,
  ]);
  const [left, right] = [lane?.x ?? 0, (lane?.x ?? 0) + (lane?.w ?? 0) / 2];
  expect(c.filter(({ side }) => side === 'other').every(({ x, w }) => x + w < left)).toBe(true);
  expect(c.filter(({ side }) => side === 'screen').every(({ x, w }) => x > left && x + w <= right)).toBe(
    true,
  );
  expect(c[0]?.w).toBe(c[1]?.w);
  expect(c[0]?.y1).toBe(split?.partingY);
  expect(c.at(-1)?.y2).toBe(loom.nowY);
});

test('a tile lies inside its half, and every shard has halves of its own', () => {
  for (const shards of [1, 2, 3, 4]) {
    const run = alter(usersRun({ shards }), 'A', 'email');
    const ended = (timeline: Timeline): Timeline => doPending(timeline, ({ kind }) => kind === 'publish');
    const { split } = splitOf(shards > 1 ? ended(run) : push(run), alter(fork(run, 0), 'B', 'nick'));
    const pieces = split?.pieces ?? [];
    expect(new Set(pieces.map(({ shard }) => shard)).size).toBe(shards);
    for (const { glyphs, x, w } of pieces) {
      for (const at of glyphs) {
        expect(Math.abs(at.x - x - w / 2)).toBeLessThan(0.01);
        expect(split?.glyphSize).toBeLessThanOrEqual(w);
      }
    }
  }
});

test('pieces of a lane follow each other without a gap, down to now', () => {
  const other = alter(fork(parted, 0), 'C', 'nick');
  const { loom, split } = splitOf(push(parted), other);
  for (const lane of loom.lanes) {
    const mine = split?.pieces.filter((piece) => piece.node === lane.node && piece.side === 'other') ?? [];
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.at(-1)?.y2).toBe(loom.nowY);
    for (const [i, piece] of mine.entries()) {
      expect(piece.y2).toBe(mine[i + 1]?.y1 ?? loom.nowY);
    }
  }
});

test('before they part, and of a branch that is only shorter, there is nothing to split', () => {
  expect(splitOf(push(parted), lost, 3).split).toBeNull();
  expect(splitOf(parted, fork(parted, 2)).split).toBeNull();
});
