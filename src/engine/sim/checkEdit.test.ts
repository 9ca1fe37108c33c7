import fc from 'fast-check';
import { expect, test } from 'vitest';
import { play } from '../scenarios/play.test-support.ts';
import { shapeOfEdit } from './checkEdit.ts';
import type { Edit } from './edit.ts';
import { rerun } from './rerun.ts';

const { timeline } = play().alter('A', 100, '+x int').insert('B', 1, { a: 7 }, { at: 110 }).drain();

test('N9 N12 an edit of the wrong shape has a sentence, and one of the right shape is played or refused with one', () => {
  const part = fc.oneof(fc.anything(), fc.constantFrom(0, 1, 3, 0.5, -1, 1e9, Number.NaN, 'x', {}, null));
  const kind = fc.constantFrom(
    'deliver',
    'lose',
    'duplicate',
    'hold',
    'move',
    'remove',
    'replace',
    'protect',
    'x',
  );
  let played = 0;
  fc.assert(
    fc.property(
      fc.record(
        { kind, message: part, seen: part, place: part, step: part, command: part, protections: part },
        { requiredKeys: ['kind'] },
      ),
      (outside) => {
        const problem = shapeOfEdit(outside);
        const edited = problem === null ? rerun(timeline, outside as Edit) : null;
        played += edited?.ok ? 1 : 0;
        expect(problem ?? (edited?.ok ? 'Played.' : edited?.problem)).toMatch(/^\S.{5,}[.?]$/s);
      },
    ),
    { seed: 11, numRuns: 1_500 },
  );
  expect(played).toBeGreaterThan(5);
  expect(shapeOfEdit(null)).toBe('An edit is a record with a kind; this is none.');
  expect(shapeOfEdit({ kind: 'hold', message: 'm' })).toBe('The edit hold needs seen, a number.');
});
