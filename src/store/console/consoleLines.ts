// Which lines of a console can be seen from the playhead, and what the console remembers there: both follow from the
// place in the run tree, so a console is as it was whenever one looks.

import { type Command, type ConsoleSession, isStatement, NEW_CONSOLE } from '../../engine/index.ts';
import type { ConsoleLine } from '../state/consoleState.ts';
import type { SessionState } from '../state/sessionState.ts';
import { timelineOf } from '../state/shown.ts';

/** The lines typed on `node` in the past of the playhead, oldest first. */
export function visibleLines(state: SessionState, node: string): readonly ConsoleLine[] {
  const reach = reachOf(state);
  const placed = state.console.lines.filter(
    (line) => line.node === node && line.step <= (reach.get(line.branch) ?? -1),
  );
  return placed.length === state.console.lines.length ? placed : [...placed, ...againOf(state, node, placed)];
}

/** By branch: up to which of its steps it is the past of the playhead. */
function reachOf({ branches, current, playhead }: SessionState): ReadonlyMap<number, number> {
  const reach = new Map<number, number>();
  let at: { readonly branch: number; readonly step: number } | null = {
    branch: current,
    step: playhead.step,
  };
  while (at !== null && !reach.has(at.branch)) {
    reach.set(at.branch, at.step);
    const from: { readonly branch: number; readonly step: number } | null = branches[at.branch]?.from ?? null;
    at = from === null ? null : { branch: from.branch, step: Math.min(from.step, at.step) };
  }
  return reach;
}

/** Statements typed on another branch that an edit of the past has played again here: the same id, the same text. */
function againOf(state: SessionState, node: string, placed: readonly ConsoleLine[]): readonly ConsoleLine[] {
  const known = new Set(placed.map((line) => askedKey(line)));
  const others = new Map<string, ConsoleLine>();
  for (const line of state.console.lines) {
    const key = askedKey(line);
    if (line.node === node && key !== null && !known.has(key)) {
      others.set(key, line);
    }
  }
  if (others.size === 0) {
    return [];
  }
  const { steps } = timelineOf(state);
  return steps.slice(0, state.playhead.step).flatMap(({ command }, i) => {
    const line = others.get(keyOf(command) ?? '');
    return line === undefined ? [] : [{ ...line, branch: state.current, step: i + 1 }];
  });
}

const askedKey = ({ answer }: ConsoleLine): string | null =>
  answer.kind === 'asked' ? keyOf(answer.command) : null;

const keys = new WeakMap<Command, string | null>();

function keyOf(command: Command): string | null {
  const known = keys.get(command);
  if (known !== undefined) {
    return known;
  }
  const key = isStatement(command) ? JSON.stringify(command) : null;
  keys.set(command, key);
  return key;
}

/** What the console of a node remembers at the playhead. */
export function consoleSessionAt(state: SessionState, node: string): ConsoleSession {
  return sessionAfter(visibleLines(state, node));
}

/** Settings are those of the latest line; a statement that was prepared anywhere before stays prepared. */
export function sessionAfter(lines: readonly ConsoleLine[]): ConsoleSession {
  const last = lines.reduce<ConsoleLine | null>(
    (latest, line) => (latest === null || line.id > latest.id ? line : latest),
    null,
  );
  if (last === null) {
    return NEW_CONSOLE;
  }
  const prepared = Object.assign(
    {},
    ...[...lines].sort((a, b) => a.id - b.id).map(({ session }) => session.prepared),
  );
  return { ...last.session, prepared };
}
