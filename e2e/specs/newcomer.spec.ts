// The first minute of someone who has never heard of a schema version, and the turns they may take on the way.

import { type AppPage, expect, regularColumns, test } from '../fixtures/app.ts';

const NODES = ['A', 'B', 'C'] as const;
const ALL_THREE = ['email', 'name', 'phone'];

async function part(app: AppPage): Promise<void> {
  await app.addColumn('A', 'email');
  await app.addColumn('B', 'phone');
}

/** All nodes stand on one version with email, name and phone: by what one sees, and by what a script is told. */
async function expectAgreement(app: AppPage): Promise<void> {
  for (const node of NODES) {
    const columns = app.node(node).getByRole('list', { name: `Columns of users on ${node}` });
    await expect(columns.getByRole('listitem')).toHaveText([/^email/, /^name/, /^phone/]);
    await expect(app.node(node).getByText(/^Version Z, [0-9a-f]{4}; up$/)).toBeAttached();
  }
  await expect(app.version('Z')).toHaveAccessibleName(
    'Z. Contains X and Y. Columns id, email, name, phone. Current on A, B, C.',
  );
  const tables = await app.tables();
  expect(tables.map(regularColumns)).toEqual([ALL_THREE, ALL_THREE, ALL_THREE]);
  expect(new Set(tables.map(({ version }) => version)).size).toBe(1);
  expect((await app.state()).promises.filter(({ held }) => !held)).toEqual([]);
}

test.describe('with everything in motion', () => {
  test.use({ moves: true });

  test('two nodes part, Next brings all three to one version, and a read upgrades the row', async ({
    app,
  }) => {
    await expect(app.narration()).toContainText(/press \+ on A/);
    expect(await app.versions()).toEqual(['V0. Columns id, name. Current on A, B, C.']);
    expect(await app.page.getByRole('article').count()).toBe(3);

    await part(app);
    expect(await app.versions()).toEqual([
      'V0. Columns id, name. Current on C.',
      'X. Contains V0. Columns id, email, name. Current on A.',
      'Y. Contains V0. Columns id, name, phone. Current on B.',
    ]);
    // What each was told stands there in the field's own language.
    await expect(app.node('A').getByRole('code')).toHaveText('ALTER TABLE demo.users ADD email text');
    await expect(app.node('B').getByRole('code')).toHaveText('ALTER TABLE demo.users ADD phone text');
    await expect(app.onTheWay.getByRole('option')).toHaveCount(4);
    expect(new Set((await app.tables()).map(({ version }) => version)).size).toBe(3);

    await app.nextToTheEnd();
    await app.settled();
    await expectAgreement(app);
    await expect(app.onTheWay).toHaveCount(0);
    await expect(app.page.getByRole('code')).toHaveCount(0);

    // name had box 0 and has box 1, on every node and in the table of ids.
    for (const node of NODES)
      await expect(app.node(node).getByRole('listitem', { name: /^name, regular, id 1/ })).toBeAttached();
    const ids = app.columnIds.getByRole('table', { name: /name moves from 0 to 1/ });
    await expect(ids.getByRole('row').filter({ hasText: 'name' }).getByRole('cell')).toHaveText(['0', '1']);

    // Nobody has touched the row yet: it still lies there as it was written.
    for (const node of NODES) {
      await expect(app.entry(node, '1')).toHaveAccessibleName(/stored at version V0; means name$/);
      await expect(app.entry(node, '1').getByRole('cell')).toHaveText(['Ada']);
    }

    await app.read('B');
    await app.settled();
    await expect(app.answer('B').getByRole('rowheader')).toHaveText(['id', 'email', 'name', 'phone']);
    await expect(app.answer('B').getByRole('cell')).toHaveText(['1', '–', 'Ada', '–']);
    await expect(app.entry('B', '1')).toHaveAccessibleName(/stored at version Z; means email, name, phone$/);
    await expect(app.entry('B', '1').getByRole('cell')).toHaveText(['–', 'Ada', '–']);
    await expect(app.entry('A', '1')).toHaveAccessibleName(/stored at version V0/);
    await expect(app.narration()).toHaveText('B touches row 1: name moves from box 0 to box 1.');

    const [onA, onB] = await app.tables();
    expect(onB?.entries.map(({ version }) => version)).toEqual([onB?.version]);
    expect(onA?.entries.map(({ version }) => version)).not.toEqual([onA?.version]);
  });
});

test('the news may arrive in another order: the version at the end is the same', async ({ app }) => {
  await part(app);
  const run = await app.ask('run');
  await app.nextToTheEnd();
  const soonest = (await app.tables())[0]?.version;

  await app.ask('load', run);
  const order = [/\+phone, B to C/, /\+phone, B to A/, /\+email, A to C/, /\+email, A to B/];
  for (const label of order) await app.deliver(label);
  await expectAgreement(app);
  expect((await app.tables()).map(({ version }) => version)).toEqual([soonest, soonest, soonest]);
});

test('a push that is lost is repaired by gossip once time passes', async ({ app }) => {
  await app.addColumn('A', 'email');
  await app.lose(/\+email, A to C/);
  await expect(app.narration()).toContainText(/lost/);
  await app.deliver(/\+email, A to B/);
  expect((await app.tables()).map(regularColumns)).toEqual([['email', 'name'], ['email', 'name'], ['name']]);

  await app.nextToTheEnd();
  expect((await app.tables()).map(regularColumns)).toEqual(Array(3).fill(['email', 'name']));
  expect(new Set((await app.tables()).map(({ version }) => version)).size).toBe(1);
});

