// Being the network without dragging: the buttons of the toolbar "Message", its keys, and the list of what is on its way.

import { type AppPage, expect, test } from '../fixtures/app.ts';
import { add, agree, LoomUnderHand, PHONE_TO_A, part } from '../fixtures/loom.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const tool = (app: AppPage, name: string) => app.messageTools.getByRole('button', { name });

const middle = (box: { readonly x: number; readonly width: number } | null): number =>
  box === null ? Number.NaN : box.x + box.width / 2;

/** To the step at which a message arrives, and to its actions, by keys alone. */
async function chooseArrival(app: AppPage, step: number): Promise<void> {
  await app.ask('seek', step);
  await app.history.focus();
  await app.page.keyboard.press('Enter');
  await expect(app.messageTools.getByRole('button').first()).toBeFocused();
}

const aboutOf = async (app: AppPage): Promise<readonly string[]> =>
  (await app.ask('branches')).map(({ about }) => about);

test('a held message stays while everything else goes on, until it is released', async ({ app, page }) => {
  await app.ask('do', add('A', 'email'));
  const first = app.message(/^Push \+email, A to B/);
  await expect(app.nextButton).toHaveAccessibleDescription(/\+email reaches B/);
  await first.click();
  await tool(app, 'Hold').click();
  await expect(first).toHaveAccessibleName('Push +email, A to B, held');
  const status = page.getByRole('status').filter({ hasText: 'Push +email, A to B:' });
  await expect(status).toHaveText('Push +email, A to B: held, it stays on its way.');
  await expect(app.nextButton).toHaveAccessibleDescription(/\+email reaches C/);
  await app.next();
  await expect(app.narration()).toHaveText('C merges A’s change: V0 becomes X.');
  await app.ask('settle');
  await expect(app.onTheWay.getByRole('option')).toHaveText([/\+email/]);

  // Nothing else is left: whoever presses Next is told why nothing happens.
  await app.nextButton.click({ force: true });
  await expect(
    page.getByRole('alert').filter({ hasText: 'Everything that is on its way is held' }),
  ).toBeVisible();

  await first.click();
  await tool(app, 'Release').click();
  await expect(first).toHaveAccessibleName('Push +email, A to B');
  await expect(status).toHaveText('Push +email, A to B: released, it may arrive.');
  await app.next();
  await expect(app.narration()).toHaveText(/^B merges A’s change/);
});

test('a message that has arrived leaves a ghost on the now line for one step', async ({ app, page }) => {
  const ghosts = page.locator('.loom .ghost');
  await part(app);
  await expect(ghosts).toHaveCount(0);
  await app.next();
  await app.settled();
  await expect(ghosts).toHaveCount(1);
  const [ghost, card] = [await ghosts.boundingBox(), await app.node('B').boundingBox()];
  // Where its envelope went in: over the lane that it came to, on its card.
  expect(Math.abs(middle(ghost) - middle(card))).toBeLessThan(2);
  expect((card?.y ?? 0) - ((ghost?.y ?? 0) + (ghost?.height ?? 0))).toBeGreaterThanOrEqual(0);
  expect((card?.y ?? 0) - (ghost?.y ?? 0)).toBeLessThan(40);
  // A write by a client brings no message.
  await app.ask('do', add('C', 'nick'));
  await app.settled();
  await expect(ghosts).toHaveCount(0);
});

