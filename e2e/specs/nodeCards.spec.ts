// The cards of the nodes, what is inside a node, several tables and shards, and one selection in all views.

import type { Locator } from '@playwright/test';
import { type AppPage, expect, test } from '../fixtures/app.ts';
import {
  add,
  agree,
  agreeAndRead,
  alter,
  openCluster,
  part,
  read,
  USERS,
  VISITS,
  visitsSetup,
} from '../fixtures/runs.ts';

const pick = (app: AppPage, node: string, column: string) =>
  app.node(node).getByRole('button', { name: `Select column ${column} on ${node}` });

const inside = (app: AppPage) => app.page.getByRole('region', { name: 'Inside a node' });
const inspector = (app: AppPage) => app.page.getByRole('region', { name: 'Inspector' });

async function openInspector(app: AppPage): Promise<void> {
  await app.press(app.page.getByRole('button', { name: 'More views' }));
  await app.press(app.page.getByRole('menuitem', { name: 'Inspector' }));
  await expect(inspector(app).getByRole('heading', { level: 3 })).toBeVisible();
}

test('chips are in the order of their ids; the step that moves one says where from', async ({
  app,
  page,
}) => {
  await part(app);
  const columns = app.node('A').getByRole('list', { name: 'Columns of users on A' }).getByRole('listitem');
  await expect(columns).toHaveText([/^email/, /^name/]);
  await expect(app.column('A', 'name')).toHaveAccessibleName('name, regular, id 1, text');
  await expect(app.column('C', 'name')).toHaveAccessibleName('name, regular, id 0, text');
  await app.deliver(/\+email, A to B/);
  await expect(app.node('B').getByRole('list', { name: 'Columns of users on B' })).toContainText('0→1');
  // Two ids in a chip take more room: what adds a column keeps to their line all the same.
  await page.setViewportSize({ width: 1440, height: 900 });
  await app.deliver(/\+phone, B to C/);
  await app.deliver(/\+email, A to C/);
  const columnsOfC = app.node('C').getByRole('list', { name: 'Columns of users on C' });
  await expect(columnsOfC).toContainText('1→2');
  const topOf = async (one: Locator) => (await one.boundingBox())?.y;
  expect(await topOf(app.node('C').getByRole('button', { name: 'Add column on C' }))).toBe(
    await topOf(app.column('C', 'phone')),
  );
});

test('four cards beside each other have heads of one height, however long the name of a version', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openCluster(app, { nodes: 'ABCD' });
  await app.ask('do', add('A', 'email'));
  await app.settled();
  const tops = await Promise.all(
    [...'ABCD'].map(async (node) => (await app.column(node, 'name').boundingBox())?.y),
  );
  expect(new Set(tops).size).toBe(1);
});

