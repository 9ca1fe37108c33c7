// A broken run made as small as it gets (SPEC Z3): an earlier end, fewer commands, fewer nodes and shards, plainer statements.
// Deterministic: the same run shrinks to the same run. What is no longer possible without what was taken out goes with it.

import type { Config } from '../../config/config.ts';
import type { Command } from '../command.ts';
import { PROMISES } from '../promises/promises.ts';
import { isStatement } from '../step.ts';
import type { Break } from './judge.ts';
import { promisesMade } from './judge.ts';
import { playCommands, SEED, startWith } from './play.ts';

export interface BrokenRun {
  readonly config: Config;
  /** Every command is legal, and the last one breaks the promise. */
  readonly commands: readonly Command[];
  readonly broken: Break;
}

/** Replays that one shrinking may take: a run of a hundred commands needs some three hundred. */
const REPLAYS_MAX = 3_000;

/** The run up to its break of the promise, if these commands break it within its conditions. */
export function brokenRun(config: Config, commands: readonly Command[], promise: string): BrokenRun | null {
  const row = PROMISES.find(({ id }) => id === promise);
  if (row === undefined || startWith(config) === null) {
    return null;
  }
  const { steps, state } = playCommands(config, commands, SEED, ({ core }) => row.check(core) !== null);
  const witness = row.check(state.core);
  const kept = steps.map(({ command }) => command);
  return witness !== null && promisesMade(config, kept).includes(promise)
    ? { config, commands: kept, broken: { promise: row.id, witness, steps: kept.length } }
    : null;
}

export function shrinkRun(found: BrokenRun): BrokenRun {
  let replays = 0;
  let best = found;
  const tried = (config: Config, commands: readonly Command[]): boolean => {
    replays += 1;
    const smaller = replays > REPLAYS_MAX ? null : brokenRun(config, commands, found.broken.promise);
    const isSmaller = smaller !== null && weight(smaller) < weight(best);
    best = isSmaller ? smaller : best;
    return isSmaller;
  };
  for (let before = Number.POSITIVE_INFINITY; weight(best) < before && replays <= REPLAYS_MAX; ) {
    before = weight(best);
    withoutCommands(
      () => best.commands,
      (commands) => tried(best.config, commands),
    );
    withoutPairs(
      () => best.commands,
      (commands) => tried(best.config, commands),
    );
    for (const config of smallerConfigs(best.config)) {
      tried(config, best.commands);
    }
    best.commands.forEach((_, i) => {
      for (const plainer of plainerCommands(best.commands[i])) {
        tried(best.config, best.commands.with(i, plainer));
      }
    });
  }
  return best;
}

/** Fewer commands first, then fewer nodes, shards and centres, then plainer statements. */
function weight({ config, commands }: BrokenRun): number {
  const { nodes, shards, dataCentres, setup, replicationFactor } = config;
  const places = nodes.length + shards + new Set(nodes.map((node) => dataCentres[node])).size;
  const words = commands.reduce((sum, command) => sum + wordsOf(command), 0);
  return commands.length * 100_000 + places * 4_000 + setup.length * 400 + replicationFactor * 40 + words;
}

function wordsOf(command: Command): number {
  if (!isStatement(command)) {
    return 0;
  }
  const values = 'values' in command ? Object.keys(command.values).length : 0;
  const level = 'consistency' in command ? ['ONE', 'QUORUM', 'ALL'].indexOf(command.consistency) : 0;
  return (
    values + level + (command.kind === 'update' ? 0.5 : 0) + ('shard' in command && command.shard ? 1 : 0)
  );
}

/** Takes out ever shorter stretches, from the end, for as long as that helps. */
function withoutCommands(
  present: () => readonly Command[],
  tried: (commands: readonly Command[]) => boolean,
): void {
  for (let length = Math.ceil(present().length / 2); length >= 1; length = Math.floor(length / 2)) {
    for (let from = present().length - length; from >= 0; from -= length) {
      tried(present().toSpliced(from, length));
      from = Math.min(from, present().length);
    }
  }
}

/** Commands that only go together (a node stops and starts again); in short runs, where there are few pairs. */
const PAIRS_IN = 24;

function withoutPairs(
  present: () => readonly Command[],
  tried: (commands: readonly Command[]) => boolean,
): void {
  if (present().length > PAIRS_IN) {
    return;
  }
  for (let second = present().length - 1; second > 0; second--) {
    for (let first = second - 1; first >= 0; first--) {
      if (tried(present().filter((_, i) => i !== first && i !== second))) {
        second = Math.min(second, present().length);
        break;
      }
    }
  }
}

function smallerConfigs(config: Config): readonly Config[] {
  const { nodes, shards, replicationFactor } = config;
  const fewer = nodes.slice(1).map((gone): Config => {
    const left = nodes.filter((node) => node !== gone);
    const dataCentres = Object.fromEntries(left.map((node) => [node, config.dataCentres[node] ?? 'dc1']));
    return {
      ...config,
      nodes: left,
      dataCentres,
      replicationFactor:
        replicationFactor === nodes.length ? left.length : Math.min(replicationFactor, left.length),
      setup: config.setup.map((statement) =>
        statement.node === gone ? { ...statement, node: left[0] ?? 'A' } : statement,
      ),
    };
  });
  const centre: Config = { ...config, dataCentres: Object.fromEntries(nodes.map((node) => [node, 'dc1'])) };
  const tables = config.setup.flatMap((statement, i) =>
    statement.kind === 'create-table' ? [{ ...config, setup: config.setup.toSpliced(i, 1) }] : [],
  );
  return [
    ...fewer,
    ...(shards > 1 ? [{ ...config, shards: 1 }] : []),
    centre,
    { ...config, replicationFactor: nodes.length },
    ...tables,
  ];
}

function plainerCommands(command: Command | undefined): readonly Command[] {
  if (command === undefined || !isStatement(command)) {
    return [];
  }
  const plainer: Command[] = [];
  if ('values' in command) {
    for (const name of Object.keys(command.values)) {
      const { [name]: _gone, ...values } = command.values;
      plainer.push({ ...command, values });
    }
  }
  if ('consistency' in command && command.consistency !== 'ONE') {
    plainer.push({ ...command, consistency: 'ONE' });
  }
  if (command.kind === 'update') {
    plainer.push({ ...command, kind: 'insert' });
  }
  return plainer;
}
