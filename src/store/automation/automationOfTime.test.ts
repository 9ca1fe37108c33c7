import { expect, test } from 'vitest';
import { FIRST_KEYSPACE, FIRST_SEED, FIRST_TABLE, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import { createAutomation, type SessionAutomation } from './automation.ts';

const table = { keyspace: FIRST_KEYSPACE, table: FIRST_TABLE };
const PUSH = 'DEFINITIONS_UPDATE A>C s1';

async function settled(): Promise<SessionAutomation> {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  const page = createAutomation(session, () => Promise.resolve());
  for (const [node, name] of [
    ['A', 'email'],
    ['B', 'phone'],
  ] as const) {
    page.do({ kind: 'alter-table', node, ...table, changes: [{ kind: 'add', name, type: 'text' }] });
  }
  await page.settle();
  return page;
}

test('a script moves a message, sees what became impossible, and finds both runs again', async () => {
  const page = await settled();
  const before = page.hash();
  page.seek(2);
  expect(page.pending().map(({ id }) => id)).toContain(PUSH);
  const places = page.places({ message: PUSH });
  expect(places.slice(0, 3)).toEqual([
    { place: 0, legal: false, problem: 'A sends it at step 1.' },
    { place: 1, legal: true, own: false, notTcp: false },
    { place: 2, legal: true, own: false, notTcp: false },
  ]);
  expect(page.preview({ message: PUSH, place: 2 })).toMatchObject({ node: 'C', step: 3, changed: true });
  const lost = page.edit({ kind: 'lose', message: PUSH, place: 2 });
  expect(lost).toMatchObject({ branch: 1, step: 3, skipped: [] });
  expect(page.undo()).toMatchObject({ branch: 0, step: 2 });
  expect(page.redo()).toMatchObject({ branch: 1, step: 3 });
  const gone = page.edit({ kind: 'remove', step: 1 });
  expect(gone.branch).toBe(2);
  expect(gone.skipped.map(({ step }) => step)).toContain(2);
  expect(page.branches().map(({ name, about, parent, left }) => [name, about, parent, left])).toEqual([
    ['Main', '', null, 0],
    ['Branch 1', 'push +email to C lost', 0, 2],
    ['Branch 2', 'without: +email on A', 1, 0],
  ]);
  page.switchBranch(0);
  page.jump({ to: 'version-change', direction: 1 });
  page.seek(page.run().commands.length);
  expect(page.hash()).toBe(before);
});

test('a script holds and releases a message, remembers a place, and picks out what it wants to show', async () => {
  const page = await settled();
  page.seek(2);
  expect(page.hold(PUSH)).toMatchObject({ branch: 1, step: 2 });
  page.seek(page.run().commands.length);
  await page.settle();
  expect(page.pending().map(({ id }) => id)).toEqual([PUSH]);
  page.release(PUSH);
  await page.settle();
  expect(page.pending()).toEqual([]);
  expect(page.bookmark('here')).toMatchObject({ id: 1, branch: 1, note: 'here' });
  page.select({ kind: 'node', node: 'B' });
  page.pick(null);
  page.speed(8);
  expect(page.seek(1, 0.5).step).toBe(1);
});

test.each<[string, (page: SessionAutomation) => unknown]>([
  ['an edit of no known kind', (page) => page.edit({ kind: 'dance' } as never)],
  ['no edit at all', (page) => page.edit(null as never)],
  ['a message that is not there', (page) => page.edit({ kind: 'lose', message: 'gone', place: 1 })],
  ['a place before it was sent', (page) => page.edit({ kind: 'lose', message: PUSH, seen: 2, place: 0 })],
  ['places of nothing', (page) => page.places({ message: 'gone' })],
  ['a preview of an illegal place', (page) => page.preview({ message: PUSH, seen: 2, place: 0 })],
  ['a release of what is not held', (page) => page.release(PUSH)],
  ['a hold of what is not there', (page) => page.hold('gone')],
  ['a redo of nothing', (page) => page.redo()],
  ['a jump to nowhere', (page) => page.jump({ to: 'moon', direction: 1 } as never)],
  ['a jump that finds nothing', (page) => page.jump({ to: 'broken-promise', direction: 1 })],
  ['a branch that is not there', (page) => page.switchBranch(4)],
  ['a selection of no known kind', (page) => page.select({ kind: 'moon' } as never)],
  ['a selection that names nothing', (page) => page.select({ kind: 'cell', entry: 'e' } as never)],
  ['half a pair', (page) => page.pick({ from: 'x' } as never)],
  ['a speed of no kind', (page) => page.speed(3 as never)],
  ['a fraction beyond the step', (page) => page.seek(1, 1.5)],
])('%s is refused with a sentence, and nothing changes', async (_name, refused) => {
  const page = await settled();
  const before = [page.run(), page.branches()];
  expect(() => refused(page)).toThrow(/^\S+ .+ .+\.$/s);
  expect([page.run(), page.branches()]).toEqual(before);
});
