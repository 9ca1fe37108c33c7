// What random runs have come to, in words (SPEC Z2, Z3): how much was tried, and for each promise that broke the smallest run.

import { keysOf, PROTECTIONS_2016, type Protections, type RandomFind } from '../../engine/index.ts';
import { promiseTitle, witnessInShort } from '../verdict/promiseWords.ts';
import { protectionName } from '../verdict/protectionWords.ts';
import { label } from '../words/say.ts';

/** One promise that broke, the smallest run that breaks it, and how many runs did. */
export interface PromiseFound {
  readonly smallest: RandomFind;
  readonly times: number;
}

export interface RandomTried {
  readonly running: boolean;
  readonly runs: number;
  readonly steps: number;
  readonly found: readonly PromiseFound[];
}

export interface RandomFindLine {
  readonly promise: string;
  readonly title: string;
  readonly sentence: string;
  readonly facts: readonly string[];
  readonly open: string;
  readonly runTitle: string;
  readonly find: RandomFind;
}

export interface RandomReport {
  readonly count: string;
  readonly verdict: string;
  readonly lines: readonly RandomFindLine[];
}

const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');

export function randomReport({ running, runs, steps, found }: RandomTried): RandomReport {
  if (!running && runs === 0) {
    return { count: label('random-idle', {}), verdict: '', lines: [] };
  }
  const words = { running: running ? 'yes' : 'no', runs, runsText: grouped(runs), stepsText: grouped(steps) };
  return {
    count: label('random-count', words),
    verdict: found.length === 0 ? label('random-none', {}) : label('random-found', { count: found.length }),
    lines: found.map(lineOf),
  };
}

function lineOf({ smallest, times }: PromiseFound): RandomFindLine {
  const { promise, witness, run, seed } = smallest;
  const size = { steps: run.commands.length, nodes: run.config.nodes.length };
  return {
    promise,
    title: promiseTitle(promise),
    sentence: witnessInShort(witness),
    facts: [
      label('random-size', size),
      label('random-times', { times }),
      label('random-of-seed', { seed: String(seed) }),
    ],
    open: label('random-open-name', { promise }),
    runTitle: label('random-run-title', { seed: String(seed), promise }),
    find: smallest,
  };
}

/** With one find more: of each promise the smallest run is kept, the first of equals; in order of the promises. */
export function withFind(found: readonly PromiseFound[], find: RandomFind): readonly PromiseFound[] {
  const before = found.find(({ smallest }) => smallest.promise === find.promise);
  const isSmaller = before === undefined || find.run.commands.length < before.smallest.run.commands.length;
  const next = { smallest: isSmaller ? find : before.smallest, times: (before?.times ?? 0) + 1 };
  const number = ({ smallest }: PromiseFound): number => Number(smallest.promise.slice(1));
  return [...found.filter((one) => one !== before), next].sort((a, b) => number(a) - number(b));
}

/** Which protections random runs are drawn under. */
export function protectionsInWords(protections: Protections): string {
  const changed = keysOf({ ...protections }).filter(
    (name) => protections[name as keyof Protections] !== PROTECTIONS_2016[name as keyof Protections],
  );
  return changed.length === 0
    ? label('random-usual', {})
    : label('random-off', { names: changed.map((id) => protectionName(id as keyof Protections)).join(', ') });
}
