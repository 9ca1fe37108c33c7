// A sentence in which a word that is said for the first time can be asked for what it means: a button in the line, and its
// answer over the stage, so that nothing moves.

import { type KeyboardEvent, useId, useState } from 'react';
import { lessonText } from '../../scene/words/courseWords.ts';
import type { Term } from '../../store/lesson/lessonShown.ts';
import { termsIn } from '../../store/lesson/termsIn.ts';

interface Props {
  readonly text: string;
  readonly terms: readonly Term[];
}

export function TermText({ text, terms }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const id = useId();
  const shown = terms.find((term) => term.id === open);
  const close = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && shown !== undefined) {
      event.stopPropagation();
      setOpen(null);
    }
  };
  return (
    <>
      {termsIn(text, terms).map((part) =>
        part.term === null ? (
          part.text
        ) : (
          <span key={part.term.id} className="term-with-tail">
            <button
              type="button"
              className="term"
              aria-expanded={part.term === shown}
              aria-controls={part.term === shown ? id : undefined}
              onClick={() => setOpen(part.term === shown ? null : (part.term?.id ?? null))}
              onKeyDown={close}
            >
              {part.text}
            </button>
            {part.tail}
          </span>
        ),
      )}
      {shown !== undefined && (
        <span className="meaning" id={id} role="note">
          <b>{lessonText(shown.term)}</b> {lessonText(shown.meaning)}
        </span>
      )}
    </>
  );
}
