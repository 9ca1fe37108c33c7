import fc from 'fast-check';
import { expect, test } from 'vitest';
import { busyRun } from '../loom/busyRun.test-support.ts';
import { project } from '../project.ts';
import { withSharedParts } from './sharedParts.ts';

const tree = fc.letrec((tie) => ({
  part: fc.oneof(
    fc.constantFrom(0, 1, null, undefined, 'a'),
    fc.array(tie('part'), { maxLength: 3 }),
    fc.array(fc.record({ key: fc.constantFrom('p', 'q', 'r'), of: tie('part') }, { noNullPrototype: true }), {
      maxLength: 3,
    }),
    fc.dictionary(fc.constantFrom('x', 'y', 'key'), tie('part'), { noNullPrototype: true }),
  ),
})).part;

test('what is given back is equal to what was given, and neither is changed', () => {
  fc.assert(
    fc.property(tree, tree, (before, now) => {
      const [kept, given] = [structuredClone(before), structuredClone(now)];
      expect(withSharedParts(before, now)).toStrictEqual(given);
      expect(now).toStrictEqual(given);
      expect(before).toStrictEqual(kept);
    }),
    { seed: 20_261_128, numRuns: 400 },
  );
});

test('what is equal as a whole is the one of before', () => {
  fc.assert(
    fc.property(tree, (before) => {
      expect(withSharedParts(before, structuredClone(before))).toBe(before);
    }),
    { seed: 20_261_128, numRuns: 400 },
  );
});

test('a part with a key is found where it has gone to', () => {
  const [a, b] = [
    { key: 'a', at: { x: 1 } },
    { key: 'b', at: { x: 2 } },
  ];
  const now = withSharedParts(
    [a, b],
    [
      { key: 'b', at: { x: 2 } },
      { key: 'c', at: { x: 1 } },
    ],
  );
  expect(now[0]).toBe(b);
  expect(now[1]).toStrictEqual({ key: 'c', at: { x: 1 } });
});

test('a step of a long run leaves most cards and most of the history as they were', () => {
  const timeline = busyRun({ steps: 300, messages: 12 });
  const at = (step: number) =>
    project(timeline, { step, fraction: 0 }, { selection: null, tableKey: null, folded: true });
  const before = at(200);
  const fresh = at(201);
  const now = withSharedParts(before, fresh);
  expect(now).toStrictEqual(fresh);
  const sameCards = now.nodes.filter((card) => before.nodes.includes(card)).length;
  expect(sameCards).toBeGreaterThanOrEqual(now.nodes.length - 2);
  // What is on its way goes on with every step; what has arrived stays.
  const arrived = now.loom.strokes.filter(({ endStep }) => endStep !== null && endStep < 200);
  expect(arrived.length).toBeGreaterThan(3);
  for (const stroke of arrived) expect(before.loom.strokes).toContain(stroke);
});
