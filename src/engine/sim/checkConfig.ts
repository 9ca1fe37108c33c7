// Whether a configuration makes sense (SPEC N1). The refusal names the field, the limit and what was given.

import type { Config } from '../config/config.ts';
import { FIDELITY } from '../config/protections.ts';
import { LOSS_MAX, NODES_MAX, SHARDS_MAX } from '../plain/limits.ts';
import { checkProtections } from './checkCommand.ts';

export function checkConfig(seed: number, config: Config): string | null {
  const { nodes, shards, replicationFactor, latency } = config;
  if (!Number.isSafeInteger(seed) || seed < 0) {
    return `The seed is a whole number from 0 to 2^53 - 1; ${seed} is not.`;
  }
  if (nodes.length < 1 || nodes.length > NODES_MAX) {
    return `A cluster has 1 to ${NODES_MAX} nodes; this one has ${nodes.length}.`;
  }
  const odd = nodes.find((id, i) => !/^[A-Z]$/.test(id) || nodes.indexOf(id) !== i);
  if (odd !== undefined) {
    return `A node's name is one capital letter, each used once; ${JSON.stringify(odd)} is not.`;
  }
  if (!Number.isInteger(shards) || shards < 1 || shards > SHARDS_MAX) {
    return `A node has 1 to ${SHARDS_MAX} shards; ${shards} was asked for.`;
  }
  if (!Number.isInteger(replicationFactor) || replicationFactor < 1 || replicationFactor > nodes.length) {
    return `The replication factor is 1 to ${nodes.length}, the number of nodes; ${replicationFactor} was asked for.`;
  }
  const times = [latency.base, latency.jitter];
  if (times.some((time) => !Number.isSafeInteger(time) || time < 0)) {
    return `Latency and jitter are whole numbers of microseconds from 0 up; ${times.join(' and ')} are not.`;
  }
  if (!Number.isInteger(config.loss) || config.loss < 0 || config.loss > LOSS_MAX) {
    return `Loss is a whole number from 0 to ${LOSS_MAX}, the messages lost out of a thousand; ${config.loss} is not.`;
  }
  const strayCentre = Object.keys(config.dataCentres).find((id) => !nodes.includes(id));
  if (strayCentre !== undefined || nodes.some((id) => typeof config.dataCentres[id] !== 'string')) {
    return 'Every node belongs to one data centre, and only nodes do.';
  }
  return checkProtections(config.protections) ?? checkFidelity(config);
}

function checkFidelity(config: Config): string | null {
  for (const [name, value] of Object.entries(config.fidelity)) {
    if (!Object.hasOwn(FIDELITY, name)) {
      return `There is no fidelity switch ${name}; there are ${Object.keys(FIDELITY).join(', ')}.`;
    }
    const isLegal =
      name === 'sstableUnknownColumn'
        ? ['skip', 'throw'].includes(String(value))
        : typeof value === 'boolean';
    if (!isLegal) {
      const choices = name === 'sstableUnknownColumn' ? "'skip' or 'throw'" : 'true or false';
      return `The fidelity switch ${name} is ${choices}; ${JSON.stringify(value)} is not.`;
    }
  }
  return null;
}
