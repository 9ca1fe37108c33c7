// What is told of whatever is selected, the event log, the comparison, the legend, and every view in words.

import { createHash } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { type AppPage, expect, test } from '../fixtures/app.ts';
import { add, agree, agreeAndRead, part, read, USERS } from '../fixtures/runs.ts';

const drawer = (app: AppPage, title: string): Locator =>
  app.page.getByRole('region', { name: title, exact: true });

async function open(app: AppPage, title: string): Promise<Locator> {
  await app.press(app.page.getByRole('button', { name: 'More views' }));
  await app.press(app.page.getByRole('menuitem', { name: title }));
  await expect(drawer(app, title)).toBeVisible();
  return drawer(app, title);
}

const title = (panel: Locator): Locator => panel.getByRole('heading', { level: 3 });

/** A part of the inspector by its heading; opens it if it is folded. */
async function section(panel: Locator, name: string): Promise<Locator> {
  const heading = panel.page().getByRole('heading', { name, exact: true, level: 4 });
  const group = panel.getByRole('group').filter({ has: heading });
  if (!(await group.evaluate((element) => element.hasAttribute('open')))) await heading.click();
  return group;
}

const rowOf = (group: Locator, text: string | RegExp): Locator =>
  group.getByRole('row').filter({ hasText: text });

test('without a selection it tells the step at the playhead, and goes along', async ({ app }) => {
  await part(app);
  const panel = await open(app, 'Inspector');
  await expect(title(panel)).toHaveText('Step 4');
  await expect(panel).toContainText('B merges its own change: V0 becomes Y.');
  await app.back();
  await expect(title(panel)).toHaveText('Step 3');
  await app.seek(0);
  await expect(title(panel)).toHaveText('Start');
});

test('the bytes that it shows for a version hash to that very version', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await agree(app);
  const { nodes } = await app.state();
  const now = nodes[0]?.shards[0]?.tables[0]?.version ?? '';
  await app.seek(4);
  const parted = (await app.tables()).map(({ version }) => version);
  await app.ask('seek', await app.steps());
  const versions = [...new Set([now, ...parted])];
  expect(versions).toHaveLength(4);

  const panel = await open(app, 'Inspector');
  for (const version of versions) {
    await app.ask('select', { kind: 'version', version });
    await expect(panel).toContainText(version);
    const bytes = await section(panel, 'Bytes that make the version');
    for (const more of await bytes.getByRole('button', { name: 'Show all' }).all()) await more.click();
    const parts = await bytes
      .getByRole('table')
      .getByRole('row')
      .evaluateAll((rows) => rows.map((row) => row.querySelector('td:last-child')?.textContent ?? ''));
    const shown = parts.join('').replaceAll(/Show less|[ \s]/g, '');
    expect(shown).toMatch(/^[0-9a-f]{200,}$/);
    expect(versionFrom(shown)).toBe(version);

    await bytes.getByRole('definition').filter({ hasText: 'bytes' }).getByRole('button').click();
    await expect(bytes.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
    expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  }
});

