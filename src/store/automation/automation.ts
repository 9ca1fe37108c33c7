// `window.schemerge`: the page for scripts, tests and demos. Everything goes through the session, as a click does, so the
// page shows what a script does. Times are virtual microseconds; a step is an index into the run, 0 before its first.
//
// Every refusal is thrown: an Error whose message is one sentence that says what is wrong and what to do. A script that
// does not look can therefore not go on by mistake, and nothing has changed.

import {
  type CommandDraft,
  type Config,
  checkRunShape,
  type Inspection,
  inspect,
  isStatement,
  ledgersAt,
  type PendingChoice,
  type Result,
  RUN_FORMAT,
  type Run,
  shapeOfCommand,
  stateHash,
  type Timeline,
  toRun,
} from '../../engine/index.ts';
import type { Session } from '../state/sessionState.ts';
import { shownPending, shownState, timelineOf } from '../state/shown.ts';
import { type Course, type LessonAutomation, lessonAutomation } from './automationOfLessons.ts';
import { type ModelAutomation, modelAutomation } from './automationOfModel.ts';
import { NO_SEARCHER, type OrdersAutomation, ordersAutomation, type Searcher } from './automationOfOrders.ts';
import { type PictureAutomation, type SharingAutomation, sharingAutomation } from './automationOfSharing.ts';
import { type TimeAutomation, timeAutomation } from './automationOfTime.ts';
import { type VerdictAutomation, verdictAutomation } from './automationOfVerdict.ts';
import type { Outcome } from './outcomeOfCall.ts';

export interface Automation
  extends TimeAutomation,
    SharingAutomation,
    PictureAutomation,
    LessonAutomation,
    ModelAutomation,
    OrdersAutomation,
    VerdictAutomation {
  /** Replaces what is open by a run (the object, or its JSON text) and goes to its end. */
  readonly load: (run: Run | string) => Outcome;
  /** Opens a new run at its start; what the configuration leaves out is as `configOf` has it. */
  readonly open: (config: Partial<Config>, seed?: number) => Outcome;
  /** Opens the run that this seed makes, where its versions first part. */
  readonly surprise: (seed: number) => Outcome;
  /** Back to the run that was open before. */
  readonly reopen: () => Outcome;
  /**
   * Asks something of the cluster at the playhead: a statement (`create-table`, `alter-table`, `insert`, `select` …; id
   * and timestamp are filled in), a delivery, or an operation (`crash`, `flush`, `cut`, `protect` …). A schema change is
   * followed by its own node's merge. In the past it starts a branch.
   */
  readonly do: (command: CommandDraft) => Outcome;
  /** Several commands as one action: all of them are played, or none. */
  readonly doAll: (commands: readonly CommandDraft[]) => Outcome;
  /** Lets virtual time pass, by microseconds or until the first timer has fired, and everything happen that falls due. */
  readonly pass: (until: number | 'timer') => Outcome;
  /** Types a text into the console of a node: its statements one after the other, until one is refused. */
  readonly cql: (node: string, text: string) => Outcome;
  /** What may happen next at the playhead, soonest first: `pending()[0]` is what `next()` does. */
  readonly pending: () => readonly PendingChoice[];
  /** Makes the pending choice with this id happen now. */
  readonly deliver: (id: string) => Outcome;
  /** One step on. */
  readonly step: () => Outcome;
  /** What the buttons Next and Back do: a beat in a lesson, elsewhere a step. */
  readonly next: () => Outcome;
  readonly back: () => Outcome;
  /** Lets everything pending that is not held happen in its order; resolves when the page has drawn the end. */
  readonly settle: () => Promise<Outcome>;
  /** Goes to step `i`, 0 to the number of steps, and a fraction of the way to the next one, from 0 up to 1. */
  readonly seek: (i: number, fraction?: number) => Outcome;
  /** The state at the playhead as plain JSON: nodes, tables, entries, registry, pending, results, promises. */
  readonly state: () => Inspection;
  /** Hash of the state at the playhead: equal states, and only they, have equal hashes. */
  readonly hash: () => string;
  /** The run on the screen, its whole branch, as `load` takes it. */
  readonly run: () => Run;
  /** Resolves when what is on the screen is drawn: fonts there, no motion, two frames later. */
  readonly drawn: () => Promise<void>;
  /**
   * The page as it was when it was opened: its first run, nothing selected, unfolded, typed or kept beside it. Resolves
   * when it is drawn.
   */
  readonly startOver: () => Promise<void>;
}

