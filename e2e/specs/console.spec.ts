// The CQL console of a node, by keyboard and by mouse: what is typed becomes steps, and answers come when messages do.

import { expect, test } from '../fixtures/app.ts';
import { findingsOf } from '../fixtures/axe.ts';

test('a statement typed on a node is a step, its echo stands in the console, and going back takes it back', async ({
  app,
}) => {
  const { page } = app;
  await app.press(app.node('B').getByRole('button', { name: 'CQL console on B' }));
  const input = page.getByRole('textbox', { name: 'CQL on B' });
  const log = page.getByRole('region', { name: 'Asked and answered on B' });
  await expect(input).toBeFocused();
  await app.enter(input, 'ALTER TABLE users ADD email text');
  await input.press('Enter');
  await expect(input).toHaveValue('');
  await expect(app.column('B', 'email')).toBeVisible();
  await expect(app.column('A', 'email')).toHaveCount(0);
  await expect(log.getByRole('listitem')).toHaveText([
    /ALTER TABLE users ADD email text.*Done: users on B/su,
  ]);
  await app.ask('undo');
  await expect(log).toContainText('Nothing has been asked of B yet.');
  await app.ask('redo');
  await expect(log.getByRole('listitem')).toHaveCount(1);
});

test('a read waits for its replicas, then shows the rows and the version that they conform to', async ({
  app,
}) => {
  const { page } = app;
  await page.keyboard.press(':');
  const input = page.getByRole('textbox', { name: 'CQL on A' });
  await app.enter(input, 'CONSISTENCY ALL; TRACING ON; SELECT * FROM users WHERE id = 1;');
  await input.press('Enter');
  const log = page.getByRole('region', { name: 'Asked and answered on A' });
  await expect(log).toContainText('A waits for 2 of 3 replicas to answer.');
  await expect(
    log.getByRole('list', { name: 'Messages of this statement' }).getByRole('listitem'),
  ).toHaveCount(2);
  await app.nextToTheEnd();
  await expect(log.getByRole('table').getByRole('row')).toHaveText([/id\s*name/u, /1\s*Ada/u]);
  await expect(log).toContainText(/1 row, in version\s*V0/u);
  await app.back();
  await app.seek(1);
  await expect(log).toContainText('A waits for 2 of 3 replicas to answer.');
});

test('a script stops at what is wrong: the rest is kept, the place is told', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('`');
  const input = page.getByRole('textbox', { name: 'CQL on A' });
  await app.enter(
    input,
    'USE demo;\nINSERT INTO users (id, name)\n  VALUES (2, Eve);\nSELECT * FROM users WHERE id = 2;',
  );
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'line' })).toContainText(
    /line 2:14 expected a value, found 'Eve'.*1 of 3 statements done, the rest is kept here/u,
  );
  await expect(input).toHaveValue(
    'INSERT INTO users (id, name)\n  VALUES (2, Eve);\nSELECT * FROM users WHERE id = 2;',
  );
  await expect(input).toBeFocused();
});

test('what a node refuses is marked where it stands, and the script can go on behind it', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('`');
  const input = page.getByRole('textbox', { name: 'CQL on A' });
  const log = page.getByRole('region', { name: 'Asked and answered on A' });
  await app.enter(
    input,
    'CREATE INDEX ON users (name);\nALTER TABLE users\n  DROP nmae;\nCREATE TABLE t (id int PRIMARY KEY) WITH gc_grace_seconds = 10;',
  );
  await input.press('Enter');
  const onward = page.getByRole('button', { name: 'Leave it out and run the rest' });
  await app.press(onward);
  await expect(page.getByRole('alert').filter({ hasText: 'line' })).toContainText(
    'line 2:8 Column nmae was not found in table demo.users. Did you mean name?',
  );
  // In what is typed and in the log alike.
  await expect(page.locator('form [data-wrong]')).toHaveText('nmae');
  await expect(log.locator('[data-wrong]')).toHaveText(['INDEX', 'nmae']);
  await expect(input).toBeFocused();
  await expect.poll(() => input.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(25);
  await onward.focus();
  await page.keyboard.press('Enter');
  await expect(input).toHaveValue('');
  await expect(onward).toHaveCount(0);
  await expect(log).toContainText('Read and left out, not modelled here: gc_grace_seconds.');
});

test('Tab proposes what the node knows, arrows and Enter pick, Escape leaves the text; the history comes back', async ({
  app,
}) => {
  const { page } = app;
  await app.addColumn('A', 'email');
  await page.keyboard.press(':');
  const input = page.getByRole('textbox', { name: 'CQL on A' });
  await input.pressSequentially('SELECT ');
  await input.press('Tab');
  const options = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
  await expect(options).toContainText(['*', 'id', 'email', 'name']);
  await input.press('ArrowDown');
  await input.press('ArrowDown');
  await expect(options.nth(2)).toHaveAttribute('aria-selected', 'true');
  await input.press('Enter');
  await expect(input).toHaveValue('SELECT email');
  await input.pressSequentially(' FROM us');
  await input.press('Tab');
  await expect(input).toHaveValue('SELECT email FROM users');
  await input.pressSequentially(' WHERE id = 1');
  await input.press('Enter');
  await expect(input).toHaveValue('');
  await input.press('ArrowUp');
  await expect(input).toHaveValue('SELECT email FROM users WHERE id = 1');
  await input.press('ArrowDown');
  await expect(input).toHaveValue('');
  await input.pressSequentially('SEL');
  await input.press('Escape');
  await expect(page.getByRole('heading', { name: 'CQL console' })).toHaveCount(0);
  await page.keyboard.press(':');
  await expect(input).toHaveValue('SEL');
});

test('what is clicked is echoed as CQL, values by the type of their column', async ({ app }) => {
  const { page } = app;
  await app.write('A', { id: '2', name: '12345678901234567890' });
  await app.press(app.node('A').getByRole('button', { name: 'CQL console on A' }));
  const log = page.getByRole('region', { name: 'Asked and answered on A' });
  await expect(log.getByRole('listitem').first()).toContainText(
    "INSERT INTO demo.users (id, name) VALUES (2, '12345678901234567890');",
  );
});

for (const theme of ['Light', 'Dark', 'Projector'] as const) {
  test(`axe finds nothing in a console in the theme ${theme}`, async ({ app }) => {
    const { page } = app;
    await app.chooseTheme(theme);
    await page.keyboard.press(':');
    const input = page.getByRole('textbox', { name: 'CQL on A' });
    const script =
      'PREPARE ins AS INSERT INTO users (id, name) VALUES (?, ?); TRACING ON; SELECT * FROM users WHERE id = 1; HELP; SELEC';
    await app.enter(input, script);
    await input.press('Enter');
    await app.ask('settle');
    await input.press('End');
    await input.pressSequentially('T ');
    await input.press('Tab');
    await expect(page.getByRole('listbox', { name: 'Completions' })).toBeVisible();
    expect(await findingsOf(page)).toEqual([]);
  });
}
