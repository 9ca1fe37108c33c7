// What may be done with a column or a row that is selected on a card: by mouse, by keyboard, by finger.

import { expect, test } from '../fixtures/app.ts';
import { agree, agreeAndRead, drop } from '../fixtures/runs.ts';

test('a selected column has a toolbar on the card where it was chosen', async ({ app, page }) => {
  await agree(app);
  const bar = page.getByRole('toolbar', { name: 'Column' });
  await app.node('B').getByRole('button', { name: 'Select column email on B' }).click();
  await expect(app.node('B').getByRole('toolbar', { name: 'Column' })).toMatchAriaSnapshot(`
    - toolbar "Column":
      - button "Drop"
      - button "Change type"
      - button "Inspect"
  `);
  // At the stage's edge it stands inside, where it is seen whole.
  await app.node('C').getByRole('button', { name: 'Select column phone on C' }).click();
  await expect(bar.getByRole('button', { name: 'Inspect' })).toBeInViewport({ ratio: 1 });
  await app.node('B').getByRole('button', { name: 'Select column email on B' }).click();
  // The same column on another card: the toolbar goes there.
  await app.node('A').getByRole('button', { name: 'Select column email on A' }).click();
  await expect(app.node('A').getByRole('toolbar', { name: 'Column' })).toBeVisible();
  await expect(bar).toHaveCount(1);
  await bar.getByRole('button', { name: 'Drop' }).click();
  await page
    .getByRole('dialog', { name: 'Drop email?' })
    .getByRole('button', { name: 'Drop column' })
    .click();
  await expect(app.column('A', 'email')).toHaveCount(0);
});

test('by keyboard: Enter chooses, Enter again goes to the toolbar, arrows along it, Escape back', async ({
  app,
  page,
}) => {
  await agree(app);
  const chip = app.node('B').getByRole('button', { name: 'Select column phone on B' });
  await chip.focus();
  await page.keyboard.press('Enter');
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('toolbar', { name: 'Column' })).toBeVisible();
  await page.keyboard.press('Enter');
  const bar = page.getByRole('toolbar', { name: 'Column' });
  await expect(bar.getByRole('button', { name: 'Drop' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(bar.getByRole('button', { name: 'Change type' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(chip).toBeFocused();
});

test('a selected cell can be deleted, its memtable flushed, and its row read and inspected', async ({
  app,
  page,
}) => {
  await agreeAndRead(app);
  await app.entry('B', '1').getByRole('button', { name: 'Ada' }).click();
  const bar = page.getByRole('toolbar', { name: 'Row' });
  await expect(bar.getByRole('button', { name: 'Delete name' })).toHaveAttribute(
    'title',
    'DELETE name FROM demo.users WHERE id = 1;',
  );
  await bar.getByRole('button', { name: 'Delete name' }).click();
  await app.ask('settle');
  await app.settled();
  await expect(app.entry('B', '1').getByRole('button', { name: 'Ada' })).toHaveCount(0);
  await app.ask('select', { kind: 'entry', entry: 'B/0/memtable/00000001' });
  await bar.getByRole('button', { name: 'Flush' }).press('Enter');
  await app.settled();
  await expect(app.node('B').getByRole('table', { name: /^Row 1 in sstable/ })).toBeVisible();
  await expect(bar).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Node B', exact: true })).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('it is a sheet at the foot, in reach of a thumb', async ({ app, page }) => {
    await agree(app);
    await app.ask('do', drop('A', 'email'));
    await app.ask('settle');
    await app.settled();
    await app.node('B').getByRole('button', { name: 'Select column phone on B' }).tap();
    const bar = page.getByRole('toolbar', { name: 'Column' });
    const box = await bar.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(780);
    await bar.getByRole('button', { name: 'Change type' }).tap();
    await expect(page.getByRole('dialog', { name: /^Change type of phone/ })).toBeVisible();
  });
});