test('of what is on its way: Enter delivers, Delete loses, D duplicates, H holds and releases', async ({
  app,
  page,
}) => {
  await part(app);
  await app.onTheWay.focus();
  // Whatever has the focus, lanes end where their cards begin.
  expect(await page.locator('.loom-frame').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await expect(app.message(/A to B/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('h');
  await expect(app.message(/A to B/)).toHaveAccessibleName(/, held$/);
  await page.keyboard.press('H');
  await expect(app.message(/A to B/)).toHaveAccessibleName('Push +email, A to B');
  await page.keyboard.press('d');
  await expect(app.message(/A to B/)).toHaveCount(2);
  await expect(app.narration()).toHaveText('The push of +email to B is on its way twice.');
  // It is still the one that is chosen.
  await expect(app.onTheWay.getByRole('option', { selected: true })).not.toHaveCount(0);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(app.onTheWay.getByRole('option')).toHaveCount(4);
  // One that is clicked and then acted on by key goes; the next key finds the list.
  await app.onTheWay.getByRole('option').last().click();
  await expect(app.onTheWay).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(app.narration()).toHaveText(/^The push to . is lost\. Neither . nor . notices\.$/);
  // Nothing of this was in the past.
  expect(await app.ask('branches')).toHaveLength(1);
});

test('whoever acts by the buttons of a message keeps the focus, and has it on the list when the message is gone', async ({
  app,
}) => {
  await part(app);
  await app.message(/A to B/).click();
  // The envelope over it can still be chosen.
  await app.message(/A to C/).click({ trial: true });
  await tool(app, 'Hold').press('Enter');
  await expect(tool(app, 'Release')).toBeFocused();
  await tool(app, 'Release').press('Enter');
  await expect(tool(app, 'Hold')).toBeFocused();
  await tool(app, 'Lose').press('Enter');
  await expect(app.messageTools).toHaveCount(0);
  await expect(app.onTheWay).toBeFocused();
  // What has arrived can be lost, what is lost cannot: the button goes, the focus does not.
  await app.ask('settle');
  await chooseArrival(app, 6);
  await tool(app, 'Lose').press('Enter');
  await expect(tool(app, 'Lose')).toHaveCount(0);
  await expect(app.messageTools.getByRole('button').first()).toBeFocused();
});

test('a pending message is moved earlier by key and by button, and told why not later', async ({
  app,
  page,
}) => {
  await part(app);
  await app.message(/^Push \+email, A to B/).click();
  await expect(tool(app, 'Move later')).toHaveAttribute('aria-disabled', 'true');
  await expect(tool(app, 'Move later')).toHaveAccessibleDescription(/hold it, and it comes later/);
  await app.onTheWay.focus();
  await page.keyboard.press('ArrowUp');
  expect(await aboutOf(app)).toEqual(['', 'push +email reaches B earlier']);
  expect(await app.step()).toBe(4);
  await expect(page.getByText('The old run is kept: Main.')).toBeVisible();
});

test('a delivered message: its row in the history leads to its actions, and each edits the past', async ({
  app,
  page,
}) => {
  await agree(app);
  const main = await app.ask('run');
  const acts: readonly (readonly [key: string, about: string, sentence: RegExp])[] = [
    ['ArrowUp', 'push +phone reaches A earlier', /^A merges B’s change: X and Y become Z/],
    ['Delete', 'push +phone to A lost', /^The push to A is lost/],
    ['d', 'push +phone reaches A twice', /nothing new/],
    ['h', 'push +phone to A held', /^C merges B’s change/],
  ];
  for (const [key, about, sentence] of acts) {
    await app.ask('switchBranch', 0);
    await chooseArrival(app, PHONE_TO_A.arrives);
    await page.keyboard.press(key);
    const branches = await aboutOf(app);
    expect(branches.at(-1), key).toBe(about);
    await expect(app.narration(), key).toHaveText(sentence);
  }
  expect(await app.ask('branches')).toHaveLength(1 + acts.length);
  await app.ask('switchBranch', 0);
  expect(await app.ask('run')).toEqual(main);
});

test('a delivered message that is held is passed over by Next, and can be released', async ({ app }) => {
  await agree(app);
  await chooseArrival(app, PHONE_TO_A.arrives);
  await tool(app, 'Hold').click();
  const held = app.message(/^Push \+phone, B to A, held$/);
  await app.ask('seek', await app.steps());
  await app.ask('settle');
  await expect(held).toBeVisible();
  await held.click();
  await tool(app, 'Release').click();
  await app.nextToTheEnd();
  expect(new Set((await app.tables()).map(({ version }) => version)).size).toBe(1);
});

test('a message that was lost can still be delivered, on a branch where it is not', async ({ app }) => {
  await app.ask('do', add('A', 'email'));
  await app.lose(/\+email, A to C/);
  const loom = new LoomUnderHand(app);
  await expect(loom.row(3)).toHaveAccessibleName(/The push to C is lost/);
  await chooseArrival(app, 3);
  await tool(app, 'Deliver now').click();
  expect(await aboutOf(app)).toEqual(['', 'push +email reaches C']);
  await expect(app.narration()).toHaveText('C merges A’s change: V0 becomes X.');
});

test('a message is called lost, late or again by how its way ended', async ({ app, page }) => {
  await app.ask('do', add('A', 'email'));
  await app.ask('do', add('A', 'phone'));
  await app.duplicate(/\+email, A to B/);
  await app.lose(/\+phone, A to B/);
  await app.next();
  await app.next();
  await app.deliver(/\+phone, A to C/);
  await app.deliver(/\+email, A to C/);
  const called: readonly (readonly [step: number, name: string])[] = [
    [6, 'Push +phone, A to B, lost'],
    [8, 'Push +email, A to B, delivered again'],
    [9, 'Push +phone, A to C, delivered'],
    [10, 'Push +email, A to C, delivered late'],
  ];
  for (const [step, name] of called) {
    await chooseArrival(app, step);
    await expect(page.getByText(name, { exact: true }), name).toBeVisible();
  }
});

test('Escape lets the chosen message go, then the focus is where it was', async ({ app, page }) => {
  await agree(app);
  await chooseArrival(app, PHONE_TO_A.arrives);
  await expect(app.messageTools).toBeVisible();
  // One stop: the arrows go along the buttons.
  await page.keyboard.press('End');
  await expect(tool(app, 'Inspect')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tool(app, 'Inspect')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(tool(app, 'Move earlier')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(app.messageTools).toHaveCount(0);
  await expect(app.history).toBeFocused();
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('an envelope is tapped, and its sheet delivers, loses, holds and doubles', async ({ app }) => {
    await part(app);
    await app.tab('History').tap();
    await app.message(/\+email, A to B/).tap();
    await tool(app, 'Hold').tap();
    await expect(app.message(/\+email, A to B/)).toHaveAccessibleName(/, held$/);
    await tool(app, 'Duplicate').tap();
    await app.message(/\+email, A to C/).tap();
    await tool(app, 'Lose').tap();
    await expect(app.narration()).toHaveText(/^The push to C is lost/);
    await app.message(/\+phone, B to C/).tap();
    await tool(app, 'Deliver now').tap();
    await expect(app.narration()).toHaveText('C merges B’s change: V0 becomes Y.');
    expect(await app.ask('branches')).toHaveLength(1);
  });
});
