// A message's head in the hand: to another row, to the now line, off its lane. Each by mouse and by finger; what only a
// keyboard can hold down (Alt, Escape) by mouse, and the same acts by buttons and keys in messages.spec.ts.

import { type AppPage, expect, test } from '../fixtures/app.ts';
import {
  add,
  agree,
  boxOf,
  EMAIL_TO_B,
  type Hand,
  LoomUnderHand,
  PHONE_TO_A,
  PHONE_TO_C,
  part,
} from '../fixtures/loom.ts';

const HANDS: readonly Hand[] = ['mouse', 'touch'];
const VIEWPORTS = { mouse: { width: 1440, height: 900 }, touch: { width: 390, height: 844 } } as const;

test.use({ viewport: VIEWPORTS.mouse });

/** A finger has a phone: the history is a pane of its own. */
async function take(app: AppPage, hand: Hand): Promise<LoomUnderHand> {
  if (hand === 'touch') await app.tab('History').click();
  await app.settled();
  return new LoomUnderHand(app);
}

/** The run as it is, to be found again. */
const kept = async (app: AppPage) => ({
  run: await app.ask('run'),
  hash: await app.ask('hash'),
  step: await app.step(),
  branches: (await app.ask('branches')).length,
});

for (const hand of HANDS) {
  test.describe(`by ${hand}`, () => {
    test.use({ viewport: VIEWPORTS[hand], hasTouch: hand === 'touch' });

    test('to an earlier row: the same commands again on a sibling branch, and the old run is kept', async ({
      app,
      page,
    }) => {
      await agree(app);
      const [main, hash] = [await app.ask('run'), await app.ask('hash')];
      const loom = await take(app, hand);
      await loom.drag({
        hand,
        from: await loom.head(PHONE_TO_A),
        to: await loom.gap('A', 4),
        look: () => expect(page.getByText('then A: Z at step 5')).toBeVisible(),
      });

      await expect(page.getByText('The old run is kept: Main.')).toBeVisible();
      expect(await app.ask('branches')).toMatchObject([
        { name: 'Main', length: main.commands.length },
        { name: 'Branch 1', about: 'push +phone reaches A earlier', parent: 0, left: 4 },
      ]);
      expect(await app.step()).toBe(5);
      await expect(app.narration()).toHaveText('A merges B’s change: X and Y become Z.');
      await expect(loom.row(5)).toHaveAccessibleName(/A receives \+phone from B/);
      // All the rest of it is played again, later by one.
      const branch = await app.ask('run');
      expect(branch.commands).toHaveLength(main.commands.length);
      expect(branch.commands[5]).toEqual(main.commands[4]);

      await page.getByRole('button', { name: 'Go to Main' }).click();
      expect(await app.ask('run')).toEqual(main);
      await app.ask('seek', main.commands.length);
      expect(await app.ask('hash')).toBe(hash);
    });

    test('to a row where it cannot be: the reason is said, and nothing changes', async ({ app, page }) => {
      await agree(app);
      const before = await kept(app);
      const loom = await take(app, hand);
      await loom.drag({
        hand,
        from: await loom.head(PHONE_TO_A),
        to: await loom.gap('A', 1),
        look: () => expect(page.getByText('B sends it at step 3.')).toBeVisible(),
      });
      await expect(page.getByText('B sends it at step 3.')).toHaveCount(0);
      expect(await kept(app)).toEqual(before);
    });

    test('while it is held, rows where it may go are lit, others are crossed out, and the one under it stands out', async ({
      app,
      page,
    }) => {
      await agree(app);
      const loom = await take(app, hand);
      const marks = page.locator('.drag .gap');
      const kinds = () =>
        marks.evaluateAll((all) =>
          all.map(({ classList }) =>
            (['legal', 'illegal', 'own'] as const).find((one) => classList.contains(one)),
          ),
        );
      const looks = (mark: string) =>
        page
          .locator(`.drag .gap.${mark} :is(line, path)`)
          .first()
          .evaluate((shape) => `${shape.tagName} ${getComputedStyle(shape).stroke}`);
      await loom.drag({
        hand,
        from: await loom.head(PHONE_TO_A),
        to: await loom.gap('A', 4),
        look: async () => {
          const all = await kinds();
          expect(all.filter((kind) => kind === 'own')).toHaveLength(2);
          // Where it arrives; before it is sent it cannot be, and from then on it may.
          expect(all.indexOf('legal')).toBeGreaterThan(all.lastIndexOf('illegal'));
          await expect(page.locator('.drag .gap.under')).toHaveCount(1);
          const [lit, crossed, aimed] = [
            await looks('legal:not(.under)'),
            await looks('illegal'),
            await looks('under'),
          ];
          expect(lit).toMatch(/^line /);
          expect(crossed).toMatch(/^path /);
          expect(aimed).toMatch(/^line /);
          expect(aimed).not.toBe(lit);
        },
      });
      await expect(marks).toHaveCount(0);
    });

    test('to where it is: no branch', async ({ app, page }) => {
      await agree(app);
      const before = await kept(app);
      const loom = await take(app, hand);
      for (const place of [7, 8]) {
        const from = await loom.head(PHONE_TO_A);
        const to = place === 7 ? await loom.gap('A', 7) : { ...from, y: from.y + 20 };
        const look = () => expect(page.getByText('It arrives here already.')).toBeVisible();
        await loom.drag({ hand, from, to, look });
      }
      expect(await kept(app)).toEqual(before);
    });

    test('to the now line: it stays on its way', async ({ app, page }) => {
      await agree(app);
      const loom = await take(app, hand);
      await loom.drag({
        hand,
        from: await loom.head(PHONE_TO_A),
        to: await loom.now('A'),
        look: () => expect(page.getByText('Hold it: it stays on its way.')).toBeVisible(),
      });
      expect((await app.ask('branches'))[1]).toMatchObject({ about: 'push +phone to A held' });
      await expect(app.message(/^Push \+phone, B to A, held$/)).toBeVisible();
      expect((await app.tables()).map(({ columns }) => columns.length)).toEqual([3, 4, 4]);
    });

    test('off its lane: it is lost', async ({ app, page }) => {
      await agree(app);
      const loom = await take(app, hand);
      const from = await loom.head(PHONE_TO_C);
      await loom.drag({
        hand,
        from,
        to: { x: await loom.laneX('B'), y: from.y },
        look: () => expect(page.getByText('Lose it: it does not reach C.')).toBeVisible(),
      });
      expect((await app.ask('branches'))[1]).toMatchObject({ about: 'push +phone to C lost' });
      await expect(app.narration()).toHaveText('The push to C is lost. Neither B nor C notices.');
    });

    test('an envelope: into the past, onto the now line, off its lane', async ({ app, page }) => {
      await part(app);
      const loom = await take(app, hand);
      const toA = /^Push \+phone, B to A/;

      await loom.drag({ hand, from: await loom.envelope(toA), to: await loom.now('A') });
      await expect(app.message(/^Push \+phone, B to A, held$/)).toBeVisible();
      expect(await app.ask('branches')).toHaveLength(1);

      await loom.drag({
        hand,
        from: await loom.envelope(/\+email, A to B/),
        to: { x: await loom.laneX('C'), y: (await loom.envelope(/\+email, A to B/)).y - 30 },
      });
      await expect(app.narration()).toHaveText('The push to B is lost. Neither A nor B notices.');
      expect(await app.ask('branches')).toHaveLength(1);

      await loom.drag({
        hand,
        from: await loom.envelope(toA),
        to: await loom.gap('A', 3),
        look: () => expect(page.getByText('then A: a version not seen so far, at step 4')).toBeVisible(),
      });
      expect(await app.ask('branches')).toHaveLength(2);
      expect(await app.step()).toBe(4);
      await expect(app.narration()).toHaveText(/^A merges B’s change/);
    });
  });
}

