// The console of a node as text: what was typed and clicked, in the order of the run, and what came of it by the playhead.

import { expect, test } from 'vitest';
import { append, NEW_CONSOLE, type Timeline } from '../../engine/index.ts';
import { add, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { inputSpans, isComplete } from './consoleInput.ts';
import { type ConsoleSource, consoleOf } from './consoleOf.ts';
import type { ConsoleView, TypedLine } from './consoleView.ts';

const SOURCE: ConsoleSource = { node: 'A', lines: [], session: NEW_CONSOLE };
const at = (run: Timeline, step: number, source: Partial<ConsoleSource> = {}) =>
  consoleOf(
    run,
    { step, fraction: 0 },
    { selection: null, tableKey: null, naming: 'lesson' },
    { ...SOURCE, ...source },
  );

function asText(view: ConsoleView | null): string {
  const entries = view?.entries ?? [];
  return entries
    .map(({ stepText, sourceText, text, outcome, rows, trace }) =>
      [
        `${stepText}${sourceText === '' ? '' : ` (${sourceText})`}: ${text}`,
        ...(outcome.text === '' ? [] : [`  ${outcome.kind}: ${outcome.text}`]),
        ...(rows === null
          ? []
          : [
              `  ${rows.count} ${rows.version}: ${rows.columns.join('|')}`,
              ...rows.rows.map((row) => `    ${row.join('|')}`),
            ]),
        ...(trace === null
          ? []
          : [
              ...trace.messages.map(({ sent, name, state, ended }) =>
                `  ${sent} ${name}: ${state} ${ended}`.trimEnd(),
              ),
              ...[trace.none, trace.cost].filter((one) => one !== '').map((one) => `  ${one}`),
            ]),
      ].join('\n'),
    )
    .join('\n');
}

const write = {
  kind: 'insert',
  node: 'A',
  ...TABLE,
  key: { id: 2 },
  values: { name: '12345678901234567890' },
  consistency: 'QUORUM',
} as const;
const read = { kind: 'select', node: 'A', ...TABLE, key: { id: 2 }, consistency: 'ALL' } as const;

function did(run: Timeline, ...commands: readonly Parameters<typeof append>[1][]): Timeline {
  return commands.reduce((timeline, command) => {
    const appended = append(timeline, command);
    if (!appended.ok) throw new Error(appended.problem);
    return appended.value;
  }, run);
}

const begun = did(
  play(usersRun(), add('A', 'email')),
  { kind: 'flush', node: 'A', ...TABLE },
  { kind: 'cut', a: 'B', b: 'C' },
  { kind: 'skew', node: 'A', micros: -5_000 },
  write,
  read,
);
const ended = settled(begun);

const typed = (step: number, text: string): TypedLine => ({
  id: step,
  step,
  text,
  passedOver: [],
  answer: { kind: 'asked' },
  session: { ...NEW_CONSOLE, tracing: true },
});

test('what the page did is echoed as CQL or as a comment, and waits truthfully', () => {
  expect(asText(at(begun, begun.steps.length))).toMatchInlineSnapshot(`
    "Step 1 (on the page): ALTER TABLE demo.users ADD email text;
      waiting: A has sent it to the others; its own merge has not run yet.
    Step 2 (on the page): -- flush users
    Step 4 (on the page): -- clock off by −5 ms
    Step 5 (on the page): INSERT INTO demo.users (id, name) VALUES (2, '12345678901234567890');
      waiting: A waits for 1 of 2 replicas to confirm.
    Step 6 (on the page): SELECT * FROM demo.users WHERE id = 2;
      waiting: A waits for 2 of 3 replicas to answer."
  `);
});

test('when the messages have arrived it tells what came of it, the rows in the version that they conform to', () => {
  expect(asText(at(ended, ended.steps.length))).toMatchInlineSnapshot(`
    "Step 1 (on the page): ALTER TABLE demo.users ADD email text;
      done: Done: users on A went to version X.
    Step 2 (on the page): -- flush users
    Step 4 (on the page): -- clock off by −5 ms
    Step 5 (on the page): INSERT INTO demo.users (id, name) VALUES (2, '12345678901234567890');
      done: Done: 2 replicas have confirmed.
    Step 6 (on the page): SELECT * FROM demo.users WHERE id = 2;
      1 row, in version V0 8883: id|name
        2|12345678901234567890"
  `);
});

test('a typed line stands in the place of its step, traced, with what is true at the playhead', () => {
  const step = begun.steps.length;
  const lines = [typed(step, 'select * from users where id = 2')];
  expect(
    asText(at(begun, step, { lines }))
      .split('\n')
      .slice(-4)
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "  waiting: A waits for 2 of 3 replicas to answer.
      +0 s Read of a digest at V0, A to B: on the way
      +0 s Read of a digest at V0, A to C: on the way
      Cost: 2 reads sent."
  `);
  const all = asText(at(ended, ended.steps.length, { lines }));
  expect(all.slice(all.indexOf('select *'))).toMatchInlineSnapshot(`
    "select * from users where id = 2
      1 row, in version V0 8883: id|name
        2|12345678901234567890
      +0 s Read of a digest at V0, A to B: delivered +15.5 ms
      +0 s Read of a digest at V0, A to C: delivered +19.2 ms
      +15.5 ms Answer, B to A: delivered +30.8 ms
      +19.2 ms Answer, C to A: delivered +36.9 ms
      Cost: 2 reads sent."
  `);
});

test('a console shows nothing of the future', () => {
  for (let step = 0; step <= ended.steps.length; step++) {
    const now = at(ended, step);
    const cut = at({ ...ended, steps: ended.steps.slice(0, step) }, step);
    expect(asText(now)).toBe(asText(cut));
  }
});

test('CLEAR empties what is shown, and only from there on', () => {
  const lines: readonly TypedLine[] = [
    { ...typed(0, 'HELP'), answer: { kind: 'said', text: 'help' } },
    { ...typed(1, 'CLEAR'), id: 9, answer: { kind: 'cleared' } },
  ];
  expect(at(begun, 0, { lines })?.entries.map(({ text }) => text)).toEqual(['HELP']);
  expect(at(begun, 1, { lines })?.entries).toEqual([]);
  expect(at(begun, 4, { lines })?.entries.map(({ text }) => text)).toEqual([
    '-- flush users',
    '-- clock off by −5 ms',
  ]);
});

test('each node has its own console', () => {
  expect(asText(at(begun, begun.steps.length, { node: 'C' }))).toBe(
    'Step 3 (on the page): -- cut the link between B and C',
  );
  expect(at(begun, 1, { node: 'Z' })).toBeNull();
});

test('the place of what is wrong is marked, also at the end of the text', () => {
  const marked = (text: string, offset: number, length: number) =>
    inputSpans(text, { offset, length })
      .map((span) => (span.marked ? `[${span.text}]` : span.text))
      .join('');
  expect(marked('VALUES (3, Eve)', 11, 3)).toBe('VALUES (3, [Eve])');
  expect(marked('SELEC * FROM', 0, 12)).toBe('[SELEC][ ][*][ ][FROM]');
  expect(marked('ALTER TABLE users', 17, 0)).toBe('ALTER TABLE user[s]');
  expect(marked('', 0, 0)).toBe('');
});

test('Enter runs one line, or several that end with a semicolon', () => {
  expect(['USE demo', 'USE\ndemo', 'USE\ndemo; ', '', ' \n '].map(isComplete)).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});