test('among chips the arrows move, Enter selects, Delete asks whether to drop', async ({ app, page }) => {
  await agree(app);
  await pick(app, 'A', 'email').focus();
  await page.keyboard.press('ArrowRight');
  await expect(pick(app, 'A', 'name')).toBeFocused();
  await page.keyboard.press('End');
  await expect(pick(app, 'A', 'phone')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(pick(app, 'A', 'email')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('dialog', { name: 'Drop email?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
  await expect(pick(app, 'A', 'email')).toBeFocused();
});

test('a column that is dropped falls out with the reason, and its cells with theirs', async ({ app }) => {
  await app.addColumn('B', 'email');
  await app.dropColumn('B', 'name');
  const fallen = app.node('B').getByRole('list', { name: 'Dropped in this step on B' });
  await expect(fallen.getByRole('listitem')).toContainText(['name']);
  await app.ask('do', read('B'));
  await app.settled();
  const discarded = app.node('B').getByRole('list', { name: 'Discarded from row 1' });
  await expect(discarded).toContainText('Ada');
  // By mouse too: nothing that comes into sight moves it away from under the pointer.
  await discarded.getByRole('button').click();
  await expect(app.node('B').getByRole('button', { name: 'Inspect', exact: true })).toBeVisible();
});

test('an entry keeps the version it was stored at until it is touched; the count says how many', async ({
  app,
}) => {
  await agree(app);
  await expect(app.node('B')).toContainText('0 of 1 entry at the current version');
  await expect(app.node('B').getByRole('button', { name: 'Version V0 of row 1' })).toBeVisible();
  await app.ask('do', read('B'));
  await app.settled();
  await expect(app.node('B')).toContainText('1 of 1 entry at the current version');
  await expect(app.node('B').getByRole('button', { name: 'Version Z of row 1' })).toBeVisible();
  await expect(app.node('A')).toContainText('0 of 1 entry at the current version');
});

test('an entry says what its boxes mean to whoever goes there', async ({ app, page }) => {
  await agreeAndRead(app);
  const cells = app.entry('B', '1').getByRole('cell');
  await expect(cells).toHaveText(['–', 'Ada', '–']);
  await app.node('B').getByRole('button', { name: 'Version Z of row 1' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(cells).toHaveText(['–', 'Ada', '–', 'email', 'name', 'phone']);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(pick(app, 'B', 'name')).toHaveAttribute('aria-pressed', 'false');
  await openInspector(app);
  await expect(inspector(app)).toContainText('Cell');
  await expect(inspector(app)).toContainText('Ada');
});

test('a read as of an older version answers in it, and upgrades the entry in place', async ({
  app,
  page,
}) => {
  await agree(app);
  await app.press(app.node('B').getByRole('button', { name: 'Read on B' }));
  await page.getByRole('dialog', { name: 'Read' }).getByText('More', { exact: true }).click();
  const versions = app.dialog.getByRole('combobox', { name: 'As version' });
  const v0 = (await versions.getByRole('option').allInnerTexts()).find((text) => text.startsWith('V0'));
  await versions.selectOption(v0 ?? '');
  await app.dialog.getByRole('textbox', { name: 'id' }).fill('1');
  await app.dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await app.settled();
  await expect(app.answer('B').getByRole('rowheader')).toHaveText(['id', 'name']);
  await expect(app.node('B')).toContainText(/Answer in V0, [0-9a-f]{4}, as it was asked/);
  await expect(app.entry('B', '1')).toHaveAccessibleName(/stored at version Z; means email, name, phone$/);
});

test('inside a node: registry, stores, commitlog, gossip, system rows; one goes on stepping meanwhile', async ({
  app,
  page,
}) => {
  await part(app);
  await app.press(app.node('B').getByRole('button', { name: 'More about B' }));
  await expect(inside(app).getByRole('heading', { name: 'Node B', level: 3 })).toBeVisible();
  const registry = inside(app).getByRole('table', { name: 'Registry of B' });
  await expect(registry.getByRole('row')).toHaveText([
    /^version/,
    /^V0.*LOADEDSYNCED1 entry$/,
    /^Y.*LOADEDSYNCEDtable$/,
  ]);
  for (const fold of ['Commitlog', 'What gossip told', 'Rows of the system tables']) {
    await inside(app)
      .getByText(new RegExp(`^${fold}`))
      .click();
  }
  await expect(inside(app)).toContainText('columns');
  await expect(inside(app).getByText(/^@\d+/).first()).toBeVisible();

  await app.deliver(/\+email, A to B/);
  await expect(registry.getByRole('row').filter({ hasText: 'table' })).toHaveText(/^Z.*LOADEDSYNCED/);

  await inside(app).getByRole('button', { name: 'C', exact: true }).click();
  await expect(inside(app).getByRole('heading', { name: 'Node C', level: 3 })).toBeVisible();
  await expect(app.node('C').getByRole('button', { name: 'Node C' })).toHaveAttribute('aria-pressed', 'true');

  await inside(app).getByRole('button', { name: 'Flush memtable' }).click();
  await expect(app.narration()).toContainText(/flush/);
  await expect(
    inside(app).getByRole('table', { name: 'Row 1 in sstable 1 of C, stored by column names' }),
  ).toBeVisible();
  await inside(app).getByRole('button', { name: 'Crash' }).click();
  await expect(inside(app).getByRole('button', { name: 'Restart' })).toBeVisible();
  await expect(app.node('C').getByText(/down/).first()).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(inside(app)).toHaveCount(0);
});

test('nine nodes share the stage on compact cards that count and keep all four buttons', async ({
  app,
  page,
}) => {
  await openCluster(app, { nodes: 'ABCDEFGHI' });
  await expect(page.getByRole('article')).toHaveCount(9);
  for (const name of ['Add column on I', 'Write on I', 'Read on I', 'More about I']) {
    await app.node('I').getByRole('button', { name }).click({ trial: true });
  }
  await app.addColumn('I', 'email');
  await expect(
    app.node('I').getByRole('list', { name: 'What I has' }).getByRole('listitem').first(),
  ).toHaveText('3 cols');
  await expect(
    app.node('A').getByRole('list', { name: 'What A has' }).getByRole('listitem').first(),
  ).toHaveText('2 cols');
  await app.press(app.node('I').getByRole('button', { name: 'More about I' }));
  await expect(inside(app).getByRole('table', { name: 'Registry of I' })).toBeVisible();
});

test('shards that stand apart show each its own strip, and a registry of its own', async ({ app }) => {
  await openCluster(app, { nodes: 'AB', shards: 2 });
  await app.ask('do', add('A', 'email'));
  await app.settled();
  const state = async () =>
    (await app.state()).nodes.map(({ shards }) => shards.map(({ tables }) => tables[0]?.version));
  // Step by step until one shard of B has switched and the other has not.
  for (let i = 0; i < 40; i++) {
    const b = (await state())[1] ?? [];
    if (b[0] !== b[1]) break;
    await app.next();
  }
  expect(new Set((await state())[1]).size).toBe(2);
  const shards = app.node('B').getByRole('list', { name: 'Shards of B' }).getByRole('listitem');
  await expect(shards).toHaveCount(2);
  const texts = await shards.allInnerTexts();
  expect(texts.map((text) => text.trim()[0])).toEqual(['0', '1']);
  await expect(app.node('B').getByRole('list', { name: /^Columns of users on B/ })).toHaveCount(2);
  await app.press(app.node('B').getByRole('button', { name: 'More about B' }));
  await expect(inside(app).getByRole('table', { name: /^Registry of B, shard [01]$/ })).toHaveCount(2);
});

test('of several tables the chosen one gives hues, versions, ids and entries', async ({ app, page }) => {
  await openCluster(app, { more: visitsSetup });
  await app.ask('do', add('A', 'email'));
  await app.settled();
  const table = page.getByRole('group', { name: 'Table' });
  await expect(table.getByRole('radio', { name: 'users' })).toBeChecked();
  expect((await app.versions()).length).toBe(2);

  await table.getByRole('radio', { name: 'users' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(table.getByRole('radio', { name: 'visits' })).toBeChecked();
  await expect
    .poll(() => app.versions())
    .toEqual(['V0. Columns user, day, badge, note. Current on A, B, C.']);
  await expect(app.column('A', 'badge')).toHaveAccessibleName('badge, static, id 0, text');
  await expect(app.column('A', 'note')).toHaveAccessibleName('note, regular, id 0, text');
  await expect(app.column('A', 'day')).toHaveAccessibleName('day, clustering key, id 0, int');
  await expect(
    app.node('A').getByRole('table', { name: /stored at version V0, static cells; means badge$/ }),
  ).toBeVisible();
  await expect(
    app.node('A').getByRole('table', { name: /stored at version V0, clustering key 2; means note$/ }),
  ).toBeVisible();
  await app.ask('do', alter('B', [{ kind: 'add', name: 'age', type: 'int' }], VISITS));
  await app.settled();
  await expect(app.version('X')).toHaveAccessibleName(
    'X. Contains V0. Columns user, day, badge, age, note. Current on B.',
  );
});

test.describe('one selection in all views', () => {
  test('a node: its card, the registry inside, the versions that it does not know', async ({ app }) => {
    await part(app);
    const head = app.node('A').getByRole('button', { name: 'Node A' });
    await head.click();
    await expect(head).toHaveAttribute('aria-pressed', 'true');
    await expect(app.version('Y')).toHaveAccessibleName(/A does not know it/);
    await app.node('B').getByRole('button', { name: 'Node B' }).click();
    await expect(head).toHaveAttribute('aria-pressed', 'false');
    await openInspector(app);
    await expect(inspector(app).getByRole('heading', { name: 'Node B' })).toBeVisible();
  });

  test('a version, from a card, an entry, the diagram or the inspector', async ({ app, page }) => {
    await agreeAndRead(app);
    await openInspector(app);
    await app.node('A').getByRole('button', { name: 'Version Z of A' }).click();
    await expect(inspector(app).getByRole('heading', { name: 'Version Z' })).toBeVisible();
    await app.node('A').getByRole('button', { name: 'Version V0 of row 1' }).click();
    await expect(inspector(app).getByRole('heading', { name: 'Version V0' })).toBeVisible();
    await inspector(app).getByRole('button', { name: 'X', exact: true }).click();
    await expect(inspector(app).getByRole('heading', { name: 'Version X' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(inspector(app)).toHaveCount(0);
    await expect(app.version('X')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Escape');
    await expect(app.version('X')).toHaveAttribute('aria-pressed', 'false');
  });

  test('a message, from the list, is the one in the toolbar and in the inspector', async ({ app }) => {
    await part(app);
    await openInspector(app);
    await app.message(/\+phone, B to C/).click();
    await expect(inspector(app).getByRole('heading', { level: 3 })).toHaveText(/\+phone, B to C/);
    await expect(app.message(/\+phone, B to C/)).toHaveAttribute('aria-selected', 'true');
    await expect(app.messageTools).toBeVisible();
  });

  test('a column, from a chip: all chips, the ids, and the inspector', async ({ app }) => {
    await agree(app);
    await openInspector(app);
    await pick(app, 'C', 'name').click();
    for (const node of ['A', 'B', 'C']) {
      await expect(pick(app, node, 'name')).toHaveAttribute('aria-pressed', 'true');
    }
    await expect(inspector(app).getByRole('heading', { name: 'name', level: 3 })).toBeVisible();
    // What may be done with it moves to the card where it is pressed; pressed there again it is let go.
    await pick(app, 'A', 'name').click();
    await expect(pick(app, 'B', 'name')).toHaveAttribute('aria-pressed', 'true');
    await pick(app, 'A', 'name').click();
    await expect(pick(app, 'B', 'name')).toHaveAttribute('aria-pressed', 'false');
  });

  test('it goes along in time, and a script’s selection is the same one', async ({ app }) => {
    await agree(app);
    await app.ask('select', { kind: 'column', column: 'phone' });
    await expect(pick(app, 'B', 'phone')).toHaveAttribute('aria-pressed', 'true');
    await app.seek(4);
    await expect(pick(app, 'B', 'phone')).toHaveAttribute('aria-pressed', 'true');
    await expect(pick(app, 'A', 'phone')).toHaveCount(0);
    await app.ask('select', null);
    await expect(pick(app, 'B', 'phone')).toHaveAttribute('aria-pressed', 'false');
  });
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a phone reaches all of it: chips, cards, what is inside, and the way back', async ({ app, page }) => {
    await agree(app);
    await pick(app, 'A', 'name').tap();
    await expect(pick(app, 'C', 'name')).toHaveAttribute('aria-pressed', 'true');
    await app.node('B').getByRole('button', { name: 'Read on B' }).tap();
    await app.dialog.getByRole('button', { name: 'Row 1' }).tap();
    await expect(app.answer('B')).toBeVisible();
    await app.node('C').getByRole('button', { name: 'Drop column phone on C' }).tap();
    await app.dialog.getByRole('button', { name: 'Cancel' }).tap();
    await app.node('C').getByRole('button', { name: 'More about C' }).tap();
    await expect(inside(app).getByRole('heading', { name: 'Node C', level: 3 })).toBeVisible();
    await app.backButton.tap();
    await expect(inside(app)).toBeVisible();
    await inside(app).getByRole('button', { name: 'Close' }).tap();
    await expect(inside(app)).toHaveCount(0);
    await page.getByRole('button', { name: 'More about A' }).tap();
    await app.tab('Versions').tap();
    await expect(inside(app)).toHaveCount(0);
    await expect(app.version('Z')).toBeVisible();
  });
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  // On a phone, where cards stack, whoever reads scrolls the page.
  const answer = width === 1440 ? ', and so is the answer that reads it' : '';
  test(`a row of eight boxes is seen whole${answer}: ${width} px`, async ({ app, page }) => {
    await page.setViewportSize({ width, height });
    for (const name of ['c1', 'c2', 'c3', 'c4', 'c5', 'customer_email_address', 'delivered']) {
      await app.ask('do', add('A', name));
      await app.ask('settle');
    }
    const values = { name: 'Wilhelmina', customer_email_address: 'wilhelmina.f@example.com', c1: '12345' };
    await app.ask('do', {
      kind: 'insert',
      node: 'B',
      ...USERS,
      key: { id: 7 },
      values,
      consistency: 'ALL',
    });
    await app.ask('settle');
    await app.ask('do', { kind: 'select', node: 'B', ...USERS, key: { id: 7 }, consistency: 'ONE' });
    await app.settled();
    const card = app.node('B');
    const right = await card.evaluate((element) => element.getBoundingClientRect().right);
    expect(right).toBeLessThanOrEqual(width);
    const boxes = card.getByRole('table', { name: /row 7/i }).getByRole('cell');
    await expect(boxes).toHaveCount(8);
    const ends = await boxes.evaluateAll((all) => all.map((box) => box.getBoundingClientRect().right));
    expect(Math.max(...ends)).toBeLessThanOrEqual(right);
    if (answer !== '') {
      await expect(card.getByRole('row', { name: /delivered/ })).toBeInViewport({ ratio: 1 });
      // In a low window a card scrolls, and fades where it goes on.
      await page.setViewportSize({ width: 1280, height: 600 });
      await app.settled();
      const masks = () =>
        card.evaluate((element) =>
          [...element.querySelectorAll('*')]
            .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 8)
            .map((part) => getComputedStyle(part))
            .filter(({ overflowY }) => overflowY === 'auto')
            .map(({ maskImage, maskSize }) => [maskImage, maskSize]),
        );
      const gradient: unknown = expect.stringContaining('gradient');
      expect(await masks()).toEqual([[gradient, '100% 100%, 100% 100%']]);
      // At its beginning no fade is seen above: it lies beyond the edge.
      await card.locator('.card-body').evaluate((body) => {
        body.scrollTop = 0;
      });
      await expect.poll(masks).toEqual([[gradient, '100% calc(100% + 28px), 100% 100%']]);
    }
  });
}
