// Each stored run of the list "Not promised in 2016" ends in the outcome that it is stored for, and is called by that name.

import { expect, test } from 'vitest';
import { NOT_PROMISED_2016 } from '../anomalies.ts';
import { anomalyRun } from '../showcase/anomalyRuns.ts';
import { add, insert, usersConfig } from '../showcase/script.ts';
import { playShowcase, type Showcase } from '../showcase/showcase.ts';
import { stateAt } from '../timeline.ts';
import { namedOutcomes } from './namedOutcomes.ts';

function namesOf(showcase: Showcase): readonly string[] {
  const run = playShowcase(showcase);
  if (!run.ok) {
    throw new Error(run.problem);
  }
  const { steps } = run.value;
  const commands = steps.map(({ command }) => command);
  return namedOutcomes(showcase.config, commands, stateAt(run.value, steps.length).core);
}

test('P5 a stored run is called by its own name, and by another only where it shows that, too', () => {
  const named = NOT_PROMISED_2016.map((id) => [id, namesOf(anomalyRun(id))] as const);
  expect(named.filter(([id, names]) => !(names as readonly string[]).includes(id))).toEqual([]);
  const more = named.flatMap(([id, names]) => (names.length > 1 ? [[id, names.join(' ')]] : []));
  expect(Object.fromEntries(more)).toMatchInlineSnapshot(`
    {
      "agreement-reported": "two-tables-one-name agreement-reported",
      "nobody-asked-for-it": "nobody-asked-for-it two-types-one-column",
    }
  `);
});

test('P5 what ends as it was asked to has no such name', () => {
  const plain = (script: Showcase['script']) =>
    namesOf({ config: usersConfig({ nodes: ['A', 'B'] }), script });
  expect(plain([])).toEqual([]);
  expect(plain([add('A', 'x'), add('B', 'y'), 'settle'])).toEqual([]);
  expect(plain([add('A', 'x'), 'settle', insert('A', { x: '1' }), 'settle'])).toEqual([]);
});

test('P5 with a protection of 2016 off nothing has such a name', () => {
  const names = NOT_PROMISED_2016.flatMap((id) => {
    const { config, script } = anomalyRun(id);
    const run = playShowcase({ config, script });
    if (!run.ok) throw new Error(run.problem);
    const { core } = stateAt(run.value, run.value.steps.length);
    const without = { ...config, protections: { ...config.protections, deterministicTieBreak: false } };
    return namedOutcomes(
      without,
      run.value.steps.map(({ command }) => command),
      { ...core, config: without },
    );
  });
  expect(names).toEqual([]);
});
