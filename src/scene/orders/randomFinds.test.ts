import { expect, test } from 'vitest';
import { configOf, PROTECTIONS_2016, type RandomFind } from '../../engine/index.ts';
import { protectionsInWords, randomReport, withFind } from './randomFinds.ts';

const WITNESS: RandomFind['witness'] = {
  fault: { kind: 'applied-not-contained', lost: ['x'] },
  nodes: ['A'],
  shard: 0,
  keyspace: 'ks',
  table: 't',
  key: '00000001',
  column: 'x',
  version: '12345678',
  statement: 's1',
};

function find(promise: RandomFind['promise'], length: number, seed: number): RandomFind {
  const commands = Array.from({ length }, () => ({ kind: 'wait', micros: 1 }) as const);
  const run = { format: 1, seed: 7, config: configOf({ nodes: ['A', 'B'] }), commands } as RandomFind['run'];
  return { seed, promise, witness: WITNESS, stepsFound: 99, run };
}

test('of each promise the smallest run is told, in the order of the promises, with how often it broke', () => {
  const finds = [find('I13', 8, 1), find('I2', 9, 2), find('I2', 6, 3), find('I2', 6, 4)];
  const found = finds.reduce(withFind, [] as ReturnType<typeof withFind>);
  expect(randomReport({ running: true, runs: 1_204, steps: 190_000, found })).toMatchObject({
    count: 'Trying: 1,204 runs, 190,000 steps.',
    verdict: '2 promises broke. The smallest run of each:',
    lines: [
      {
        title: 'A write is applied only under a version that contains its own.',
        sentence: 'A applied a write of 1234 that its own version does not contain, and dropped x.',
        facts: ['in 6 steps on 2 nodes', 'found 3 times', 'seed 3'],
        open: 'Open the run that breaks I2',
        runTitle: 'Random run 3: I2',
      },
      { facts: ['in 8 steps on 2 nodes', 'found once', 'seed 1'] },
    ],
  });
});

test('what has not begun says so, and what found nothing', () => {
  expect(randomReport({ running: false, runs: 0, steps: 0, found: [] }).count).toBe(
    'Nothing has been tried yet.',
  );
  expect(randomReport({ running: false, runs: 1, steps: 80, found: [] })).toMatchObject({
    count: 'Tried: 1 run, 80 steps.',
    verdict: 'No promise broke.',
  });
});

test('the protections are named where they are not those of 2016', () => {
  expect(protectionsInWords(PROTECTIONS_2016)).toBe('The protections are those of 2016.');
  expect(protectionsInWords({ ...PROTECTIONS_2016, droppedAt: false })).toBe(
    'Other than in 2016: drop times.',
  );
});
