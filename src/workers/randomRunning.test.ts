import { expect, test } from 'vitest';
import { PROTECTIONS_2016 } from '../engine/index.ts';
import { createRandomRunning, type FromRandomRuns } from './randomRunning.ts';

test('random runs are told one by one, each the nth of its seed, until nobody gives the turn back', () => {
  const told: FromRandomRuns[] = [];
  const turns: (() => void)[] = [];
  const begin = createRandomRunning({
    tell: (message) => told.push(message),
    later: (work) => turns.push(work),
  });
  begin({ seed: 1, protections: { ...PROTECTIONS_2016, coordinatorHoldsSchema: false } });
  turns.shift()?.();
  expect(told.map(({ runs }) => runs)).toEqual([1, 2]);
  expect(turns).toHaveLength(1);
  expect(told[0]?.find).toMatchObject({ promise: 'I7', stepsFound: expect.any(Number) });
  expect(told[0]?.find?.run.commands).toHaveLength(3);
  expect(told[1]?.steps).toBeGreaterThan(told[0]?.steps ?? 0);
});
