// A text entered into the console of a node: its statements are done one after the other, each a command of the log. The
// first that is refused stops the rest, and what has not been done is given back.

import type { StoreApi } from 'zustand/vanilla';
import {
  answerStatement,
  type Refusal,
  type Result,
  readScript,
  refusedPlace,
  type ScriptPart,
  type Timeline,
} from '../../engine/index.ts';
import type { ConsoleAnswerLine, ConsoleLine, Entered } from '../state/consoleState.ts';
import type { Session, SessionState } from '../state/sessionState.ts';
import { shownState, timelineOf } from '../state/shown.ts';
import { consoleSessionAt } from './consoleLines.ts';

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
      const beyond = parts[i + 1];
      return {
        done: i,
        count: parts.length,
        rest: text.slice(part.offset),
        beyond: beyond === undefined ? '' : text.slice(beyond.offset),
        problem,
      };
    }
  }
  return { done: parts.length, count: parts.length, rest: '', beyond: '', problem: null };
}

/** One statement; null when it was done, else why not, and where in its own text. */
function doOne(
  store: StoreApi<SessionState>,
  act: Session['act'],
  node: string,
  part: ScriptPart,
): Place | null {
  const before = store.getState();
  const session = consoleSessionAt(before, node);
  const passedOver = part.read.ok ? part.read.passedOver : [];
  const told = (answer: ConsoleAnswerLine, after = session): void =>
    store.setState((state) => withLine(state, { node, text: part.text, passedOver, answer, session: after }));
  const refused = (refusal: Refusal): Place => {
    const { sentence, place } = refusedPlace(part, session, refusal);
    const { offset, length } = place;
    told({ kind: 'refused', sentence, offset, length });
    return { sentence, offset, length };
  };
  if (!part.read.ok) {
    return refused({ ok: false, problem: part.read.problem.what });
  }
  const answer = answerStatement(shownState(before).core, node, session, part.read.statement);
  if (!answer.ok) {
    return refused(answer);
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
    return refused(acted);
  }
  const step = before.playhead.step + 1;
  store.setState((state) => {
    const done = timelineOf(state).steps[step - 1];
    return done === undefined
      ? state
      : withLine(
          state,
          {
            node,
            text: part.text,
            passedOver,
            answer: { kind: 'asked', command: done.command },
            session: after,
          },
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
