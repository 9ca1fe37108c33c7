import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everNodes } from '../../engine/index.ts';
import { usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import { grown, movesOn } from '../run/randomRun.test-support.ts';
import type { SceneOptions, Selection } from '../shape/scene.ts';

/** A selection of some kind at some step: what is chosen may change on the way too. */
const selectionAt = (kind: number, version: string | undefined): Selection | null =>
  kind === 1
    ? { kind: 'node', node: 'B' }
    : kind === 2 && version !== undefined
      ? { kind: 'version', version }
      : null;

test('the diagram that is kept from a step to another is the one that is made there', () => {
  fc.assert(
    fc.property(
      fc.array(movesOn(['A', 'B', 'C']), { minLength: 8, maxLength: 40 }),
      fc.array(fc.tuple(fc.nat(60), fc.nat(2), fc.boolean()), { minLength: 10, maxLength: 30 }),
      fc.constantFrom(1, 2),
      (moves, visits, shards) => {
        const run = moves.reduce(grown, usersRun({ shards }));
        expect(everNodes(run.start.core)).toHaveLength(3);
        for (const [place, kind, hasPair] of visits) {
          const playhead = { step: place % (run.steps.length + 1), fraction: 0 };
          const [first, last] = [0, -1].map((at) => project(run, playhead, NOTHING).dag.nodes.at(at)?.key);
          const pair =
            hasPair && first !== undefined && last !== undefined ? { from: first, to: last } : null;
          const options = { ...NOTHING, selection: selectionAt(kind, last), pair };
          // A run of its own, of which nothing is kept.
          expect(project(run, playhead, options).dag).toEqual(project({ ...run }, playhead, options).dag);
        }
      },
    ),
    { seed: 20170, numRuns: 12 },
  );
});

const NOTHING: SceneOptions = { selection: null, tableKey: null };