declare global {
  interface Window {
    schemerge: Automation;
  }
}

/** All that needs no picture of the page. */
export type SessionAutomation = Omit<Automation, keyof PictureAutomation>;

/** `drawn` tells when the page has shown what the session holds; in a test without a page it may resolve at once. */
export function createAutomation(
  session: Session,
  drawn: () => Promise<void>,
  course: Course = () => import('../../lessons/catalogue.ts'),
  searcher: Searcher = NO_SEARCHER,
): SessionAutomation {
  const { store } = session;
  const outcome = (): Outcome => {
    const state = store.getState();
    const { step } = state.playhead;
    const done = timelineOf(state).steps.slice(0, step);
    const last = done.findLast(({ command }) => isStatement(command))?.command;
    return { branch: state.current, step, statement: last !== undefined && 'id' in last ? last.id : null };
  };
  const after = (result: Result<Timeline>): Outcome => {
    if (!result.ok) {
      throw new Error(result.problem);
    }
    return outcome();
  };
  return {
    load: (run) => after(session.load(typeof run === 'string' ? parsed(run) : run)),
    open: (config, seed = 1) => {
      const checked = checkedConfig(config, seed);
      return after(checked.ok ? session.open({ seed, config: checked.value }) : checked);
    },
    surprise: (seed) => {
      if (!Number.isSafeInteger(seed)) {
        throw new Error(`A seed is a whole number; ${String(seed)} is not.`);
      }
      return after(session.surprise(seed));
    },
    reopen: () => after(session.reopen()),
    do: (command) => {
      const problem = shapeOfCommand(command, true);
      if (problem !== null) {
        throw new Error(`This command is refused: ${problem}`);
      }
      return after(session.act(command));
    },
    doAll: (commands) => {
      const problem = shapeOfAll(commands);
      if (problem !== null) {
        throw new Error(`These commands are refused: ${problem}`);
      }
      return after(session.actAll(commands));
    },
    pass: (until) => {
      if (until !== 'timer' && !(Number.isSafeInteger(until) && until > 0)) {
        throw new Error(
          `Time passes by a positive whole number of microseconds, or until 'timer'; ${String(until)} is neither.`,
        );
      }
      return after(session.pass(until));
    },
    cql: (node, text) => {
      if (typeof node !== 'string' || typeof text !== 'string') {
        throw new Error('cql(node, text) takes the name of a node and a text in CQL.');
      }
      const { problem } = session.enter(node, text);
      if (problem !== null) {
        throw new Error(problem.sentence);
      }
      return outcome();
    },
    pending: () => shownPending(store.getState()),
    deliver: (id) => after(session.deliver(String(id))),
    step: () => after(session.next()),
    next: () => after(session.advance()),
    back: () => {
      session.retreat();
      return outcome();
    },
    settle: async () => {
      const settled = after(session.settle());
      await drawn();
      return settled;
    },
    seek: (i, fraction = 0) => after(session.seek(i, fraction)),
    state: () => {
      const shown = store.getState();
      return inspect(shownState(shown), ledgersAt(timelineOf(shown), shown.playhead.step));
    },
    hash: () => stateHash(shownState(store.getState()).core),
    run: () => toRun(timelineOf(store.getState())),
    drawn,
    startOver: () => {
      session.startOver();
      return drawn();
    },
    ...timeAutomation(session, after),
    ...ordersAutomation(session, searcher, after),
    ...verdictAutomation(session, outcome),
    ...sharingAutomation(session, after, course),
    ...modelAutomation(session),
    ...lessonAutomation(session, after, course),
  };
}

/** A configuration from outside goes the way of a run's: the engine checks its shape. */
function checkedConfig(config: unknown, seed: number): Result<Config> {
  const run = checkRunShape({ format: RUN_FORMAT, seed, config: withNodes(config), commands: [] });
  return run.ok ? { ok: true, value: run.value.config } : run;
}

const withNodes = (config: unknown): unknown =>
  typeof config === 'object' && config !== null && !('nodes' in config)
    ? { ...config, nodes: ['A', 'B', 'C'] }
    : config;

// What the text holds is checked by the replay; here only that it is JSON at all.
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(
      `This is not a run: the text is not JSON (${error instanceof Error ? error.message : error}).`,
    );
  }
}

/** What is wrong with the first command that is wrong. */
function shapeOfAll(commands: unknown): string | null {
  if (!Array.isArray(commands)) {
    return 'they are no list.';
  }
  return commands.map((command) => shapeOfCommand(command, true)).find((problem) => problem !== null) ?? null;
}