test('with Alt a second copy arrives, and the first stays', async ({ app, page }) => {
  await agree(app);
  const loom = new LoomUnderHand(app);
  await page.keyboard.down('Alt');
  await loom.drag({
    hand: 'mouse',
    from: await loom.head(EMAIL_TO_B),
    to: await loom.gap('B', 7),
    look: async () => {
      await expect(page.getByText('again: B stays at Z, step 9')).toBeVisible();
      // The key decides, not the moment at which it went down.
      await page.keyboard.up('Alt');
      await expect(page.getByText('B stays at Z, step 9')).toHaveCount(0);
      await page.keyboard.down('Alt');
      await expect(page.getByText('again: B stays at Z, step 9')).toBeVisible();
    },
  });
  await page.keyboard.up('Alt');
  expect((await app.ask('branches'))[1]).toMatchObject({ about: 'push +email reaches B twice' });
  await expect(loom.row(5)).toHaveAccessibleName(/The push of \+email to B is on its way twice/);
  await expect(loom.row(6)).toHaveAccessibleName(/B receives \+email from A/);
  expect(await app.step()).toBe(9);
  await expect(app.narration()).toHaveText('B merges A’s changes: nothing new.');
});

test('Escape calls a drag off, and what is let go afterwards does nothing', async ({ app, page }) => {
  await agree(app);
  const before = await kept(app);
  const loom = new LoomUnderHand(app);
  await loom.drag({
    hand: 'mouse',
    from: await loom.head(PHONE_TO_A),
    to: await loom.gap('A', 4),
    look: async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByText('then A: Z at step 5')).toHaveCount(0);
    },
  });
  expect(await kept(app)).toEqual(before);
  // The lane under the pointer has not been chosen.
  await expect(page.getByRole('toolbar', { name: 'Version' })).toHaveCount(0);
});

