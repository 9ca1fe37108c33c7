import { expect, test } from 'vitest';
import { LESSONS } from './catalogue.ts';
import { GLOSSARY_EN } from './texts/glossary.en.ts';

test('every term is introduced once, where the course first needs it', () => {
  const introduced = LESSONS.flatMap(({ beats }) => beats.flatMap(({ terms = [] }) => terms));
  expect(introduced.toSorted()).toEqual(Object.keys(GLOSSARY_EN).toSorted());
});

test('a meaning is short and ends', () => {
  const wrong = Object.values(GLOSSARY_EN).filter(
    ({ meaning }) => meaning.length > 130 || !meaning.endsWith('.'),
  );
  expect(wrong).toEqual([]);
});

test('a term is said in the words of the beat that introduces it, where it is explained', () => {
  const unexplained = LESSONS.flatMap(({ beats, texts }) =>
    beats.flatMap(({ id, terms = [] }, i) => {
      const before = beats[i - 1];
      const said = `${texts[id]} ${before?.ask === undefined ? '' : texts[`${before.id}.why`]}`;
      return terms.filter((term) => !said.includes(GLOSSARY_EN[term].said)).map((term) => `${id}: ${term}`);
    }),
  );
  expect(unexplained).toEqual([]);
});
