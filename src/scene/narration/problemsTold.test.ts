// Whatever a node gives as the reason of a failure is told in words of the catalogue, those too that are the same in
// English: a translation has others. Here the catalogue has none.

import { expect, test, vi } from 'vitest';
import { PROTECTION_TABLE, PROTECTIONS_2016 } from '../../engine/index.ts';
import { randomSteps } from '../../engine/scenarios/randomSteps.test-support.ts';
import { usersRun } from '../firstMinute.test-support.ts';
import { identitiesOf } from '../run/identity.ts';
import { SAME_IN_ENGLISH } from './problemWords.test-support.ts';
import { problemText } from './problemWords.ts';

vi.mock('../words/messages.en.ts', async (original) => {
  const real = await original<Record<string, Record<string, string>>>();
  // What a message is given, and no word of its own.
  const mute = Object.entries(real['LABELS_EN'] ?? {}).map(([id, text]) => [
    id,
    [...text.matchAll(/\{\w+\}/gu)].join(' '),
  ]);
  return { ...real, LABELS_EN: Object.fromEntries(mute) };
});

const identities = identitiesOf(usersRun(), { naming: 'lesson' });
const told = (problem: string): string => problemText(identities, problem);
/** Words that are no names of nodes, tables, columns or levels, and no digits of a version. */
const wordsIn = (text: string): readonly string[] =>
  (text.match(/(?<![\w.])[a-z]{3,}(?![\w.])/giu) ?? []).filter(
    (word) => word !== word.toUpperCase() && !/^[0-9a-f]{4}$/u.test(word),
  );

test.each(SAME_IN_ENGLISH)('%s', (said) => {
  expect(wordsIn(told(said))).toEqual([]);
});

/** Every reason that an event of a run bears, its results' included. */
function* reasonsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name !== 'problem') yield* reasonsIn(inner);
    else if (typeof inner === 'string' && inner !== '') yield inner;
  }
}

test('no reason in 80 random runs, each with another protection off, is left in the words of a node', () => {
  const switches = PROTECTION_TABLE.map(({ id, on, off }) => ({
    [id]: PROTECTIONS_2016[id] === on ? off : on,
  }));
  const left = new Set<string>();
  const kinds = new Set<string>();
  for (let seed = 0; seed < 80; seed++) {
    const protections = { ...PROTECTIONS_2016, ...switches[seed % switches.length] };
    for (const { events } of randomSteps(seed, protections)) {
      for (const reason of reasonsIn(events)) {
        kinds.add(reason.replaceAll(/\b(?:[0-9a-f]{4}|\d+|[A-I])\b/gu, '#'));
        if (wordsIn(told(reason)).length > 0) left.add(reason);
      }
    }
  }
  expect([...left]).toEqual([]);
  expect(kinds.size).toBeGreaterThan(8);
});
