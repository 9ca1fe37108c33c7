// What moves is only ever on the way to a picture that the log and the playhead alone decide.

import type { Locator, Page } from '@playwright/test';
import type { CommandDraft } from '../../src/engine/index.ts';
import { type AppPage, expect, test } from '../fixtures/app.ts';

const add = (node: string, name: string): CommandDraft => ({
  kind: 'alter-table',
  node,
  keyspace: 'demo',
  table: 'users',
  changes: [{ kind: 'add', name, type: 'text' }],
});

async function agree(app: AppPage): Promise<number> {
  await app.ask('do', add('A', 'email'));
  await app.ask('do', add('B', 'phone'));
  await app.ask('settle');
  return app.steps();
}

/**
 * The main views, element by element, with sorted attributes. Left out: an attribute that motion has emptied, and the ids
 * that React counts up with every dialog that was ever opened.
 */
const picture = (app: AppPage): Promise<readonly string[]> =>
  app.page.getByRole('main').evaluate((main) =>
    [main, ...main.querySelectorAll('*')].map((element) => {
      const attributes = [...element.attributes]
        .filter(({ value }) => value !== '' && !/_r_\w+_/.test(value))
        .map(({ name, value }) => `${name}="${value}"`);
      const text = element.childElementCount === 0 ? element.textContent : '';
      return `${element.tagName} ${attributes.sort().join(' ')} ${text}`;
    }),
  );

