import { GLOSSARY_EN } from '../../lessons/texts/glossary.en.ts';
import { courseWord, lessonText } from '../../scene/words/courseWords.ts';

/** Every term of the course. */
export function Glossary() {
  const entries = Object.values(GLOSSARY_EN).toSorted((a, b) => (a.term < b.term ? -1 : 1));
  return (
    <section className="act glossary" aria-labelledby="glossary">
      <h3 id="glossary">{courseWord('glossary', {})}</h3>
      <dl>
        {entries.map(({ term, meaning }) => (
          <div key={term}>
            <dt>{lessonText(term)}</dt>
            <dd>{lessonText(meaning)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
