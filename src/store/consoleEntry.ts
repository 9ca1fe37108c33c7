// A text entered into the console of a node: its statements are done one after the other, each a command of the log. The
// first that is refused stops the rest, and what has not been done is given back.

import type { StoreApi } from 'zustand/vanilla';
import { answerStatement, type Result, readScript, type ScriptPart, type Timeline } from '../engine/index.ts';
import { consoleSessionAt } from './consoleLines.ts';
import type { ConsoleAnswerLine, ConsoleLine, Entered } from './consoleState.ts';
import type { Session, SessionState } from './sessionState.ts';
import { shownState, timelineOf } from './shown.ts';

type Place = NonNullable<Entered['problem']>;

export function enterText(
  store: StoreApi<SessionState>,
  act: Session['act'],
  node: string,
  text: string,
): Entered {
  const parts = readScript(text);
  if (parts.length > 0) {
    store.setState(({ console }) => ({
      console: { ...console, entered: [...console.entered, { node, text: text.trim() }] },
    }));
  }
  for (const [i, part] of parts.entries()) {
    const problem = doOne(store, act, node, part);
    if (problem !== null) {
      const rest = text.slice(part.offset);
      return { done: i, count: parts.length, rest, problem: placed(rest, problem) };
    }
  }
  return { done: parts.length, count: parts.length, rest: '', problem: null };
}

/** The place counts from where the text that is given back begins. */
function placed(rest: string, problem: Place): Place {
  const [first] = readScript(rest);
  return first?.read.ok === false
    ? {
        sentence: first.read.problem.sentence,
        offset: first.read.problem.place.offset,
        length: first.read.problem.place.length,
      }
    : problem;
}

/** One statement; null when it was done, else why not. */
function doOne(
  store: StoreApi<SessionState>,
  act: Session['act'],
  node: string,
  part: ScriptPart,
): Place | null {
  const before = store.getState();
  const session = consoleSessionAt(before, node);
  const told = (answer: ConsoleAnswerLine, after = session): void =>
    store.setState((state) => withLine(state, { node, text: part.text, answer, session: after }));
  const refused = (sentence: string): Place => {
    told({ kind: 'refused', sentence });
    return { sentence, offset: 0, length: part.text.length };
  };
  if (!part.read.ok) {
    // Its place is told for the statement alone, as the console shows it.
    const [alone] = readScript(part.text);
    return refused(alone?.read.ok === false ? alone.read.problem.sentence : part.read.problem.sentence);
  }
  const answer = answerStatement(shownState(before).core, node, session, part.read.statement);
  if (!answer.ok) {
    return refused(answer.problem);
  }
  const { command, text, session: after } = answer.value;
  if (command === null) {
    told(text === null ? { kind: 'cleared' } : { kind: 'said', text }, after);
    return null;
  }
  const acted: Result<Timeline> = act(command);
  if (!acted.ok) {
    // The console says it where it was typed.
    store.setState({ problem: before.problem });
    return refused(acted.problem);
  }
  const step = before.playhead.step + 1;
  store.setState((state) => {
    const done = timelineOf(state).steps[step - 1];
    return done === undefined
      ? state
      : withLine(
          state,
          { node, text: part.text, answer: { kind: 'asked', command: done.command }, session: after },
          step,
        );
  });
  return null;
}

function withLine(
  state: SessionState,
  line: Omit<ConsoleLine, 'id' | 'branch' | 'step'>,
  step = state.playhead.step,
): Pick<SessionState, 'console'> {
  const { console, current } = state;
  const id = 1 + (console.lines.at(-1)?.id ?? 0);
  return { console: { ...console, lines: [...console.lines, { ...line, id, branch: current, step }] } };
}