test.describe('with motion', () => {
  test.use({ moves: true });

  test('a step is under way and then stands still, on the very picture that a jump gives', async ({
    app,
  }) => {
    await agree(app);
    await app.seek(4);
    await app.settled();
    await app.nextButton.click();
    // The click has been handled: the state is the new one already, and the way to its picture has begun.
    expect(await app.step()).toBe(5);
    await app.settled();
    const walked = await picture(app);
    await app.seek(9);
    await app.settled();
    await app.seek(5);
    await app.settled();
    expect(await picture(app)).toEqual(walked);
  });

  test('a step back shows the way in reverse, and then stands on the very picture that a jump gives', async ({
    app,
    page,
  }) => {
    await agree(app);
    await app.seek(5);
    await app.settled();
    const there = await picture(app);
    await app.seek(6);
    await app.settled();
    await app.backButton.click();
    expect(await app.step()).toBe(5);
    await expect(page.locator('html')).toHaveAttribute('data-step', '5');
    await app.settled();
    expect(await picture(app)).toEqual(there);
  });

  test('between two steps the same fraction is the same picture, however one came there', async ({ app }) => {
    await agree(app);
    const at = async (step: number, fraction: number): Promise<readonly string[]> => {
      await app.ask('seek', step, fraction);
      await app.settled();
      return picture(app);
    };
    const half = await at(4, 0.5);
    const most = await at(4, 0.9);
    expect(most).not.toEqual(half);
    await app.seek(0);
    expect(await at(4, 0.9)).toEqual(most);
    expect(await at(4, 0.5)).toEqual(half);
    expect(await at(4, 0)).not.toEqual(half);
  });

  test('no card shows what a message brings before it has arrived, forth and back', async ({ app }) => {
    await agree(app);
    const steps = await app.steps();
    const inPictures = (button: Locator): Promise<readonly string[]> =>
      button.evaluate(async (pressed: HTMLElement) => {
        const seen = (): string => {
          // An envelope that is no longer on its way and still goes sideways: its message would come after its effect.
          const late = [...document.querySelectorAll<HTMLElement>('[data-ghosts] > *')].filter(
            ({ style }) => Math.abs(Number.parseFloat(style.translate || '0')) > 0.5,
          );
          const versions = [...document.querySelectorAll('.card .version-name b')].map((b) => b.textContent);
          const waiting = document.querySelectorAll('.on-the-way [role="option"]').length;
          return `${waiting} on their way, ${late.length} late: ${versions.join('')}`;
        };
        const pictures: string[] = [];
        pressed.click();
        do {
          await new Promise(requestAnimationFrame);
          if (seen() !== pictures.at(-1)) pictures.push(seen());
        } while (document.documentElement.dataset['settled'] !== 'true');
        return pictures;
      });
    for (let step = 4; step < steps && step < 7; step++) {
      await app.seek(step);
      await app.settled();
      const forth = await inPictures(app.nextButton);
      expect(forth.length, forth.join(' -> ')).toBeLessThanOrEqual(2);
      expect(forth.filter((one) => !one.includes(' 0 late'))).toEqual([]);
      expect(await inPictures(app.backButton)).toEqual(forth.toReversed());
    }
  });

  test('an entry that takes the place of another is shown once on its way, and its boxes whole', async ({
    app,
    page,
  }) => {
    const users = { keyspace: 'demo', table: 'users', consistency: 'ALL' } as const;
    for (const [id, name] of ['Ada', 'Bob', 'Cid'].entries()) {
      const key = { id: id + 1 };
      await app.ask('do', { kind: 'insert', node: 'B', ...users, key, values: { name } });
    }
    await app.ask('settle');
    await app.ask('do', add('B', 'email'));
    await app.ask('settle');
    for (const [node, id, name] of [
      ['B', 3, 'Cid'],
      ['C', 1, 'Ada'],
    ] as const) {
      await app.ask('do', { kind: 'select', node, ...users, key: { id }, consistency: 'ONE' });
      await app.ask('seek', (await app.steps()) - 1, 0.6);
      await app.settled();
      // Each box with this value: whether what it lies in leaves it whole.
      const shown = await page.evaluate(
        ([card, value]) =>
          [...document.querySelectorAll(`[data-node="${card}"] .box, .leaving`)]
            .filter((box) => box.textContent === value)
            .map((box) => {
              const frame = box.closest('.vector')?.getBoundingClientRect();
              return frame !== undefined && box.getBoundingClientRect().left >= frame.left;
            }),
        [node, name] as const,
      );
      expect(shown, name).toEqual([true]);
      await app.ask('seek', await app.steps());
    }
  });

  test('presses that come faster than the motion all count', async ({ app }) => {
    const steps = await agree(app);
    await app.seek(0);
    await app.page.evaluate((presses) => {
      const next = document.getElementById('next');
      for (let press = 0; press < presses; press++) next?.click();
    }, steps);
    expect(await app.step()).toBe(steps);
    await app.settled();
  });

  test('after a question one sees before one reads', async ({ app }) => {
    await app.ask('lesson', 'concurrent-add', 3);
    await app.settled();
    await app.ask('answer', 3);
    // In one go: the motion is over before a second question to the page would be answered on a busy machine.
    const onTheWay = await app.page.evaluate(async () => {
      document.getElementById('next')?.click();
      await new Promise<void>(queueMicrotask);
      const said = document.querySelector('.narration');
      return {
        settled: document.documentElement.dataset['settled'],
        says: said?.textContent.includes('a third version'),
        opacity: said === null ? '' : getComputedStyle(said).opacity,
      };
    });
    expect(onTheWay).toEqual({ settled: 'false', says: true, opacity: '0' });
    await app.settled();
    await expect(app.narration()).toHaveCSS('opacity', '1');
  });

  test('motion is announced while it lasts', async ({ app }) => {
    await agree(app);
    await app.seek(4);
    await app.settled();
    const settledAfterClick = await app.page.evaluate(() => {
      document.getElementById('next')?.click();
      return new Promise((told) => queueMicrotask(() => told(document.documentElement.dataset['settled'])));
    });
    expect(settledAfterClick).toBe('false');
    await app.settled();
  });
});

test('who asked for less motion gets none', async ({ app }) => {
  await agree(app);
  await app.seek(4);
  const states = await app.page.evaluate(() => {
    const seen: (string | undefined)[] = [];
    const html = document.documentElement;
    new MutationObserver(() => seen.push(html.dataset['settled'])).observe(html, {
      attributeFilter: ['data-settled'],
    });
    for (let press = 0; press < 4; press++) document.getElementById('next')?.click();
    return new Promise<typeof seen>((told) => setTimeout(() => told(seen)));
  });
  expect(states).not.toContain('false');
  const running = await app.page.evaluate(
    () => document.getAnimations().filter(({ effect }) => Number(effect?.getTiming().duration) > 120).length,
  );
  expect(running).toBe(0);
});

/** Goes to these steps one after the other; how many fades that begins. */
const fadesOn = (app: AppPage, list: readonly number[]): Promise<number> =>
  app.page.evaluate(async (steps) => {
    let fades = 0;
    const { animate } = Element.prototype;
    Element.prototype.animate = function (...given: Parameters<typeof animate>) {
      fades++;
      return animate.apply(this, given);
    };
    for (const step of steps) {
      window.schemerge.seek(step);
      await window.schemerge.drawn();
    }
    Element.prototype.animate = animate;
    return fades;
  }, list);

