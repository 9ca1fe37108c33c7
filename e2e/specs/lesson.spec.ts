// The course as a person meets it: the first minute by keyboard alone, a question by mouse, the challenge, a phone.

import { type AppPage, expect, test } from '../fixtures/app.ts';
import { findingsAt, findingsOf } from '../fixtures/axe.ts';

const question = (app: AppPage) => app.lesson.getByRole('group');
const beat = (app: AppPage) => app.page.locator('html');

async function expectNothingFound(app: AppPage, where: string): Promise<void> {
  expect.soft(await findingsOf(app.page), where).toEqual([]);
}

test.describe('a first visit', () => {
  test.use({ address: './' });

  test('the first minute, by keyboard alone', async ({ app, page }) => {
    await expect(app.narration()).toHaveText(/A and B are two servers/);
    await expect(page.getByRole('article')).toHaveCount(2);
    await expect(page.getByRole('slider', { name: 'Time' })).toBeHidden();
    await expect(page.getByRole('region', { name: 'Versions' })).toBeHidden();
    await expect(page.getByRole('link', { name: 'Sandbox' })).toBeVisible();
    await expectNothingFound(app, 'first beat');

    await page.keyboard.press('Space');
    await expect(app.narration()).toHaveText(/two versions/);
    await expect(app.node('A').getByText(/^Version X/)).toBeAttached();
    await expect(app.node('B').getByText(/^Version Y/)).toBeAttached();
    await page.keyboard.press('PageDown');
    await expect(app.onTheWay.getByRole('option')).toHaveCount(2);
    await expect(page.getByRole('slider', { name: 'Time' })).toBeVisible();

    await page.keyboard.press('ArrowRight');
    await expect(question(app)).toHaveAccessibleName('B’s news reaches A. Which columns will A have then?');
    await page.keyboard.press('3');
    await expect(question(app).getByRole('radio', { name: 'id, email, name, phone' })).toBeChecked();
    await page.keyboard.press('Space');
    await expect(app.narration()).toHaveText(/a third version, Z/);
    await expect(app.lesson.getByText('You saw it coming.')).toBeVisible();
    await expect(app.node('A').getByText(/^Version Z/)).toBeAttached();

    await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    await expect(page.getByRole('region', { name: 'Versions' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Column ids' })).toBeHidden();
    await page.keyboard.press('Space');
    await expect(page.getByRole('region', { name: 'Column ids' })).toBeVisible();
    await page.keyboard.press('PageUp');
    await expect(app.narration()).toHaveText(/side by side/);
    await expect(beat(app)).toHaveAttribute('data-beat', '6');

    // Where one was is there again.
    await app.open('./');
    await expect(app.narration()).toHaveText(/side by side/);
  });
});

test.describe('in a lesson', () => {
  test.use({ address: './?lesson=concurrent-add&beat=3' });

  test('that a guess was right stands on one line with the reason, its mark beside it', async ({ app }) => {
    await question(app).getByRole('radio', { name: 'id, email, name, phone' }).check();
    await app.next();
    await app.settled();
    const bottoms = await app.lesson.locator('.reveal').evaluate((reveal) => {
      const [guess, reason] = [reveal.querySelector('b')?.lastChild, reveal.querySelector('span')];
      return [guess, reason].map((part) => {
        const letters = document.createRange();
        if (part != null) letters.selectNodeContents(part);
        return letters.getClientRects()[0]?.bottom ?? Number.NaN;
      });
    });
    expect(bottoms[0]).toBeCloseTo(bottoms[1] ?? Number.NaN, 0);
  });

  test('a guess by mouse, wandering off and back, the challenge solved', async ({ app, page }) => {
    await question(app)
      .getByRole('radio', { name: /the newest change wins/ })
      .check();
    await app.next();
    await expect(app.lesson.getByText('It is: id, email, name, phone.')).toBeVisible();

    await app.ask('beat', 8);
    await app.addColumn('A', 'city');
    await expect(app.lesson.getByRole('button', { name: 'Return to lesson' })).toBeVisible();
    await app.press(app.lesson.getByRole('button', { name: 'Return to lesson' }));
    await expect(app.narration()).toHaveText(/add one column on A/);

    await app.ask('beat', 15);
    await expect(app.lesson.getByText(/three different versions, none of them V0/)).toBeVisible();
    await app.press(app.lesson.getByRole('button', { name: 'Hint' }));
    await expect(app.lesson.getByRole('listitem')).toHaveText(/The third must contain both/);
    await app.addColumn('A', 'email');
    await app.addColumn('B', 'phone');
    await app.deliver(/\+email, A to C/);
    await app.deliver(/\+phone, B to C/);
    await expect(app.lesson.getByRole('status')).toHaveText('Solved in 4 moves. Nothing shorter exists.');
    await expectNothingFound(app, 'solved');
    await expect(page.getByRole('button', { name: 'Next lesson' })).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ address: './', viewport: { width: 320, height: 640 } });

  test('each beat shows the view that it is about, and nothing scrolls sideways', async ({ app, page }) => {
    for (const pane of [
      'Nodes',
      'Nodes',
      'History',
      'History',
      'Nodes',
      'Nodes',
      'Versions',
      'Ids',
    ] as const) {
      await expect(app.tab(pane)).toHaveAttribute('aria-selected', 'true');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await app.next();
    }
    await expectNothingFound(app, 'phone');
  });
});

/** Where a lesson asks, where its last switch is turned, and where one tries for oneself. */
const kindsOf = (beats: readonly { readonly chapter: string; readonly answer: number | null }[]) => {
  const asks = beats.findIndex(({ answer }) => answer !== null);
  const turned = beats.findLastIndex(({ chapter }) => chapter === 'switch');
  const trying = beats.findIndex(({ chapter }) => chapter === 'challenge');
  return [asks, turned, trying].filter((at) => at >= 0);
};

test('every lesson and every incident is for everyone, whatever kind of beat it is at', async ({
  app,
  page,
}) => {
  const lessons = await app.ask('lessons');
  // An answer, and the colours of a turn with a broken promise; the rest has no others.
  await app.ask('lesson', 'write-before-news', 12);
  await app.settled();
  await expect(page.getByText('not stored: no column email')).toBeVisible();
  await expectNothingFound(app, 'turn');
  expect.soft(await findingsAt(page, 'write-before-news', [4])).toEqual([]);
  for (const { id, beats } of lessons) {
    expect.soft(await findingsAt(page, id, [...new Set(kindsOf(beats))])).toEqual([]);
  }
});

test.describe('the contents', () => {
  test.use({ address: './?contents' });

  test('show every lesson with its picture, open one, and lead back', async ({ app, page }) => {
    const contents = page.getByRole('dialog', { name: 'How nodes come to agree' });
    await expect(contents.getByRole('link', { name: /^4The write arrives before the news/ })).toBeVisible();
    expect(await contents.getByRole('link').count()).toBeGreaterThanOrEqual(12);
    await expectNothingFound(app, 'contents');
    await contents.getByRole('link', { name: /^4The write arrives before the news/ }).click();
    await expect(contents).toHaveCount(0);
    await expect(app.narration()).toHaveText(/Every row is on all three/);
    await page.getByRole('link', { name: 'Contents' }).click();
    await expect(contents.getByRole('link', { name: /you are here/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(contents).toHaveCount(0);
    await page.getByRole('link', { name: 'Sandbox' }).click();
    await expect(app.narration()).toHaveText(/press \+ on A/);
  });
});