test('aim is taken where the rows are: parts of rows, the wheel, the edge, another moment, a window that is turned', async ({
  app,
  page,
}) => {
  await agree(app);
  await app.ask('do', add('A', 'city'));
  const loom = new LoomUnderHand(app);
  const slip = (text: string) => expect(page.getByText(text)).toBeVisible();
  const { y: top } = await boxOf(app.history);
  await app.history.hover();
  await page.mouse.wheel(0, -25);
  await loom.drag({
    hand: 'mouse',
    from: await loom.head(PHONE_TO_A),
    to: await loom.gap('A', 4),
    look: async () => {
      await slip('then A: Z at step 5');
      await page.mouse.wheel(0, -40);
      await slip('then A: Z at step 4');
      // Held against the upper edge the tape comes along, to its beginning.
      await page.mouse.move(await loom.laneX('A'), top + 2);
      await slip('B sends it at step 3.');
      await page.keyboard.press('ArrowLeft');
      await expect(page.getByText('B sends it at step 3.')).toHaveCount(0);
    },
  });
  await loom.drag({
    hand: 'mouse',
    from: await loom.head(PHONE_TO_A),
    to: await loom.gap('A', 4),
    look: async () => {
      await slip('then A: Z at step 5');
      await page.setViewportSize({ width: 1200, height: 900 });
      await expect(page.getByText('then A: Z at step 5')).toHaveCount(0);
    },
  });
  expect(await app.ask('branches')).toHaveLength(1);
});

test('a press that does not move is a click: it selects the message and its actions stand ready', async ({
  app,
  page,
}) => {
  await agree(app);
  const before = await kept(app);
  const loom = new LoomUnderHand(app);
  const head = await loom.head(PHONE_TO_A);
  await page.mouse.click(head.x, head.y);
  await expect(app.messageTools.getByRole('button')).toHaveText([
    'Move earlier',
    'Move later',
    'Hold',
    'Lose',
    'Duplicate',
    'Inspect',
  ]);
  expect(await kept(app)).toEqual(before);
});
