import { expect, test } from 'vitest';
import { add, play, settled, usersRun } from '../firstMinute.test-support.ts';
import { captionsOf, webVtt } from './captions.ts';

test('each step has its sentence for as long as it takes to read, and the subtitles have the same times', () => {
  const run = settled(play(play(usersRun(), add('A', 'email')), add('B', 'phone')));
  const captions = captionsOf(run, { selection: null, tableKey: null, naming: 'lesson' }, { from: 0, to: 2 });
  expect(captions).toEqual([
    { step: 0, sentence: 'The run begins.', seconds: 2 },
    { step: 1, sentence: 'A accepts +email and tells B and C.', seconds: 3 },
    { step: 2, sentence: 'B accepts +phone and tells A and C.', seconds: 3 },
  ]);
  expect(
    webVtt(
      captions.map((caption, i) => ({ ...caption, slides: i === 0 ? 0 : 1, lead: i === 2 ? 1.5 : 0 })),
      0.9,
    )
      .split('\n')
      .filter((line) => line.includes('-->')),
  ).toEqual([
    '00:00:00.000 --> 00:00:02.000',
    '00:00:02.900 --> 00:00:05.900',
    '00:00:08.300 --> 00:00:11.300',
  ]);
  expect(webVtt([{ sentence: 'a <b> & --> c', seconds: 2, slides: 0, lead: 0 }], 0)).toContain(
    'a &lt;b> &amp; → c',
  );
});
