// Words that a translation would not reach: the catalogue is replaced by one whose messages stand in brackets, and every
// visible text of the scene must stand in brackets then, apart from names and values that people gave.

import { expect, test, vi } from 'vitest';
import type { Timeline } from '../../engine/index.ts';
import { add, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import { describeView, VIEWS } from '../text/describeView.ts';

vi.mock('./messages.en.ts', async (original) => {
  const real = await original<Record<string, Record<string, string>>>();
  const bracketed = (catalogue: Record<string, string> = {}): Record<string, string> =>
    Object.fromEntries(Object.entries(catalogue).map(([id, text]) => [id, `⟦${text}⟧`]));
  return { SENTENCES_EN: bracketed(real['SENTENCES_EN']), LABELS_EN: bracketed(real['LABELS_EN']) };
});

/** What people named or wrote in this run, and CQL, which is the same in every language. */
const GIVEN =
  /\b(?:users|demo|id|name|email|phone|Ada|Bob|text|int|ALTER|TABLE|ADD|INSERT|SELECT|LOADED|LOADING|SYNCED|[A-C]|V\d+|[XYZ]|s\d+)\b/gu;
/** Texts that are not for reading: keys, handles, states by name, path data. Promises speak for the engine. */
const UNREAD =
  /^(?:key|version|message|choice|command|path|kind|state|change|source|selection|on|phase|load|sync|verb|systemTable|promises|identities|identity|from|to|as|hex|clock|digest|detail|pattern|shape|side|systemRows|commitlog|columns|names|parents|children)$/u;

function outside(text: string): string {
  let depth = 0;
  let rest = '';
  for (const sign of text) {
    depth += sign === '⟦' ? 1 : sign === '⟧' ? -1 : 0;
    rest += depth === 0 && sign !== '⟧' ? sign : '';
  }
  return rest.replace(GIVEN, '');
}

function escaped(value: unknown, where: string, found: Set<string>): void {
  if (typeof value === 'string') {
    if (/\p{L}{3,}/u.test(outside(value)) && !/^[\w-]*[/@>~]/u.test(value)) {
      found.add(`${where}: ${value}`);
    }
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (!UNREAD.test(key)) {
        escaped(one, Array.isArray(value) ? where : `${where}.${key}`, found);
      }
    }
  }
}

test('no visible sentence of the scene escapes the catalogue', () => {
  const write = {
    kind: 'insert',
    node: 'A',
    ...TABLE,
    key: { id: 2 },
    values: { name: 'Bob' },
    consistency: 'QUORUM',
  } as const;
  const read = { kind: 'select', node: 'B', ...TABLE, key: { id: 1 }, consistency: 'ALL' } as const;
  let run: Timeline = settled(play(play(usersRun(), add('A', 'email')), add('B', 'phone')));
  run = settled(play(settled(play(run, write)), read));
  run = settled(play(run, { kind: 'crash', node: 'C' }, { kind: 'restart', node: 'C' }));
  const found = new Set<string>();
  for (let step = 0; step <= run.steps.length; step++) {
    const scene = project(run, { step, fraction: 0 }, { selection: null, tableKey: null });
    escaped(scene, 'scene', found);
    for (const view of VIEWS.filter((one) => one !== 'cluster')) {
      escaped(describeView(scene, view), view, found);
    }
  }
  expect([...found]).toEqual([]);
});
