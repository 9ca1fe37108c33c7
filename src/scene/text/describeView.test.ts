import { describe, expect, test } from 'vitest';
import type { Timeline } from '../../engine/index.ts';
import { add, doPending, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import type { Scene } from '../shape/scene.ts';
import { describeView, VIEWS, viewTitle } from './describeView.ts';

const sceneAt = (run: Timeline, step: number): Scene =>
  project(run, { step, fraction: 0 }, { selection: null, tableKey: null, naming: 'lesson' });

const ownMerge = (run: Timeline): Timeline => doPending(run, (choice) => choice.kind === 'merge');
const parted = ownMerge(play(ownMerge(play(usersRun(), add('A', 'email'))), add('B', 'phone')));
const read = settled(
  play(settled(parted), { kind: 'select', node: 'A', ...TABLE, key: { id: 1 }, consistency: 'QUORUM' }),
);

const allOf = (scene: Scene): string =>
  VIEWS.map((view) => `${viewTitle(view)}. ${describeView(scene, view).join(' ')}`).join('\n');

describe('every view in words', () => {
  test('at the start', () => {
    expect(allOf(sceneAt(usersRun(), 0))).toMatchInlineSnapshot(`
      "Cluster. There are 3 nodes: all are up. All 3 nodes are at V0. All 3 entries in memory are at their table’s version. No request waits. All promises hold.
      History. This is the start of a run of 0 steps, 3 µs into it. The run begins. Nothing is on its way. Of the messages in sight none has arrived.
      Versions. One version of this table. V0 contains all others. V0. Columns id, name. Current on A, B, C.
      Column ids. There are no two versions between which an id could move.
      Time. This is the start of a run of 0 steps, 3 µs into it. No node changes its version in this run. Nothing is on its way. Add a column or let time pass."
    `);
  });

  test('when two nodes have parted', () => {
    expect(allOf(sceneAt(parted, parted.steps.length))).toMatchInlineSnapshot(`
      "Cluster. There are 3 nodes: all are up. A at X, B at Y, C at V0. 2 of 3 entries in memory are at another version than their table. No request waits. All promises hold.
      History. This is step 4 of a run of 4 steps, 2.4 ms into it. B merges its own change: V0 becomes Y. 4 messages are on their way: Push +email, A to B; Push +email, A to C; Push +phone, B to A and one more. Of the messages in sight none has arrived.
      Versions. 3 versions of this table. X and Y stand side by side: none contains another. X. Contains V0. Columns id, email, name. Current on A. Y. Contains V0. Columns id, name, phone. Current on B.
      Column ids. This goes from version V0 to version Y. The columns: phone is added at 1. Row 1 on B, once it is touched: its boxes hold Ada at V0, and Ada, – at Y. Nothing would be misread here: each value keeps its box.
      Time. This is step 4 of a run of 4 steps, 2.4 ms into it. In 2 steps a node changes its version. Next does this: +email reaches B."
    `);
  });

  test('when all is read and agreed', () => {
    expect(allOf(sceneAt(read, read.steps.length))).toMatchInlineSnapshot(`
      "Cluster. There are 3 nodes: all are up. All 3 nodes are at Z. One of 3 entries in memory is at another version than its table. No request waits. All promises hold.
      History. This is step 17 of a run of 17 steps, 814.3 ms into it. A answers the client: id = 1, email = –, name = Ada, phone = –. Nothing is on its way. Of the messages in sight 6 have arrived.
      Versions. 4 versions of this table. Z contains all others. Z. Contains X and Y. Columns id, email, name, phone. Current on A, B, C.
      Column ids. This goes from version Y to version Z. The columns: name moves from 0 to 1, phone moves from 1 to 2, email is added at 0. Row 1 on C, once it is touched: its boxes hold Ada at V0, and –, Ada, – at Z. Without version tags the row would say: email = Ada.
      Time. This is step 17 of a run of 17 steps, 814.3 ms into it. In 6 steps a node changes its version. Nothing is on its way. Add a column or let time pass."
    `);
  });

  test('at most five whole sentences, at every step', () => {
    for (let step = 0; step <= read.steps.length; step++) {
      const scene = sceneAt(read, step);
      for (const view of VIEWS) {
        const sentences = describeView(scene, view);
        expect(sentences.length).toBeGreaterThan(0);
        expect(sentences.length).toBeLessThanOrEqual(5);
        for (const sentence of sentences) {
          expect(sentence, view).toMatch(/^\S.*[.!?]$/u);
          expect(sentence, view).not.toMatch(/[{}]|undefined|null|NaN|newer|behind|outdated| {2}|\.\.$/u);
        }
      }
    }
  });
});