test('a message that arrives twice changes nothing the second time', async ({ app }) => {
  await app.addColumn('A', 'email');
  await app.duplicate(/\+email, A to C/);
  const copies = (await app.ask('pending')).filter(({ kind, to }) => kind === 'message' && to === 'C');
  expect(copies).toHaveLength(2);
  await expect(app.message(/\+email, A to C/)).toHaveCount(2);
  await app.ask('deliver', copies[0]?.id ?? '');
  const once = (await app.tables())[2]?.version;
  await app.deliver(/\+email, A to C/);
  expect((await app.tables())[2]?.version).toBe(once);
  expect(regularColumns((await app.tables())[2])).toEqual(['email', 'name']);
});

test('a column that is dropped on one node goes from all of them', async ({ app }) => {
  await app.dropColumn('B', 'name');
  expect((await app.tables()).map(regularColumns)).toEqual([['name'], [], ['name']]);
  await app.nextToTheEnd();
  expect((await app.tables()).map(regularColumns)).toEqual([[], [], []]);
  await app.read('A');
  await app.nextToTheEnd();
  await expect(app.answer('A').getByRole('rowheader')).toHaveText(['id']);
});

test('a row that is written under the new columns reaches all nodes', async ({ app }) => {
  await app.addColumn('A', 'email');
  await app.nextToTheEnd();
  await app.write('A', { id: '2', email: 'bob@x', name: 'Bob' });
  await app.nextToTheEnd();
  for (const node of NODES) {
    await expect(app.entry(node, '2').getByRole('cell')).toHaveText(['bob@x', 'Bob']);
  }
  await app.read('C', '2');
  await app.nextToTheEnd();
  await expect(app.answer('C').getByRole('cell')).toHaveText(['2', 'bob@x', 'Bob']);

  // A set is written as in CQL; a row that has one can be written again as the dialog proposes.
  await app.addColumn('A', 'tags', 'set<text>');
  await app.write('A', { tags: "{'x', 'y'}" });
  await app.write('A', {});
  await expect(app.entry('A', '1').getByRole('cell').last()).toHaveText('2 elements');
});

test('back and the scrubber show what was, and change nothing', async ({ app }) => {
  await part(app);
  await app.nextToTheEnd();
  const [run, steps] = [await app.ask('run'), await app.steps()];
  await app.back();
  // The last announcements were one press of Next and are one of Back; each is a step all the same.
  expect(await app.step()).toBe(steps - 6);
  await expect(app.nextButton).toHaveAccessibleDescription('6 announcements heard');
  await app.next();
  expect(await app.step()).toBe(steps);
  await app.page.keyboard.press('Shift+ArrowLeft');
  expect(await app.step()).toBe(steps - 1);
  await app.seek(4);
  expect((await app.versions()).map((name) => name.slice(0, 2))).toEqual(['V0', 'X.', 'Y.']);
  await expect(app.onTheWay.getByRole('option')).toHaveCount(4);
  await app.seek(0);
  await expect(app.backButton).toBeDisabled();
  await app.seek(steps);
  await expectAgreement(app);
  expect(await app.ask('run')).toEqual(run);
});

test('acting in the past keeps the old run beside the new one', async ({ app }) => {
  await part(app);
  await app.nextToTheEnd();
  const [main, hash] = [await app.ask('run'), await app.ask('hash')];
  await expect(app.branch).toHaveCount(0);

  await app.seek(4);
  await app.addColumn('C', 'city');
  const fork = await app.ask('run');
  expect(fork.commands.slice(0, 4)).toEqual(main.commands.slice(0, 4));
  expect(fork.commands.slice(4).map(({ kind }) => kind)).toEqual(['alter-table', 'merge']);
  await expect(app.branch.getByRole('radio')).toHaveText([/^Main/, /^Branch 1/]);
  await expect(app.branch.getByRole('radio', { checked: true })).toHaveText('Branch 1');

  await app.press(app.branch.getByRole('radio', { name: /^Main/ }));
  expect(await app.ask('run')).toEqual(main);
  await app.page.keyboard.press('Escape');
  await app.seek(main.commands.length);
  expect(await app.ask('hash')).toBe(hash);
});

test('the command that came next anyway moves on without a second branch', async ({ app }) => {
  await app.addColumn('A', 'email');
  await app.deliver(/\+email, A to B/);
  const run = await app.ask('run');
  await app.back();
  await app.deliver(/\+email, A to B/);
  expect(await app.ask('run')).toEqual(run);
  await expect(app.branch).toHaveCount(0);
});

test('what cannot be done is refused in the dialog with a sentence, and nothing changes', async ({ app }) => {
  const [run, hash] = [await app.ask('run'), await app.ask('hash')];
  await app.askForColumn('A', 'name');
  await expect(app.dialog.getByRole('alert')).toHaveText(
    /Invalid column name name because it conflicts with an existing column.*\.$/,
  );
  await expect(app.dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('name');
  expect(await app.ask('run')).toEqual(run);
  expect(await app.ask('hash')).toBe(hash);

  await app.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.dialog).toHaveCount(0);
  await app.addColumn('A', 'email');
});

test('Next says what it will do, and says so when there is nothing', async ({ app }) => {
  await expect(app.nextButton).toHaveAccessibleDescription(/nothing is on its way/i);
  // A disabled look, yet it answers: whoever presses it is told why nothing happens.
  await app.nextButton.click({ force: true });
  await expect(app.page.getByRole('alert').filter({ hasText: 'Nothing is on its way' })).toBeVisible();
  expect(await app.steps()).toBe(0);
  await part(app);
  await expect(app.nextButton).toHaveAccessibleDescription(/\+email reaches B/);
  await app.next();
  await expect(app.narration()).toHaveText('B merges A’s change: Y and X become Z.');
});
