import { expect, test } from 'vitest';
import { type CommandDraft, configOf } from '../../engine/index.ts';
import { FIRST_KEYSPACE, FIRST_SEED, FIRST_TABLE, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import { createAutomation } from './automation.ts';

const TABLE = { keyspace: FIRST_KEYSPACE, table: FIRST_TABLE } as const;
const ADD: CommandDraft = {
  kind: 'alter-table',
  node: 'A',
  ...TABLE,
  changes: [{ kind: 'add', name: 'email', type: 'text' }],
};
const READ: CommandDraft = { kind: 'select', node: 'B', ...TABLE, key: { id: 1 }, consistency: 'ONE' };

function scripted() {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  const automation = createAutomation(session, async () => undefined);
  return { session, automation };
}

test('a script switches a protection off, and is told where the runs part and why a promise breaks', async () => {
  const { automation } = scripted();
  automation.do(ADD);
  await automation.settle();
  automation.do(READ);
  expect(automation.verdict()).toEqual([]);
  const { branch, beside, parting } = automation.protect({ versionTags: false });
  expect([branch, beside]).toEqual([1, 0]);
  expect(parting).toBeGreaterThan(0);
  const last = automation.run().commands.length;
  automation.seek(last);
  const [broken, ...others] = automation.verdict();
  expect(others).toEqual([]);
  expect(broken).toMatchObject({
    promise: 'I14',
    step: last,
    witness: { fault: { kind: 'wrong-name', name: 'email', text: 'Ada', writtenFor: 'name' } },
    inevitable: { proven: true },
  });
  expect(broken?.why.at(-1)).toMatchObject({ off: ['versionTags'] });
});

test('protections that there are not are refused with a sentence, and nothing changes', () => {
  const { automation, session } = scripted();
  const before = session.store.getState().branches;
  expect(() => automation.protect({ seatBelts: true } as never)).toThrow(/seatBelts/);
  expect(session.store.getState().branches).toBe(before);
});

test('a stored run is exhibited with the other rules beside it, and the run before is kept', () => {
  const { session } = scripted();
  const config = configOf({ nodes: ['A', 'B'] });
  const open = session.open({ seed: 2, config });
  if (!open.ok) {
    throw new Error(open.problem);
  }
  const shown = session.exhibit({
    title: 'Shown',
    timeline: open.value,
    step: 0,
    beside: { droppedAt: false },
  });
  expect(shown.ok).toBe(true);
  const { title, branches, current, turn, earlier } = session.store.getState();
  expect([title, branches.length, current, turn?.was, turn?.is]).toEqual(['Shown', 2, 0, 1, 0]);
  expect(earlier.length).toBe(2);
});
