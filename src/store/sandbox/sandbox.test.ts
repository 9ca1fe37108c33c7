import { expect, test } from 'vitest';
import { createTimeline, inspect, PROTECTIONS_LATER } from '../../engine/index.ts';
import { cqlOf, FIRST_FORM, limitsOf, presetOf, type SandboxForm, sandboxOf } from './sandbox.ts';
import { TEMPLATE_IDS } from './tableTemplates.ts';

const asked = (part: Partial<SandboxForm>) => sandboxOf({ ...FIRST_FORM, ...part });

function tablesOf(form: Partial<SandboxForm>) {
  const sandbox = asked(form);
  const run = sandbox.ok ? createTimeline(sandbox.value) : sandbox;
  if (!run.ok) {
    throw new Error(run.problem);
  }
  return inspect(run.value.start).nodes.map((node) => node.shards.flatMap((shard) => shard.tables));
}

test('every template stands on every node at one version, with its rows', () => {
  const nodes = tablesOf({ nodes: 4, replicationFactor: 4, templates: TEMPLATE_IDS });
  expect(nodes.map((tables) => tables.map(({ table }) => table).sort())).toEqual(
    Array.from({ length: 4 }, () => ['profiles', 'teams', 'users', 'visits']),
  );
  for (const table of nodes[0] ?? []) {
    expect(
      new Set(nodes.flat().flatMap((one) => (one.table === table.table ? [one.version] : []))).size,
    ).toBe(1);
    expect(table.entries.length).toBeGreaterThan(0);
  }
});

test('a schema of one’s own runs after the templates; a keyspace that it names is made', () => {
  const [first] = tablesOf({
    templates: [],
    own: 'CREATE TABLE shop.orders (id int PRIMARY KEY, total int);',
  });
  expect(first?.map(({ keyspace, table }) => `${keyspace}.${table}`)).toEqual(['shop.orders']);
  expect(tablesOf({ templates: [], own: '-- nothing yet' })[0]).toEqual([]);
});

test('what is wrong with a schema is told with its line', () => {
  const problem = (own: string) => {
    const sandbox = asked({ own });
    return sandbox.ok ? 'taken' : sandbox.problem;
  };
  expect(problem('CREATE TABEL x (id int PRIMARY KEY);')).toMatch(/^Your schema, line 1:8 /);
  expect(problem('-- one\n\nCREATE TABLE users (id int PRIMARY KEY);')).toMatch(
    /^Your schema, line 3:14 .*users/,
  );
  expect(problem('SELECT * FROM users WHERE id = 1;')).toMatch(
    /^Your schema, line 1:1 a setup creates tables/,
  );
  expect(problem('INSERT INTO users (id, name) VALUES (3, 4);')).toMatch(
    /^Your schema, line 1:41 Invalid INTEGER constant \(4\)/,
  );
});

test('numbers out of their range are refused in a sentence with the range', () => {
  const problem = (form: Partial<SandboxForm>) => {
    const sandbox = asked(form);
    return sandbox.ok ? 'taken' : sandbox.problem;
  };
  expect(problem({ nodes: 10 })).toBe('Nodes: a whole number from 1 to 9, please; 10 is not.');
  expect(problem({ replicationFactor: 4 })).toBe(
    'Replicas of each row: a whole number from 1 to 3, please; 4 is not.',
  );
  expect(problem({ latency: 1.5 })).toBe('Latency, ms: a whole number from 0 to 60000, please; 1.5 is not.');
  expect(problem({ seed: Number.NaN })).toMatch(/nothing is not\.$/);
  expect(problem({ nodes: 1, replicationFactor: 1 })).toBe('taken');
  expect(problem({ loss: 101 })).toBe('Messages lost, %: a whole number from 0 to 100, please; 101 is not.');
  const lossy = asked({ loss: 5 });
  expect(lossy.ok && lossy.value.config.loss).toBe(50);
  expect(limitsOf({ ...FIRST_FORM, nodes: 99 })[2]?.max).toBe(9);
});

test('presets are recognised, and any other choice is one’s own', () => {
  expect(presetOf(FIRST_FORM.protections)).toBe('2016');
  expect(presetOf(PROTECTIONS_LATER)).toBe('later');
  expect(presetOf({ ...PROTECTIONS_LATER, mergeLock: false })).toBeNull();
  const sandbox = asked({ protections: PROTECTIONS_LATER });
  expect(sandbox.ok && sandbox.value.config.protections).toEqual(PROTECTIONS_LATER);
});

test('the CQL of templates is what runs, in their own order', () => {
  expect(cqlOf(['visits', 'users']).match(/CREATE TABLE \w+/g)).toEqual([
    'CREATE TABLE users',
    'CREATE TABLE visits',
  ]);
});
