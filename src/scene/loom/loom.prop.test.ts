import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fork, type Timeline } from '../../engine/index.ts';
import { usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import { grown, type Move, movesOn } from '../run/randomRun.test-support.ts';
import type { Box, Loom, LoomGeometry, Scene, SceneOptions } from '../shape/scene.ts';

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];

interface Recipe {
  readonly nodes: readonly string[];
  readonly shards: number;
  readonly moves: readonly Move[];
}

const recipes: fc.Arbitrary<Recipe> = fc
  .record({ count: fc.integer({ min: 1, max: 9 }), shards: fc.constantFrom(1, 1, 2, 4) })
  .chain(({ count, shards }) => {
    const nodes = NAMES.slice(0, count);
    const moves = fc.array(movesOn(nodes), { minLength: 10, maxLength: 60 });
    return fc.record({ nodes: fc.constant(nodes), shards: fc.constant(shards), moves });
  });

function runOf({ nodes, shards, moves }: Recipe): Timeline {
  return moves.reduce(grown, usersRun({ nodes, shards }));
}

const geometries: fc.Arbitrary<LoomGeometry> = fc.record({
  width: fc.integer({ min: 300, max: 1400 }),
  height: fc.integer({ min: 120, max: 700 }),
  rowHeight: fc.constantFrom(20, 27, 40, 40, 50),
  laneWidth: fc.constantFrom(26, 36),
  gap: fc.constant(32),
});

function sceneOf(run: Timeline, geometry: LoomGeometry, part: Partial<SceneOptions> = {}): Scene {
  const options = { selection: null, tableKey: null, geometry, overscan: 0, ...part };
  return project(run, { step: run.steps.length, fraction: 0 }, options);
}

/** What covers what lies under it: pills, tiles of messages, words at knots, counts of quiet steps. */
function opaque(loom: Loom): readonly (readonly [string, Box])[] {
  return [
    ...loom.strokes.flatMap(({ label, key }) => (label === null ? [] : [[`pill ${key}`, label] as const])),
    ...loom.dots.flatMap(({ textBox, key, text }) =>
      textBox === null ? [] : [[`words ${key} ${text}`, textBox] as const],
    ),
    ...loom.rows.flatMap(({ note, key }) => (note === null ? [] : [[`note ${key}`, note] as const])),
  ];
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

function checkBoxes(loom: Loom): void {
  const boxes = opaque(loom);
  for (const [i, [name, box]] of boxes.entries()) {
    expect(box.x >= 0 && box.x + box.w <= loom.geometry.width, `${name} leaves the panel`).toBe(true);
    expect(box.y + box.h <= loom.nowY, `${name} is below now`).toBe(true);
    for (const lane of loom.lanes) {
      const strip = { x: lane.x - lane.w / 2, y: box.y, w: lane.w, h: box.h };
      expect(meet(box, strip), `${name} lies on lane ${lane.node}`).toBe(false);
    }
    for (const [other, another] of boxes.slice(i + 1)) {
      expect(meet(box, another), `${name} lies on ${other}`).toBe(false);
    }
  }
}

test('no pill, word or count lies on another, on a lane or over the edge, in any run, on any width', () => {
  fc.assert(
    fc.property(recipes, geometries, (recipe, geometry) => checkBoxes(sceneOf(runOf(recipe), geometry).loom)),
    { numRuns: 60, seed: 5 },
  );
}, 60_000);

test('what is shown does not depend on how far the run has gone on, nor on what was looked at before', () => {
  fc.assert(
    fc.property(
      recipes,
      geometries,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (recipe, geometry, share) => {
        const run = runOf(recipe);
        const step = Math.floor(run.steps.length * share);
        const early = fork(run, step);
        const alone = structuredClone(early);
        const marks = ({ loom }: Scene): unknown => [
          loom.strokes.map(({ sentence: _, ...mark }) => mark),
          loom.dots,
          loom.rows.map(({ text: _, ...mark }) => mark),
        ];
        const at = (timeline: Timeline): unknown =>
          marks(
            project(
              timeline,
              { step, fraction: 0 },
              { selection: null, tableKey: null, geometry, overscan: 0 },
            ),
          );
        const before = at(alone);
        expect(at(run)).toEqual(before);
      },
    ),
    { numRuns: 30, seed: 6 },
  );
}, 60_000);

test('envelopes keep to the band above the now line and, as long as they are few, apart', () => {
  fc.assert(
    fc.property(recipes, geometries, (recipe, geometry) => {
      const run = runOf(recipe);
      const { loom, inFlight } = sceneOf(run, geometry);
      for (const [i, item] of inFlight.entries()) {
        expect(item.y).toBeGreaterThanOrEqual(loom.nowY - loom.band - 0.01);
        expect(item.y + item.h).toBeLessThanOrEqual(loom.nowY);
        expect(item.x >= 0 && item.x + item.w <= geometry.width, item.key).toBe(true);
        const on = inFlight.slice(i + 1).find((other) => meet(item, other));
        expect(inFlight.length < 5 ? on : undefined, item.key).toBeUndefined();
      }
    }),
    { numRuns: 40, seed: 7 },
  );
}, 60_000);

test('scrolling shows the same marks from elsewhere, and never beyond either end of the tape', () => {
  fc.assert(
    fc.property(
      recipes,
      geometries,
      fc.double({ min: -5, max: 90, noNaN: true }),
      (recipe, geometry, scroll) => {
        const run = runOf(recipe);
        const still = sceneOf(run, geometry).loom;
        const { loom } = sceneOf(run, geometry, { scroll });
        expect(loom.viewport.y).toBeCloseTo(still.viewport.y - loom.scroll.at * geometry.rowHeight);
        expect(loom.scroll.at).toBeGreaterThanOrEqual(0);
        expect(loom.viewport.y).toBeGreaterThanOrEqual(Math.min(still.viewport.y, 0) - 0.01);
        const places = new Map(still.dots.map((dot) => [dot.key, [dot.x, dot.y, dot.textX, dot.textY]]));
        for (const dot of loom.dots) {
          expect(places.get(dot.key) ?? [dot.x, dot.y, dot.textX, dot.textY]).toEqual([
            dot.x,
            dot.y,
            dot.textX,
            dot.textY,
          ]);
        }
        for (const stroke of loom.strokes.filter(({ state }) => state !== 'lost')) {
          expect(Math.max(stroke.start.y, stroke.end.y)).toBeGreaterThanOrEqual(loom.viewport.y - 0.01);
        }
      },
    ),
    { numRuns: 30, seed: 8 },
  );
}, 60_000);
