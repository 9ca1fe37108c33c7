// Branches: acting in the past forks, editing it plays again, equal states rejoin; and what became impossible is listed.

import { expect, test } from '../fixtures/app.ts';
import { add, agree, LoomUnderHand, PHONE_TO_A, part } from '../fixtures/loom.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('another command in the past forks, the same command moves on', async ({ app }) => {
  await part(app);
  const first = (await app.ask('pending'))[0]?.id ?? '';
  await app.ask('deliver', first);
  const run = await app.ask('run');
  await app.seek(4);
  await app.ask('deliver', first);
  expect(await app.ask('run')).toEqual(run);
  await expect(app.branch).toHaveCount(0);

  await app.seek(4);
  await app.lose(/\+email, A to B/);
  await expect(app.page.getByText('The old run is kept: Main.')).toBeVisible();
  await expect(app.branch.getByRole('radio')).toHaveCount(2);
  await expect(app.branch.getByRole('radio', { checked: true })).toHaveText('Branch 1');
  expect(await app.ask('branches')).toMatchObject([
    { about: '' },
    { about: 'push +email to B lost', left: 4 },
  ]);
  // The same fork once more is the branch that is there already.
  await app.ask('switchBranch', 0);
  await app.seek(4);
  await app.lose(/\+email, A to B/);
  expect(await app.ask('branches')).toHaveLength(2);
});

test('[ and ] go from branch to branch at the same step; so do the arrows among the lanes', async ({
  app,
  page,
}) => {
  await part(app);
  await app.ask('next');
  await app.ask('seek', 4);
  await app.ask('do', add('C', 'city'));
  await app.ask('seek', 4);
  const checked = app.branch.getByRole('radio', { checked: true });
  const status = page.getByRole('status');
  await expect(status).toHaveText(/^Branch 1: B merges its own change/);
  await page.keyboard.press('[');
  await expect(checked).toHaveText('Main');
  expect(await app.step()).toBe(4);
  // The sentence of the moment is the same on both: which branch it is has to be said.
  await expect(status).toHaveText(/^Main: B merges its own change/);
  await page.keyboard.press(']');
  await expect(checked).toHaveText('Branch 1');
  await expect(status).toHaveText(/^Branch 1: B merges its own change/);
  await checked.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(checked).toHaveText('Main');
  await expect(checked).toBeFocused();
  await app.branch.getByRole('radio', { name: /^Branch 1/ }).click();
  await expect(checked).toHaveText('Branch 1');
  await expect(checked).toBeFocused();
});

test('branches that come to equal states are marked as one again', async ({ app }) => {
  await agree(app);
  const hash = await app.ask('hash');
  await app.ask('edit', { kind: 'deliver', message: await phoneToA(app), seen: 7, place: 4 });
  const [, branch] = await app.ask('branches');
  expect(branch?.rejoin).not.toBeNull();
  await app.ask('seek', branch?.rejoin?.a ?? 0);
  const rejoined = await app.ask('hash');
  await app.ask('switchBranch', 0);
  await app.ask('seek', branch?.rejoin?.b ?? 0);
  expect(await app.ask('hash')).toBe(rejoined);
  await app.ask('seek', await app.steps());
  expect(await app.ask('hash')).toBe(hash);
  const lane = app.branch.getByRole('radio', { name: /= same state$/ });
  await expect(lane).toHaveAccessibleDescription(
    /leaves Main at step 4, same state as Main from step \d+ on$/,
  );
});

test('what became impossible is listed with what it did and why it cannot be', async ({ app, page }) => {
  await app.ask('do', add('A', 'email'));
  await app.ask('next');
  await app.ask('do', {
    kind: 'alter-table',
    node: 'B',
    keyspace: 'demo',
    table: 'users',
    changes: [{ kind: 'drop', name: 'email' }],
  });
  await expect(app.narration()).toHaveText(/^B merges its own change/);
  // Without the push B has no such column to drop.
  const loom = new LoomUnderHand(app);
  await loom.row(3).click({ position: { x: 30, y: 20 } });
  await app.history.focus();
  await page.keyboard.press('Enter');
  await app.messageTools.getByRole('button', { name: 'Lose' }).click();

  await expect(page.getByText(/commands? (is|are) impossible in this run/)).toBeVisible();
  await page.getByRole('button', { name: 'Which' }).click();
  const lines = app.dialog.getByRole('listitem');
  await expect(lines.first()).toContainText(/step 4.*B accepts.*email/);
  await expect(lines.first()).toContainText('Column email was not found in table demo.users.');
  await lines.first().getByRole('button').click();
  await expect(app.dialog).toHaveCount(0);
  expect(await app.step()).toBe(4);
  await expect(app.branch.getByRole('radio', { checked: true })).toHaveText('Main');
});

async function phoneToA(app: Parameters<typeof agree>[0]): Promise<string> {
  await app.ask('seek', PHONE_TO_A.arrives - 1);
  const all = await app.ask('pending');
  return all.find(({ message, to }) => message?.verb === 'DEFINITIONS_UPDATE' && to === 'A')?.id ?? '';
}