test('who asked for less motion sees no flicker: of steps that follow each other at once only the first fades', async ({
  app,
}) => {
  const steps = await agree(app);
  let at = 0;
  await expect.poll(() => fadesOn(app, [at++ % 2]), { intervals: [500] }).toBe(1);
  expect(await fadesOn(app, [2, 3, 4, 5, 6, 7, 8, 9, 10, steps])).toBe(0);
});

test('the same log and playhead give the same page, however one came there', async ({ app }) => {
  const steps = await agree(app);
  await app.ask('do', {
    kind: 'select',
    node: 'B',
    keyspace: 'demo',
    table: 'users',
    key: { id: 1 },
    consistency: 'ONE',
  });
  const run = await app.ask('run');
  const seen: (readonly string[])[] = [];
  for (let step = 0; step <= steps; step++) {
    await app.seek(step);
    seen.push(await picture(app));
  }
  expect(new Set(seen.map(String)).size).toBe(seen.length);
  // Backwards …
  for (const step of [steps, 8, 5, 1, 0]) {
    await app.seek(step);
    expect.soft(await picture(app), `back at step ${step}`).toEqual(seen[step]);
  }
  // … and in a page that has only ever been handed the run.
  await app.open();
  await app.ask('load', run);
  for (const step of [6, 0, 4]) {
    await app.seek(step);
    expect.soft(await picture(app), `step ${step} of the loaded run`).toEqual(seen[step]);
  }
});

test.describe('by a clock that is turned by hand', () => {
  test.use({ fresh: true });

  test('playing goes to the end by itself, and pausing stops it', async ({ app, page }) => {
    const steps = await agree(app);
    await app.seek(0);
    await page.clock.install();
    await app.play();
    await expect.poll(() => turned(app, 2_000)).toBeGreaterThan(2);
    await app.pause();
    const paused = await app.step();
    await turned(app, 20_000);
    expect(await app.step()).toBe(paused);
    await app.play();
    // Nobody sees it: it waits.
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { value: true, configurable: true }));
    expect(await turned(app, 20_000)).toBe(paused);
    await page.evaluate(() => {
      Reflect.deleteProperty(document, 'hidden');
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect.poll(() => turned(app, 15_000)).toBe(steps);
    await turned(app, 5_000);
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
    await app.play();
    await expect(page.getByText(/^Nothing is on its way\. .*write a row/)).toBeVisible();
  });

  test('playing makes at most one announcement in three seconds', async ({ app, page }) => {
    await agree(app);
    await app.seek(0);
    await page.clock.install();
    await page.evaluate(() => {
      const status = document.querySelector('[role=status]');
      const counted = document.documentElement.dataset;
      counted['announced'] = '0';
      if (status !== null) {
        new MutationObserver(() => {
          counted['announced'] = String(Number(counted['announced']) + 1);
        }).observe(status, { childList: true, characterData: true, subtree: true });
      }
    });
    // Between its turns the page's clock goes on by itself: what has passed is what it says.
    const began = await page.evaluate(() => performance.now());
    await app.play();
    for (let second = 0; second < 12; second++) await turned(app, 1_000);
    const count = async () => Number(await page.locator('html').getAttribute('data-announced'));
    const announced = await count();
    const passed = (await page.evaluate(() => performance.now())) - began;
    expect(announced).toBeLessThanOrEqual(Math.floor(passed / 3_000) + 1);
    expect(announced).toBeGreaterThan(0);
    // Once all agree nothing is said again and again, though steps go on.
    await expect
      .poll(() => turned(app, 1_000).then(() => said(page)), { intervals: [0] })
      .toMatch(/All 3 nodes/);
    const [step, told] = [await app.step(), await count()];
    for (let second = 0; second < 9; second++) await turned(app, 1_000);
    expect(await app.step()).toBeGreaterThan(step);
    expect(await count()).toBe(told);
  });
});

const said = async (page: Page): Promise<string> =>
  (await page.getByRole('status').allTextContents()).join(' ');

/** Lets the page's own clock run on, and says at which step it is then. */
async function turned(app: AppPage, ms: number): Promise<number> {
  await app.page.clock.runFor(ms);
  return app.step();
}
