import { useEffect, useRef } from 'react';
import { dialogWords } from '../../scene/words/dialogWords.ts';

interface Props {
  readonly id: string;
  readonly words: readonly string[];
  readonly active: number;
  readonly onPick: (word: string) => void;
}

/** What could stand at the caret. The focus stays in the text; the arrows move here. */
export function CompletionList({ id, words, active, onPick }: Props) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the one that has become active is brought into sight
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className="cql-list" role="listbox" id={id} aria-label={dialogWords('completions')} ref={list}>
      {words.map((word, i) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the text
        <div
          key={word}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(word)}
        >
          {word}
        </div>
      ))}
    </div>
  );
}
