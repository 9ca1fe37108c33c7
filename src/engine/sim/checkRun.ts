// The shape of a run that came from outside (SPEC N9): a file, a link, a script. Parse once, trust afterwards.

import type { Config } from '../config/config.ts';
import { configOf } from '../config/config.ts';
import { FIDELITY, PROTECTIONS_2016 } from '../config/protections.ts';
import { isDeeperThan } from '../plain/depth.ts';
import { DEPTH_MAX, SETUP_MAX, STEPS_MAX } from '../plain/limits.ts';
import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import { shapeOfCommand } from './checkShape.ts';
import type { Command } from './command.ts';
import type { Run } from './run.ts';
import { RUN_FORMAT } from './run.ts';
import { isStatement } from './step.ts';

export function checkRunShape(outside: unknown): Result<Run> {
  if (!isRecord(outside)) {
    return refuse('A run is a record with format, seed, config and commands; this is not one.');
  }
  const { format, seed, config, commands, hash, trail } = outside;
  if ([format, seed, config, hash, trail].some((part) => isDeeperThan(part, DEPTH_MAX))) {
    return refuse(`The parts of a run are nested at most ${DEPTH_MAX} deep; this one is not a run.`);
  }
  if (format !== RUN_FORMAT) {
    return refuse(`This run has format ${JSON.stringify(format)}; this page reads format ${RUN_FORMAT}.`);
  }
  if (typeof seed !== 'number') {
    return refuse('The seed of a run is a whole number.');
  }
  if (!Array.isArray(commands) || commands.length > STEPS_MAX) {
    return refuse(`The commands of a run are a list of at most ${STEPS_MAX}.`);
  }
  if ([hash, trail].some((part) => part !== undefined && typeof part !== 'string')) {
    return refuse('The hash and the trail of a run are text.');
  }
  const shapedConfig = checkConfigShape(config);
  if (!shapedConfig.ok) {
    return shapedConfig;
  }
  for (const [i, command] of commands.entries()) {
    const problem = shapeOfCommand(command);
    if (problem !== null) {
      return refuse(`Command ${i + 1} of ${commands.length}: ${problem}`);
    }
  }
  const run: Run = { format: RUN_FORMAT, seed, config: shapedConfig.value, commands: commands as Command[] };
  return ok({
    ...run,
    ...(typeof hash === 'string' ? { hash } : {}),
    ...(typeof trail === 'string' ? { trail } : {}),
  });
}

function isSetup(command: unknown): boolean {
  return isRecord(command) && typeof command['kind'] === 'string' && isStatement({ kind: command['kind'] });
}

function checkConfigShape(config: unknown): Result<Config> {
  if (
    !isRecord(config) ||
    !Array.isArray(config['nodes']) ||
    config['nodes'].some((id) => typeof id !== 'string')
  ) {
    return refuse('The configuration of a run names its nodes in a list.');
  }
  const { protections, fidelity, setup, latency, dataCentres } = config;
  if ([protections, fidelity, latency, dataCentres].some((part) => part !== undefined && !isRecord(part))) {
    return refuse('In the configuration, protections, fidelity, latency and dataCentres are records.');
  }
  if (setup !== undefined && (!Array.isArray(setup) || setup.length > SETUP_MAX || !setup.every(isSetup))) {
    return refuse(`The setup of a run is a list of at most ${SETUP_MAX} statements.`);
  }
  const badSetup = ((setup ?? []) as unknown[])
    .map((statement) => shapeOfCommand(statement))
    .find((problem) => problem !== null);
  if (badSetup !== undefined) {
    return refuse(`A setup statement: ${badSetup}`);
  }
  const base = configOf({ nodes: config['nodes'] as string[] });
  const numbers = ['shards', 'replicationFactor', 'loss'].filter((name) => config[name] !== undefined);
  if (numbers.some((name) => typeof config[name] !== 'number')) {
    return refuse('Shards, replicationFactor and loss are whole numbers.');
  }
  const known = [
    'nodes',
    'shards',
    'replicationFactor',
    'dataCentres',
    'latency',
    'loss',
    'protections',
    'fidelity',
    'setup',
  ];
  const kept = Object.fromEntries(
    Object.entries(config).filter(([name, part]) => known.includes(name) && part !== undefined),
  );
  return ok({
    ...base,
    ...kept,
    latency: { ...base.latency, ...(latency as object | undefined) },
    protections: { ...PROTECTIONS_2016, ...(protections as object | undefined) },
    fidelity: { ...FIDELITY, ...(fidelity as object | undefined) },
  } as Config);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
