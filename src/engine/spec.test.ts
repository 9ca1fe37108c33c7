import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// SPEC.md and the tests cite each other: a rule without a test, or a test of a rule that is not there, is a bug.

const here = import.meta.dirname;

function testFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? testFiles(path) : /\.test\.ts$/.test(entry.name) ? [path] : [];
  });
}

const RULE = /\b[RCVMGEWKFNXTZIPQO]\d{1,2}\b/g;
const stated = [...readFileSync(join(here, 'SPEC.md'), 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(
  ([, id]) => id ?? '',
);

/** The rules that names of tests begin with, e.g. 'R4 R9 slicing and joining commute'. */
const cited = new Set(
  [here, join(here, '../../model')]
    .flatMap(testFiles)
    .flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/['"`]((?:[RCVMGEWKFNXTZIPQO]\d{1,2}[\s,:]+)+)\S/g)].flatMap(
        ([, ids]) => ids?.match(RULE) ?? [],
      ),
    ),
);

test('the spec: every rule of SPEC.md is stated once', () => {
  expect(stated.length).toBeGreaterThan(100);
  expect(stated.filter((id, i) => stated.indexOf(id) !== i)).toEqual([]);
});

test('the spec: every rule of SPEC.md is cited by a test, and every cited rule is stated', () => {
  expect(stated.filter((id) => !cited.has(id))).toEqual([]);
  expect([...cited].filter((id) => !stated.includes(id))).toEqual([]);
});
