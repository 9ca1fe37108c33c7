// Whatever a node gives as the reason of a failure is told in words of the catalogue, those too that are the same in
// English: a translation has others. Here the catalogue has none.

import { expect, test, vi } from 'vitest';
import { PROTECTIONS_2016 } from '../../engine/index.ts';
import { randomSteps } from '../../engine/scenarios/randomSteps.test-support.ts';
import { usersRun } from '../firstMinute.test-support.ts';
import { identitiesOf } from '../run/identity.ts';
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

test.each([
  'ALL needs 3 of 3 replicas; node A sees 2 of them up.',
  'Timed out: the read repair was not confirmed.',
  'The read failed on replica B: the connection broke.',
  'Node A stopped before the statement ended; it may or may not have taken effect.',
  'the merge with B failed',
  'node B is down',
  'the link between A and B is cut',
  'the stream from A to B broke',
  'A does not see B',
  'C could not store what B sent: the merge with B failed',
  'ks.t has no partition key left: the node would abort. Drop the table and create it again.',
  "In the clustering key of ks.t two columns, 'c' among them, stand at position 1: the node would abort. Rename a key column on one node at a time.",
  'In the partition key of ks.t position 1 has no column: the node would abort. Rename a key column on one node at a time.',
])('%s', (said) => {
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
  const switches = Object.entries(PROTECTIONS_2016).filter(([, on]) => typeof on === 'boolean');
  const left = new Set<string>();
  const kinds = new Set<string>();
  for (let seed = 0; seed < 80; seed++) {
    const [name, on] = switches[seed % switches.length] ?? ['', true];
    const protections = { ...PROTECTIONS_2016, [name]: !on };
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
