import { expect, test } from 'vitest';
import { add, play, settled, usersRun } from '../firstMinute.test-support.ts';
import { identitiesOf } from '../run/identity.ts';
import { SAME_IN_ENGLISH } from './problemWords.test-support.ts';
import { problemText } from './problemWords.ts';

const run = settled(play(usersRun(), add('A', 'email')));
const identities = identitiesOf(run, { naming: 'lesson' });
const digits = identities.list[1]?.hex ?? '';

test.each([
  [`no table has the id 1d059db2 here`, 'it has no table of that id'],
  [`schema version ${digits} could not be loaded from B`, 'it could not learn from B what X is'],
  [`attempted to mutate using not synced schema ${digits}`, 'it has not marked X as merged'],
  [
    `The read failed on replica B: schema version ${digits} is not known here.`,
    'The read failed on replica B: it does not know X.',
  ],
  [
    'table ks.w with id 40dc6268 is not in memory: this node serves another table of that name',
    'it serves another table named ks.w',
  ],
  [
    'The schema was written but could not be put to use: table ks.w with id 40dc6268 is not in memory: this node serves another table of that name.',
    'The rows are written, but this node serves another table named ks.w.',
  ],
  ['Timed out: 0 of 1 replicas confirmed.', 'Timed out, with 0 of 1 needed confirmations.'],
  ['Timed out: 1 of 2 replicas answered.', 'Timed out, with 1 of 2 needed answers.'],
  [
    `The read failed on replica B: schema version ${digits} could not be loaded from A.`,
    'The read failed on replica B: it could not learn from A what X is.',
  ],
  [
    `C could not store what B sent: attempted to mutate using not synced schema ${digits}`,
    'C could not store what B sent: it has not marked X as merged',
  ],
  [
    'The schema was written but could not be put to use: keyspace ks differs and cannot be altered.',
    'The rows are written, but cannot be put to use: keyspace ks differs and cannot be altered.',
  ],
])('%s', (said, told) => {
  expect(problemText(identities, said)).toBe(told);
});

test('digits of a version that nobody has shown stay digits', () => {
  const said = 'schema version 0000 is not known here';
  expect(problemText(identities, said)).toBe('it does not know 0000');
});

test.each(SAME_IN_ENGLISH)('%s: in the same words', (said) => {
  expect(problemText(identities, said)).toBe(said);
});
