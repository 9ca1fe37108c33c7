import { expect, test } from 'vitest';
import type { Command } from '../sim/command.ts';
import { deliveries } from '../sim/deliveries.ts';
import type { Core } from '../sim/state.ts';
import { stepCore } from '../sim/step.ts';
import { add, insert, startOf } from './search.test-support.ts';
import { squareOf } from './square.ts';

function played(start: Core, commands: readonly Command[]): Core {
  return commands.reduce((core, command) => {
    const stepped = stepCore(core, command);
    if (!stepped.ok) {
      throw new Error(stepped.problem);
    }
    return stepped.value.core;
  }, start);
}

const messagesTo = (core: Core, to: string): readonly Command[] =>
  deliveries(core).filter(
    ({ kind, ...rest }) => kind === 'deliver' && new RegExp(`>${to}[ .]`).test(JSON.stringify(rest)),
  );

test('X14 two pushes to one node commute: both orders end in the very same state', () => {
  const start = played(startOf(['A', 'B', 'C']), [add('A', 'x', 100), add('B', 'y', 105)]);
  const [a, b] = messagesTo(start, 'C');
  const square = squareOf(start, a as Command, b as Command);
  expect(square).toMatchObject({ equal: true, differences: [], later: null });
  expect(square.sides.map(({ middle }) => middle?.nodes[2]?.digest)).not.toEqual(
    square.sides.map(({ end }) => end?.nodes[2]?.digest),
  );
});

test('X14 a push and a write of its version do not commute on the way, and come to the same', () => {
  const merged = played(startOf(['A', 'B']), [
    add('A', 'x', 100),
    { kind: 'merge', node: 'A', merge: 'ddl add x' },
  ]);
  const start = played(merged, [insert('A', 110, { a: 1, x: 9 })]);
  const [push, write] = messagesTo(start, 'B');
  const square = squareOf(start, push as Command, write as Command);
  expect(square.equal).toBe(false);
  expect(square.later).toBe('same');
  expect(square.onTheWay.length).toBeGreaterThan(0);
});

test('X14 without sync the order decides what B keeps', () => {
  const off = { syncBeforeApply: 'convertToMine', syncedCheck: false } as const;
  const merged = played(startOf(['A', 'B'], off), [
    add('A', 'x', 100),
    { kind: 'merge', node: 'A', merge: 'ddl add x' },
    insert('A', 110, { a: 1, x: 9 }),
  ]);
  const [, write] = messagesTo(merged, 'B');
  const asked = played(merged, [write as Command]);
  const answered = played(asked, [
    messagesTo(asked, 'A').find((one) => 'message' in one && one.message.startsWith('GET')) as Command,
  ]);
  const [push, reply] = messagesTo(answered, 'B');
  const square = squareOf(answered, push as Command, reply as Command);
  expect(square.equal).toBe(false);
  expect(square.differences).toContainEqual({ node: 'B', what: 'data' });
  expect(square.later).toBe('different');
});

test('X14 an order that is impossible says why', () => {
  const start = played(startOf(['A', 'B']), [add('A', 'x', 100)]);
  const [push] = messagesTo(start, 'B');
  const square = squareOf(start, push as Command, { kind: 'crash', node: 'B' });
  expect(square.equal).toBeNull();
  expect(square.sides[1].problem).toMatch(/on the way any more/);
});
