// The explorer's side of the conversation, apart from the worker it runs in: it searches in slices of a few milliseconds, tells
// how far it has come a few times a second, and hears between two slices that it is to stop.

import {
  createExplorer,
  type Explorer,
  graphOf,
  inevitableFrom,
  type Result,
  replay,
  squareOf,
} from '../engine/index.ts';
import type { About, Answers, FromExplorer, Question, ToExplorer } from './protocol.ts';

/** How a worker, or a test, runs it. */
export interface Surroundings {
  readonly tell: (message: FromExplorer) => void;
  readonly now: () => number;
  /** Calls back after what has been said meanwhile was heard. */
  readonly later: (work: () => void) => void;
}

const SLICE_MS = 12;
const STATES_AT_ONCE = 64;
const TELL_MS = 150;

interface Under {
  readonly search: number;
  readonly explorer: Explorer;
  readonly began: number;
  told: number;
  cancelled: boolean;
  over: boolean;
}

/** `warmUp` is done in slices until the first search begins, or it says that it is over. */
export function createExploring(
  { tell, now, later }: Surroundings,
  warmUp: () => boolean = () => false,
): (message: ToExplorer) => void {
  let under: Under | null = null;

  const finish = (search: Under): void => {
    search.over = true;
    const found = search.explorer.report();
    tell({
      kind: 'done',
      search: search.search,
      found,
      ms: now() - search.began,
      cancelled: search.cancelled,
      graph: graphOf(search.explorer),
    });
  };
  const slice = (search: Under): void => {
    if (under !== search || search.over) {
      return;
    }
    const until = now() + SLICE_MS;
    let more = !search.cancelled;
    while (more && now() < until) {
      more = search.explorer.run(STATES_AT_ONCE);
    }
    if (!more) {
      finish(search);
      return;
    }
    if (now() - search.told >= TELL_MS) {
      search.told = now();
      tell({
        kind: 'progress',
        search: search.search,
        found: search.explorer.report(),
        ms: now() - search.began,
      });
    }
    later(() => slice(search));
  };
  const warm = (): void => {
    if (under === null && warmUp()) {
      later(warm);
    }
  };
  later(warm);
  return (message) => {
    switch (message.kind) {
      case 'explore': {
        const created = createExplorer(message.core, message.options);
        if (!created.ok) {
          under = null;
          tell({ kind: 'refused', search: message.search, problem: created.problem });
          return;
        }
        const began = now();
        under = {
          search: message.search,
          explorer: created.value,
          began,
          told: began,
          cancelled: false,
          over: false,
        };
        slice(under);
        return;
      }
      case 'cancel':
        if (under?.search === message.search) {
          under.cancelled = true;
        }
        return;
      case 'run-to':
        if (under?.search === message.search) {
          const { search, ask, state } = message;
          tell({ kind: 'run', search, ask, commands: under.explorer.commandsTo(state) });
        }
        return;
      case 'ask': {
        const { ask } = message;
        const answer = answerTo(message.question);
        tell(
          answer.ok
            ? { kind: 'answer', ask, told: answer.value }
            : { kind: 'no-answer', ask, problem: answer.problem },
        );
      }
    }
  };
}

function answerTo(question: Question): Result<Answers[About]['told']> {
  if (question.about === 'square') {
    const [a, b] = question.commands;
    return { ok: true, value: squareOf(question.core, a, b) };
  }
  const played = replay(question.run);
  return played.ok ? { ok: true, value: inevitableFrom(played.value, question.broken) } : played;
}
