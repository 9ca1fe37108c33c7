// The words that a sentence uses for the first time: each a button that says what it means.

import { useState } from 'react';
import { lessonText } from '../../scene/courseWords.ts';
import type { LessonShown } from '../../store/lessonShown.ts';

export function Terms({ terms }: { readonly terms: LessonShown['terms'] }) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className="terms">
      {terms.map(({ id, term, meaning }) => (
        <span key={id}>
          <button
            type="button"
            className="term"
            aria-expanded={open === id}
            onClick={() => setOpen(open === id ? null : id)}
          >
            {lessonText(term)}
          </button>
          {open === id && <span className="meaning">{lessonText(meaning)}</span>}
        </span>
      ))}
    </div>
  );
}
