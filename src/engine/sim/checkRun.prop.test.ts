// Rule N9: whatever comes from outside, replay answers with a timeline or a sentence, and never throws. Garbage, real runs
// with a part missing, and real runs with one thing changed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worldOf } from '../laws/world.test-support.ts';
import { shapeOfCommand } from './checkShape.ts';
import { play, SEED } from './random/play.ts';
import { setupOf } from './random/tables.ts';
import { replay, replayLenient } from './replay.ts';
import type { Run } from './run.ts';
import { toRun } from './timeline.ts';

const world = worldOf({
  mix: {
    next: 4,
    any: 8,
    add: 2,
    drop: 1,
    insert: 3,
    select: 2,
    lose: 1,
    cut: 1,
    heal: 1,
    crash: 1,
    restart: 1,
    flush: 1,
    skew: 1,
    wait: 1,
  },
  config: { setup: setupOf(2) },
});
const picks = fc.array(fc.tuple(fc.nat(996), fc.nat(96), fc.nat(96), fc.nat(96)), {
  minLength: 5,
  maxLength: 30,
  size: 'max',
});

/** As many runs as the law is worth; SCHEMERGE_RUNS asks for more of all. */
const scaled = (runs: number) => Math.ceil((runs * (fc.readConfigureGlobal()?.numRuns ?? 100)) / 100);

function runOf(drawn: readonly (readonly [number, number, number, number])[]): Run {
  const { start, steps } = play(world, drawn);
  return toRun({ seed: SEED, config: world.config, start, steps });
}

/** Every place in a plain value, as a path. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) {
    return [path];
  }
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

function withPart(value: unknown, path: readonly string[], part: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) {
    return part;
  }
  if (Array.isArray(value)) {
    return value.map((one: unknown, i) => (String(i) === first ? withPart(one, rest, part) : one));
  }
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [first]: withPart(record[first], rest, part) };
}

function withoutPart(value: unknown, path: readonly string[]): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== 'object' || value === null) {
    return null;
  }
  const left = Object.entries(value).flatMap(([key, part]) =>
    key !== first ? [[key, part]] : rest.length > 0 ? [[key, withoutPart(part, rest)]] : [],
  );
  return Array.isArray(value) ? left.map(([, part]) => part as unknown) : Object.fromEntries(left);
}

const hostile = fc.oneof(
  fc.anything(),
  fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    0.5,
    2 ** 53,
    -1,
    '',
    '__proto__',
    'constructor',
    'x'.repeat(100_000),
    null,
    undefined,
    [],
    {},
    [[[[[[[[[[[[]]]]]]]]]]]],
    JSON.parse('{"__proto__": {"a": 1}}'),
  ),
);

function expectAnswer(outside: unknown): void {
  const answer = replay(outside);
  expect(answer.ok ? 'played' : answer.problem).toMatch(/^played$|^\S.{8,}[.?]$/s);
}

describe('replay of what comes from outside', () => {
  it('N9: garbage is answered with a sentence', () => {
    fc.assert(fc.property(fc.anything(), expectAnswer), { numRuns: scaled(300) });
    fc.assert(
      fc.property(
        fc.record({
          format: fc.constant(1),
          seed: fc.nat(),
          config: fc.anything(),
          commands: fc.array(fc.anything()),
        }),
        expectAnswer,
      ),
      { numRuns: scaled(300) },
    );
  });

  it('N9: a draft of anything has a shape or a sentence', () => {
    fc.assert(
      fc.property(fc.anything(), (outside) => {
        expect(shapeOfCommand(outside, true) ?? 'fits').toMatch(/^fits$|^\S.{8,}[.?]$/s);
      }),
      { numRuns: scaled(300) },
    );
  });

  it('N9: a run with one thing replaced is played or answered with a sentence', () => {
    fc.assert(
      fc.property(picks, fc.nat(), hostile, (drawn, place, part) => {
        const run = runOf(drawn);
        const paths = pathsOf(run);
        expectAnswer(withPart(run, paths[place % paths.length] ?? [], part));
      }),
      { numRuns: scaled(250) },
    );
  }, 60_000);

  it('N9: a run with one thing missing is played or answered with a sentence', () => {
    fc.assert(
      fc.property(picks, fc.nat(), (drawn, place) => {
        const run = runOf(drawn);
        const paths = pathsOf(run);
        expectAnswer(withoutPart(run, paths[place % paths.length] ?? []));
      }),
      { numRuns: scaled(150) },
    );
  }, 60_000);

  it('N8: a run whose commands were changed says so, and what could be played is kept', () => {
    fc.assert(
      fc.property(picks, fc.nat(), (drawn, place) => {
        const run = runOf(drawn);
        fc.pre(run.commands.length > 1);
        const at = place % run.commands.length;
        const commands = [
          ...run.commands.slice(0, at),
          { kind: 'deliver', message: 'gone' } as const,
          ...run.commands.slice(at),
        ];
        const strict = replay({ ...run, commands });
        expect(strict.ok ? 'played' : strict.problem).toMatch(
          new RegExp(`^Step ${at + 1} of ${commands.length} \\(deliver\\) cannot be played: No message gone`),
        );
        const lenient = replayLenient({ ...run, commands });
        expect(lenient.ok ? lenient.value.timeline.steps.length : -1).toBe(at);
      }),
      { numRuns: scaled(30) },
    );
  });
});
