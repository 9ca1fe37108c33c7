import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stateAt, stateHash, type Timeline, toRun } from '../../engine/index.ts';
import { putAside } from '../runs/openRuns.ts';
import { FIRST_SEED, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import type { OpenRun, Session } from '../state/sessionState.ts';
import { fileOf, RUN_FILE_MAX, readRunFile } from './runFile.ts';

const table = { keyspace: 'demo', table: 'users' };
const add = (node: string, name: string) =>
  ({ kind: 'alter-table', node, ...table, changes: [{ kind: 'add', name, type: 'text' }] }) as const;

/** Three branches: one acts in the past, one edits it, one changes the rules of the whole run. */
function branched(): Session {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  session.act(add('A', 'email'));
  session.act(add('B', 'phone'));
  session.settle();
  session.bookmark('all agree');
  session.seek(3);
  session.act({ kind: 'crash', node: 'C' });
  session.switchBranch(0);
  session.edit({ kind: 'protect', protections: { versionTags: false } });
  session.seek(2);
  return session;
}

const openOf = (session: Session): OpenRun => putAside(session.store.getState());
const hashes = ({ steps, ...run }: Timeline): readonly string[] =>
  [...steps.keys(), steps.length].map((i) => stateHash(stateAt({ steps, ...run }, i).core));

const read = (text: string) => {
  const result = readRunFile(text);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
};
const problemOf = (text: string): string => {
  const result = readRunFile(text);
  return result.ok ? 'opened' : result.problem;
};

test('a run file brings back all branches, states, bookmarks and the place, and says nothing twice', () => {
  const session = branched();
  const before = openOf(session);
  expect(before.branches).toHaveLength(3);
  const file = fileOf(before);
  expect(file.branches.map(({ keeps, config }) => ({ keeps, hasRules: config !== undefined }))).toEqual([
    { keeps: 0, hasRules: true },
    { keeps: 3, hasRules: false },
    { keeps: 0, hasRules: true },
  ]);
  const { run, problems } = read(JSON.stringify(file));
  expect(problems).toEqual([]);
  const told = ({ title, current, playhead, bookmarks, branches }: OpenRun) => ({
    title,
    current,
    playhead,
    bookmarks,
    branches: branches.map(({ name, about, from }) => ({ name, about, from })),
  });
  expect(told(run)).toEqual(told(before));
  expect(run.branches.map(({ timeline }) => hashes(timeline))).toEqual(
    before.branches.map(({ timeline }) => hashes(timeline)),
  );
  // Common steps are the same objects: a branch costs only what it has of its own.
  expect(run.branches[1]?.timeline.steps[2]).toBe(run.branches[0]?.timeline.steps[2]);

  const other = createSession({ seed: 7, config: firstScreen() });
  other.restore(run);
  expect(other.relations()).toEqual(session.relations());
  other.undo();
  expect(other.store.getState().problem).toBeNull();
});

test('a run alone, as scripts have it, opens as well', () => {
  const session = branched();
  const [first] = session.store.getState().branches;
  if (first === undefined) throw new Error('no branch');
  expect(hashes(read(JSON.stringify(toRun(first.timeline))).run.branches[0]?.timeline as Timeline)).toEqual(
    hashes(first.timeline),
  );
});

test('what cannot be a run file is refused with the reason and the remedy', () => {
  expect(problemOf('{"a":')).toMatch(/^This file is no run file: it is not JSON/);
  expect(problemOf('[]')).toMatch(/ends in \.schemerge\.json\.$/);
  expect(problemOf('{"kind":"schemerge-run","format":2}')).toMatch(/of format 2/);
  expect(problemOf('{"kind":"schemerge-run","format":1,"branches":[]}')).toMatch(/1 to 200 branches/);
  expect(problemOf('{"kind":"schemerge-run","format":1,"branches":[{}]}')).toMatch(
    /^Branch 1 of 1 .*The seed/,
  );
  expect(problemOf(' '.repeat(RUN_FILE_MAX + 1))).toMatch(/characters/);
  const crash = { kind: 'crash', node: 'A' };
  const long = { kind: 'schemerge-run', format: 1, branches: [{ commands: Array(50_001).fill(crash) }] };
  expect(problemOf(JSON.stringify(long))).toMatch(/50001 commands; at most 50000/);
});

test('branches that no longer play are told, and everything that plays is kept', () => {
  const file = fileOf(openOf(branched()));
  const [first, second, third] = file.branches;
  const wrong = { ...second, commands: [{ kind: 'crash', node: 'Z' }] };
  const { run, problems } = read(
    JSON.stringify({ ...file, branches: [first, wrong, { ...third, config: 7 }] }),
  );
  expect(problems).toEqual([
    'Branch 1: Step 4 of 4 (crash) cannot be played: There is no node Z; there are A, B, C.',
    'Branch 2: The configuration of a run names its nodes in a list.',
  ]);
  expect(run.branches.map(({ timeline }) => timeline.steps.length)).toEqual([first?.commands.length, 3, 0]);
  expect(run.playhead.step).toBe(0);
});

test('no text whatever throws: hostile files are refused in sentences, or opened as far as they play', () => {
  const good = JSON.stringify(fileOf(openOf(branched())));
  const value = fc.oneof(
    fc.json(),
    fc.constantFrom('-1', '1e99', 'null', '"__proto__"', '[[[[]]]]', '{"branch":0,"step":2}'),
  );
  const names = [
    'keeps',
    'from',
    'commands',
    'current',
    'step',
    'title',
    'bookmarks',
    'seed',
    'config',
    'table',
    'hash',
  ];
  const changed = fc.tuple(fc.constantFrom(...names), value, fc.nat(3)).map(([name, given, turn]) => {
    let seen = 0;
    return good.replace(new RegExp(`"${name}":("[^"]*"|-?\\d+|null|true|false)`, 'g'), (whole) =>
      seen++ === turn ? `"${name}":${given}` : whole,
    );
  });
  const cut = fc.nat(good.length).map((at) => good.slice(0, at));
  const other = fc.json().map((json) => `{"kind":"schemerge-run","format":1,"branches":[${json}]}`);
  fc.assert(
    fc.property(fc.oneof(changed, cut, other, fc.string()), (text) => {
      const result = readRunFile(text);
      const said = result.ok ? result.value.problems : [result.problem];
      for (const sentence of said) expect(sentence).toMatch(/^\S.*[.)]$/su);
    }),
    { numRuns: 150 },
  );
});
