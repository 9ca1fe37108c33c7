import { parseArgs } from 'node:util';
import type { Protections, Witness } from '../../src/engine/index.ts';
import { nthSeed, PROTECTIONS_2016, randomRun } from '../../src/engine/index.ts';
import { linkOf } from '../../src/store/keeping/link/link.ts';

// Random runs, headless. Exit code 1 when a promise broke that was made, 2 when it was asked for something it cannot do.

function whole(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`--${name} is a whole number from 0; "${text}" is not.`);
  }
  return value;
}

function protectionsFrom(text: string | undefined): Protections {
  const changed: Record<string, unknown> = { ...PROTECTIONS_2016 };
  for (const part of (text ?? '').split(',').filter((one) => one !== '')) {
    const [name = '', value = ''] = part.split('=');
    const known = changed[name];
    if (known === undefined) {
      throw new RangeError(
        `There is no protection "${name}": they are ${Object.keys(PROTECTIONS_2016).join(', ')}.`,
      );
    }
    const given = value === 'true' ? true : value === 'false' ? false : value;
    if (typeof given !== typeof known) {
      throw new RangeError(`${name} is ${String(known)} by default; "${value}" does not fit it.`);
    }
    changed[name] = given;
  }
  return changed as unknown as Protections;
}

function fuzz(): number {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string' },
      runs: { type: 'string' },
      seed: { type: 'string' },
      protections: { type: 'string' },
      page: { type: 'string' },
    },
  });
  const seed = whole('seed', values.seed, 1);
  const runsMax = values.runs === undefined ? Number.POSITIVE_INFINITY : whole('runs', values.runs, 0);
  const seconds = whole('seconds', values.seconds, values.runs === undefined ? 10 : 1_000_000);
  const protections = protectionsFrom(values.protections);
  const page = values.page ?? '';
  const until = performance.now() + seconds * 1_000;
  const began = performance.now();
  let runs = 0;
  let steps = 0;
  const found: string[] = [];
  while (runs < runsMax && performance.now() < until) {
    const outcome = randomRun(nthSeed(seed, runs), { protections });
    runs += 1;
    steps += outcome.steps;
    const { find } = outcome;
    if (find !== null) {
      const { length } = find.run.commands;
      found.push(find.promise);
      console.log(
        `seed ${find.seed}: ${find.promise} in ${length} ${length === 1 ? 'step' : 'steps'} (found in ${find.stepsFound}). ${factOf(find.witness)}`,
      );
      console.log(`  ${page}#${linkOf(find.run, { step: length, fraction: 0 })}`);
    }
  }
  const took = (performance.now() - began) / 1_000;
  const perSecond = Math.round(runs / Math.max(took, 0.001));
  console.log(
    `${runs} random runs from seed ${seed}, ${steps} steps in ${took.toFixed(1)} s (${perSecond} runs/s); ` +
      `${found.length} of them broke a promise that is made for them.`,
  );
  return found.length > 0 ? 1 : 0;
}

try {
  process.exitCode = fuzz();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** A witness in short: what is wrong, where, and what it is about. */
function factOf({ fault, nodes, statement, column }: Witness): string {
  return [fault.kind, ...nodes, statement, column].filter((part) => part !== null).join(' ');
}
