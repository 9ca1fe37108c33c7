import { expect, test } from 'vitest';
import { legendOf } from './legend.ts';
import { LEGEND_LABELS_EN } from './words/messagesOfLegend.en.ts';

const items = legendOf().flatMap((section) => section.items);

test('every mark of the catalogue is there, once, with its sentence', () => {
  const titles = legendOf().map((section) => `legend-${section.key}`);
  const ids = Object.keys(LEGEND_LABELS_EN).filter((id) => !titles.includes(id));
  expect(items.map((item) => item.key)).toEqual(ids);
  for (const item of items) {
    expect(item.sentence).toMatch(/^\S.*\.$/u);
    expect(item.sentence.length).toBeLessThan(110);
  }
});

test('marks come from a real picture', () => {
  const strokes = items.flatMap(({ mark }) => (mark.kind === 'stroke' ? [mark.stroke.state] : []));
  expect(strokes).toEqual(['delivered', 'lost', 'duplicate', 'late']);
  const entries = items.flatMap(({ mark }) => (mark.kind === 'entry' ? [mark.entry] : []));
  expect(entries.map((entry) => [entry.source, entry.stale, entry.identity?.name])).toEqual([
    ['memtable', false, 'V0'],
    ['memtable', true, 'V0'],
    ['sstable', false, undefined],
  ]);
});

test('no entry of the legend is taken for one of a card', () => {
  for (const { mark } of items) {
    if (mark.kind === 'entry') {
      expect(mark.entry.key).toMatch(/^legend\//);
    }
  }
});