/** MD5 of the MD5 of the bytes, as a name-based UUID: what a schema version is. */
function versionFrom(hex: string): string {
  const md5 = (data: Buffer): Buffer => createHash('md5').update(data).digest();
  const digest = md5(md5(Buffer.from(hex, 'hex')));
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x30;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

test.describe('of every kind of thing', () => {
  test.beforeEach(async ({ app }) => {
    await agreeAndRead(app);
    await app.ask('do', {
      kind: 'insert',
      node: 'A',
      ...USERS,
      key: { id: 2 },
      values: { email: 'bob@x' },
      consistency: 'QUORUM',
    });
    await app.ask('settle');
  });

  test('a version: columns with ids, what it contains, who has it', async ({ app }) => {
    const panel = await open(app, 'Inspector');
    await app.node('A').getByRole('button', { name: 'Version Z of A' }).click();
    await expect(panel).toContainText('3 nodes stand at Z now.');
    await expect((await section(panel, 'Columns')).getByRole('row')).toHaveText([
      /^ColumnKindId/,
      /^idpartition key0int/,
      /^emailregular0text/,
      /^nameregular1text/,
      /^phoneregular2text/,
    ]);
    const contains = await section(panel, 'What it contains');
    for (const name of ['V0', 'X', 'Y']) {
      await expect(contains.getByRole('button', { name, exact: true })).toBeVisible();
    }
    await expect(rowOf(await section(panel, 'Who has it'), /^A/)).toContainText('loadedsynced');
  });

  test('a node: clock, stores, registry, gossip, system rows with their timestamps', async ({ app }) => {
    const panel = await open(app, 'Inspector');
    await app.node('B').getByRole('button', { name: 'Node B' }).click();
    await expect(panel).toContainText('Its table users stands at Z.');
    await expect(rowOf(await section(panel, 'Tables'), 'users')).toHaveText('usersZ2002');
    await expect((await section(panel, 'Schema registry')).getByRole('row').nth(1)).toContainText(
      'loadedsynced',
    );
    await expect(rowOf(await section(panel, 'What gossip told'), /^A/)).toBeVisible();
    const stamps = panel.getByText(/^@\d+$/);
    for (const heading of await panel.getByRole('heading', { level: 4, name: /system/i }).all()) {
      await heading.click();
    }
    await expect(stamps.first()).toBeAttached();
  });

  test('a registry entry: its states, who holds it, and its whole history', async ({ app }) => {
    const panel = await open(app, 'Inspector');
    await app.press(app.node('A').getByRole('button', { name: 'More about A' }));
    const inside = drawer(app, 'Inside a node');
    await inside.getByRole('table', { name: 'Registry of A' }).getByRole('button', { name: /^Z/ }).click();
    await app.page.keyboard.press('Escape');
    await open(app, 'Inspector');
    await expect(title(panel)).toHaveText('Z on A');
    await expect(panel).toContainText('A knows what Z looks like. It is marked as merged there.');
    await expect(panel).toContainText('table users');
    await expect((await section(panel, 'States so far')).getByRole('row').nth(1)).toHaveText(
      /^Step 8loadedsynced/,
    );
    // A step in it leads there.
    await (await section(panel, 'States so far')).getByRole('button', { name: 'Step 8' }).click();
    expect(await app.step()).toBe(8);
  });

  test('a message: its verb, what it carries, and where it is', async ({ app }) => {
    await app.seek(4);
    const panel = await open(app, 'Inspector');
    await app.message(/\+email, A to B/).click();
    await expect(title(panel)).toContainText('+email, A to B');
    await expect(panel).toContainText('DEFINITIONS_UPDATE');
    await expect(panel).toContainText('The rows of the system tables that +email wrote, and no others.');
    const { id } = (await app.ask('pending')).find(({ from, to }) => from === 'A' && to === 'B') ?? {
      id: '',
    };
    await app.ask('deliver', id);
    await app.ask('select', { kind: 'message', message: id });
    await expect(panel).toContainText('delivered');
  });

  test('a column: its id on every node and in every version', async ({ app }) => {
    const panel = await open(app, 'Inspector');
    await app.node('A').getByRole('button', { name: 'Select column name on A' }).click();
    await expect(panel).toContainText('4 versions of users so far have it.');
    await expect((await section(panel, 'On the nodes now')).getByRole('row')).toHaveText([
      /^Node/,
      /^AZ1/,
      /^BZ1/,
      /^CZ1/,
    ]);
    await expect((await section(panel, 'Version by version')).getByRole('row')).toHaveText([
      /^Version/,
      /^V0Start0regular/,
      /^XStep 21regular/,
      /^YStep 40regular/,
      /^ZStep 51regular/,
    ]);
  });

  test('a cell: where it is, and its fate along every upgrade; from it, its entry', async ({ app }) => {
    const panel = await open(app, 'Inspector');
    await app.entry('B', '1').getByRole('button', { name: 'Ada' }).click();
    await expect(title(panel)).toHaveText('name of row 1');
    await expect(await section(panel, 'Its fate on B')).toContainText(
      'B upgrades its memtable entry from V0 to Z: the cell moves from box 0 to box 1.',
    );
    await expect((await section(panel, 'Where it is now')).getByRole('row')).toHaveText([
      /^Where/,
      /^AmemtableV00/,
      /^BmemtableZ1/,
      /^CmemtableV00/,
    ]);
    await panel.getByRole('button', { name: 'Row 1 in memtable of B' }).click();
    await expect(panel.getByText('Entry', { exact: true })).toBeVisible();
    await expect(title(panel)).toContainText('ow 1');
    // Whoever has followed a link stands at the head of what it led to.
    await expect(title(panel)).toBeFocused();
  });

  test('a statement: its CQL, its outcome, and what it cost', async ({ app }) => {
    const panel = await open(app, 'Inspector');
    await app.ask('select', { kind: 'statement', statement: 's4' });
    await expect(panel.getByText("INSERT INTO demo.users (id, email) VALUES (2, 'bob@x');")).toBeVisible();
    await expect(await section(panel, 'Outcome')).toContainText('done');
    await expect(await section(panel, 'What it cost so far')).toContainText('Writes sent2');
    await expect((await section(panel, 'Messages')).getByRole('row')).toHaveCount(5);
  });

  test('what is selected but not there at this step is said not to be there', async ({ app }) => {
    const panel = await open(app, 'Inspector');
    await app.ask('select', { kind: 'statement', statement: 's4' });
    await app.seek(2);
    await expect(panel).toContainText('No such statement has been given by this step.');
  });
});

test.describe('the event log', () => {
  const events = (app: AppPage): Locator => app.page.getByRole('listbox', { name: 'Events' });

  test('filters by node, subject and text, and says how many events there are', async ({ app }) => {
    await agree(app);
    const log = await open(app, 'Event log');
    const count = async (): Promise<number> =>
      Number.parseInt((await log.getByRole('status').textContent()) ?? '', 10);
    const all = await count();
    expect(all).toBeGreaterThan(40);
    await log.getByRole('combobox', { name: 'Node' }).selectOption('A');
    await expect.poll(count).toBeLessThan(all);
    await log.getByRole('combobox', { name: 'About' }).selectOption('Schema merges');
    await expect(events(app).getByRole('option').first()).toContainText('Schema merges');
    for (const text of await events(app).getByRole('option').allInnerTexts()) expect(text).toMatch(/\bA\b/);
    await log.getByRole('searchbox', { name: 'Text' }).fill('become Z');
    await expect(log.getByRole('status')).toHaveText('One event');
    await expect(events(app).getByRole('option')).toHaveText(
      /Step 8.*A merges B’s change: X and Y become Z\./,
    );
    await log.getByRole('searchbox', { name: 'Text' }).fill('nothing like it');
    await expect(log.getByRole('status')).toHaveText('No event matches.');
  });

  test('a row leads to its step, by a click and by keys; later steps show when asked for', async ({
    app,
    page,
  }) => {
    await agree(app);
    const log = await open(app, 'Event log');
    await log.getByRole('searchbox', { name: 'Text' }).fill('become Z');
    await events(app).getByRole('option').first().click();
    expect(await app.step()).toBe(5);
    // Now the later two lie in the future of the playhead.
    await expect(log.getByRole('status')).toHaveText('One event');
    await log.getByRole('checkbox', { name: 'Show later steps too' }).check();
    await expect(log.getByRole('status')).toHaveText('3 events');
    await events(app).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    expect(await app.step()).toBe(8);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    expect(await app.step()).toBe(7);
    const options = events(app).getByRole('option');
    await expect(options.first()).toHaveAttribute('aria-setsize', '3');
    await expect(options.nth(1)).toHaveAttribute('aria-posinset', '2');
  });
});

test.describe('compare', () => {
  const differences = (app: AppPage): Locator =>
    app.page.getByRole('list', { name: 'Differences' }).getByRole('listitem');

  test('two nodes: what differs in words, and each difference leads to its thing', async ({ app }) => {
    await part(app);
    const panel = await open(app, 'Compare');
    await expect(panel.getByRole('radio', { name: 'Nodes' })).toBeChecked();
    await expect(title(panel).first()).toHaveText(/^\d+ differences between A and B$/);
    await expect(differences(app).first()).toContainText(/A/);
    await differences(app).filter({ hasText: 'email' }).first().getByRole('button').click();
    await expect(app.node('A').getByRole('button', { name: 'Select column email on A' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await panel.getByRole('combobox', { name: 'Second side' }).selectOption('Node C');
    await expect(title(panel).first()).toHaveText(/between A and C$/);
    await expect(panel.getByRole('table', { name: 'A and C' })).toBeVisible();
  });

  test('two moments: was and is; the same moment is the same state', async ({ app }) => {
    await agree(app);
    const steps = await app.steps();
    const panel = await open(app, 'Compare');
    await panel.getByRole('radio', { name: 'Moments' }).check();
    await expect(differences(app).filter({ hasText: 'email' }).first()).toBeVisible();
    const first = panel.getByRole('spinbutton', { name: `First side: step, 0 to ${steps}` });
    await expect(first).toHaveValue('0');
    await first.fill(String(steps));
    await expect(panel).toContainText('Same state');
    await expect(differences(app)).toHaveCount(0);
    await app.seek(4);
    await panel.getByRole('button', { name: 'First side: this moment' }).click();
    await expect(first).toHaveValue('4');
    await expect(differences(app).first()).toBeVisible();
  });

  test('two branches: from the step at which they part; where both end alike they are equal', async ({
    app,
  }) => {
    await agree(app);
    await app.seek(4);
    await app.lose(/\+email, A to C/);
    const panel = await open(app, 'Compare');
    await panel.getByRole('radio', { name: 'Branches' }).check();
    await expect(title(panel).first()).toHaveText(/Main and Branch 1|Branch 1 and Main/);
    await expect(panel).toContainText(/step 4|part/);
    await expect(differences(app).first()).toBeVisible();
    // The order in which two nodes hear of it makes no difference in the end.
    await panel.getByRole('combobox', { name: 'Second side' }).selectOption('Main');
    await expect(panel).toContainText('Same state');
  });
});

test('the legend shows every mark beside its sentence, and colour is never alone', async ({ app, page }) => {
  await page.getByRole('main').press('l');
  const legend = drawer(app, 'Legend');
  await expect(legend.getByRole('heading', { level: 3 })).toHaveText([
    'Schema versions',
    'Columns and entries',
    'Messages',
    'Marks',
  ]);
  const items = legend.getByRole('listitem');
  expect(await items.count()).toBeGreaterThanOrEqual(20);
  for (const item of await items.all()) {
    await expect(item.getByRole('paragraph')).toHaveText(/^\S.{15,}\.$/);
    // A mark is drawn: something with a size stands beside the words.
    const drawn = await item.evaluate((element) => {
      const box = element.firstElementChild?.firstElementChild?.getBoundingClientRect();
      return box !== undefined && box.width > 8 && box.height > 8;
    });
    expect(drawn, (await item.textContent()) ?? '').toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(legend).toHaveCount(0);
});

test('every view can be had in words, at most five sentences, that follow the playhead', async ({
  app,
  page,
}) => {
  await part(app);
  for (const view of ['Cluster and history', 'Versions', 'Column ids', 'Time']) {
    const button = page.getByRole('button', { name: `Describe this view: ${view}` });
    await button.focus();
    await expect(button, view).toBeVisible();
    await page.keyboard.press('Enter');
    const words = drawer(app, 'In words');
    await expect(words.getByRole('group')).toHaveCount(5);
    for (const group of await words.getByRole('group').all()) {
      const sentences = group.getByRole('paragraph');
      expect(await sentences.count()).toBeGreaterThan(0);
      expect(await sentences.count()).toBeLessThanOrEqual(5);
    }
    await page.keyboard.press('Escape');
    await expect(words).toHaveCount(0);
    await expect(button).toBeFocused();
  }
  const words = await open(app, 'In words');
  await expect(words.getByRole('group', { name: 'Cluster' })).toContainText('A at X, B at Y, C at V0.');
  await app.ask('do', add('C', 'city'));
  await app.ask('settle');
  await app.ask('do', read('A'));
  await app.settled();
  await expect(words.getByRole('group', { name: 'Cluster' })).toContainText(/All 3 nodes are at V\d\./);
});

test('the menu of further views goes by keys alone, and gives the focus back', async ({ app, page }) => {
  const button = page.getByRole('button', { name: 'More views' });
  await button.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  const section = page.getByRole('group', { name: 'Look closer' });
  await expect(section.getByRole('menuitem').first()).toHaveText('Inspector');
  await page.keyboard.press('e');
  await expect(section.getByRole('menuitem', { name: 'Event log' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitemradio', { name: 'Projector' })).toBeFocused();
  // All of it is seen at once, and so it is on the smallest phone.
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(page.getByRole('menuitem').first()).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await expect(page.getByRole('menu')).toHaveCount(0);
  expect(await app.step()).toBe(0);
  await button.click();
  await page.getByRole('menuitem', { name: 'Promises' }).click();
  await expect(page.getByRole('region', { name: 'Promises' })).toBeVisible();
});
