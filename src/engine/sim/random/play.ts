// Plays picks and commands of random runs (SPEC Z1).

import type { Config } from '../../config/config.ts';
import { assert } from '../../plain/assert.ts';
import type { Command } from '../command.ts';
import { pendingChoices } from '../policy.ts';
import type { SimState, Step } from '../state.ts';
import { isStatement } from '../step.ts';
import { advance, createTimeline } from '../timeline.ts';
import type { Memory, Pick, World } from './mix.ts';
import { commandOf } from './moves.ts';

export const SEED = 7;
const SETTLE_MAX = 4_000;

export interface Played {
  readonly start: SimState;
  readonly steps: readonly Step[];
  /** Sentences of the commands that were refused, in order. */
  readonly refused: readonly string[];
  readonly state: SimState;
}

const starts = new WeakMap<Config, SimState>();

/** The state after a configuration's setup; null when that cannot be played. */
export function startWith(config: Config): SimState | null {
  const known = starts.get(config);
  if (known !== undefined) {
    return known;
  }
  const created = createTimeline({ seed: SEED, config });
  if (!created.ok) {
    return null;
  }
  starts.set(config, created.value.start);
  return created.value.start;
}

function startOf(config: Config): SimState {
  const start = startWith(config);
  assert(start !== null, 'Z1: the setup of a random run can be played');
  return start;
}

/** Plays picks; what is refused changes nothing and is kept as a sentence. */
export function play(world: World, picks: readonly Pick[], seed: number = SEED): Played {
  const start = startOf(world.config);
  let state = start;
  let memory: Memory = { statements: 0, added: [] };
  const steps: Step[] = [];
  const refused: string[] = [];
  for (const pick of picks) {
    const command = commandOf(world, state, memory, pick);
    if (command === null) {
      continue;
    }
    memory = remember(memory, command);
    const step = advance(state, command, seed);
    if (step.ok) {
      steps.push(step.value);
      state = step.value.state;
    } else {
      refused.push(step.problem);
    }
  }
  return { start, steps, refused, state };
}

function remember(memory: Memory, command: Command): Memory {
  if (!isStatement(command)) {
    return memory;
  }
  const added =
    command.kind === 'alter-table' ? command.changes.filter((change) => change.kind === 'add') : [];
  return {
    statements: memory.statements + 1,
    added: [...memory.added, ...added.map((change) => change.name)],
  };
}

/** Plays given commands, at most to the first state that is enough; those that no longer apply are skipped. */
export function playCommands(
  config: Config,
  commands: readonly Command[],
  seed: number = SEED,
  isEnough: (state: SimState) => boolean = () => false,
): Played {
  const start = startOf(config);
  let state = start;
  const steps: Step[] = [];
  const refused: string[] = [];
  for (const command of commands) {
    const step = advance(state, command, seed);
    if (step.ok) {
      steps.push(step.value);
      state = step.value.state;
      if (isEnough(state)) {
        break;
      }
    } else {
      refused.push(step.problem);
    }
  }
  return { start, steps, refused, state };
}

/** Heals every link, restarts every node and lets everything come to rest. */
export function healAndSettle(played: Played, seed: number = SEED, bound: number = SETTLE_MAX): Played {
  const { cuts, nodes } = played.state.core;
  const repairs: Command[] = [
    ...cuts.map((link): Command => ({ kind: 'heal', a: link.slice(0, 1), b: link.slice(2) })),
    ...nodes.filter((node) => !node.up).map((node): Command => ({ kind: 'restart', node: node.id })),
  ];
  const steps = [...played.steps];
  let state = played.state;
  for (let i = 0; i < bound; i++) {
    const command = repairs[i] ?? pendingChoices(state)[0]?.command;
    if (command === undefined) {
      break;
    }
    const step = advance(state, command, seed);
    if (!step.ok) {
      throw new Error(`${command.kind} was refused: ${step.problem}`);
    }
    steps.push(step.value);
    state = step.value.state;
  }
  return { ...played, steps, state };
}

/** Deterministic whole numbers from a seed (mulberry32), for searches that are not properties. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

export function randomPicks(seed: number, length: number): readonly Pick[] {
  const next = numbersFrom(seed);
  return Array.from({ length }, (): Pick => [next() % 997, next() % 97, next() % 97, next() % 97]);
}
