// The text that is being typed into a console: what it proposes, what it brings back, and what running it came to. It is
// kept for its node while the page is open, so that looking elsewhere loses nothing.

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { KnownTable } from '../../engine/index.ts';
import { completionsAt, isComplete } from '../../scene/console/consoleInput.ts';
import { keptText } from '../../scene/console/consoleWords.ts';
import type { Entered } from '../../store/state/consoleState.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { useSlice } from '../session/sessionContext.ts';

/** By node; those of an earlier opening are gone. */
const kept = { opening: 0, drafts: new Map<string, string>() };
const openingsOf = (state: SessionState): number => state.openings;
const UNTOUCHED: Entered = { done: 0, count: 0, rest: '', beyond: '', problem: null };

interface Proposed {
  readonly offset: number;
  readonly words: readonly string[];
  readonly active: number;
}

export interface CqlText {
  readonly text: string;
  readonly entered: Entered;
  /** How much of it has been done, when it stopped. */
  readonly kept: string;
  readonly proposed: Proposed | null;
  readonly type: (text: string) => void;
  readonly run: () => void;
  /** Leaves out the statement that was refused, and goes on behind it; null when nothing follows. */
  readonly goOn: (() => void) | null;
  readonly enter: (how: { readonly shiftKey: boolean; readonly force: boolean }) => boolean;
  readonly propose: () => boolean;
  readonly acceptActive: () => boolean;
  readonly accept: (word: string) => boolean;
  readonly move: (delta: number) => boolean;
  readonly recall: (delta: number) => boolean;
  /** Closes the proposals; the next Tab goes on to the next control. */
  readonly leave: () => boolean;
  readonly close: () => void;
}

interface Source {
  readonly node: string;
  readonly tables: readonly KnownTable[];
  readonly history: readonly string[];
  readonly onEnter: (text: string) => Entered;
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

export function useCqlText({ node, tables, history, onEnter, area }: Source): CqlText {
  const drafts = draftsOf(useSlice(openingsOf));
  const [text, setText] = useState(drafts.get(node) ?? '');
  const [entered, setEntered] = useState(UNTOUCHED);
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const left = useRef(false);
  /** How far back in the history; 0 is what is being typed. */
  const back = useRef(0);
  const caret = useCaret(area, text);

  const put = (next: string, place: number | null): void => {
    drafts.set(node, next);
    setText(next);
    setEntered(UNTOUCHED);
    if (place !== null) caret.to(place);
  };
  const proposalsOf = (value: string, place: number): Proposed | null => {
    const { offset, words } = completionsAt(value, place, tables);
    return words.length === 0 ? null : { offset, words, active: 0 };
  };
  const accept = (word: string, offset = proposed?.offset ?? 0): boolean => {
    const place = caret.at();
    // A word of the language is followed by another; a name may be followed by a bracket or a comma.
    const inserted = word === word.toUpperCase() && /[A-Z]$/u.test(word) ? `${word} ` : word;
    put(text.slice(0, offset) + inserted + text.slice(place), offset + inserted.length);
    setProposed(null);
    return true;
  };
  const run = (given = text): void => {
    if (given.trim() === '') {
      return;
    }
    const outcome = onEnter(given);
    back.current = 0;
    setProposed(null);
    put(outcome.rest, outcome.problem === null ? null : outcome.problem.offset);
    setEntered(outcome);
  };

  return {
    text,
    entered,
    proposed,
    kept: entered.problem === null ? '' : keptText(entered),
    type: (next) => {
      left.current = false;
      back.current = 0;
      put(next, null);
      setProposed(proposed === null ? null : proposalsOf(next, caret.at()));
    },
    run: () => run(),
    goOn: entered.beyond === '' ? null : () => run(entered.beyond),
    enter: ({ shiftKey, force }) => {
      const runs = force || (!shiftKey && (isComplete(text) || text.trim() === ''));
      if (runs) run();
      return runs;
    },
    propose: () => {
      const found = left.current || text.trim() === '' ? null : proposalsOf(text, caret.at());
      if (found === null) {
        return false;
      }
      const [only] = found.words;
      if (found.words.length === 1 && only !== undefined) {
        return accept(only, found.offset);
      }
      setProposed(found);
      return true;
    },
    acceptActive: () => {
      const word = proposed?.words[proposed.active];
      return word === undefined ? false : accept(word);
    },
    accept,
    move: (delta) => {
      if (proposed !== null) {
        const { length } = proposed.words;
        setProposed({ ...proposed, active: (proposed.active + delta + length) % length });
      }
      return true;
    },
    recall: (delta) => {
      const place = caret.at();
      const edge = delta < 0 ? text.slice(0, place) : text.slice(place);
      const wanted = back.current - delta;
      if (edge.includes('\n') || wanted < 0 || wanted > history.length) {
        return false;
      }
      const recalled = wanted === 0 ? '' : (history.at(-wanted) ?? '');
      put(recalled, recalled.length);
      back.current = wanted;
      return true;
    },
    leave: () => {
      left.current = true;
      setProposed(null);
      return true;
    },
    close: () => setProposed(null),
  };
}

function draftsOf(opening: number): Map<string, string> {
  if (kept.opening !== opening) {
    kept.opening = opening;
    kept.drafts.clear();
  }
  return kept.drafts;
}

/** Where the caret is, and where it goes once the text that it belongs to has been drawn. */
function useCaret(area: RefObject<HTMLTextAreaElement | null>, text: string) {
  const wanted = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret moves with the text
  useEffect(() => {
    if (wanted.current !== null) {
      area.current?.setSelectionRange(wanted.current, wanted.current);
      wanted.current = null;
    }
  }, [text]);
  return {
    at: (): number => area.current?.selectionStart ?? 0,
    to: (place: number): void => {
      wanted.current = place;
    },
  };
}
