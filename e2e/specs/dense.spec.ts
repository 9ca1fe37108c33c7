// A history of more than 5,000 events on nine nodes: the page stays small at every zoom, and every part of it can be reached.

import { toRun } from '../../src/engine/index.ts';
import { busyRun } from '../../src/scene/loom/busyRun.test-support.ts';
import { expect, test } from '../fixtures/app.ts';

const NODES_MAX = 2_000;
const EVENTS = 5_000;

test('5,000 events take fewer than 2,000 nodes of the document, at every zoom, at the end and in the middle', async ({
  app,
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  const timeline = busyRun({ steps: 1_400, messages: 24 });
  expect(timeline.steps.reduce((sum, { events }) => sum + events.length, 0)).toBeGreaterThan(EVENTS);
  // What the run is to end in costs as much to check as the run, and is not what this is about.
  const { hash: _hash, trail: _trail, ...run } = toRun(timeline);
  const { step: last } = await app.ask('load', JSON.stringify(run));
  expect(last).toBe(timeline.steps.length);

  // Whoever scrubs holds a line that stays as long as it is, however many digits tell where one is.
  const lengthAt = async (step: number) => {
    await app.ask('seek', step);
    await app.settled();
    return (await app.time.boundingBox())?.width;
  };
  expect(await lengthAt(7)).toBe(await lengthAt(last - 1));

  const zooms = page.getByRole('group', { name: 'Zoom of the history' });
  const counted = () => page.evaluate(() => document.querySelectorAll('*').length);
  for (const zoom of [null, 'Zoom out', 'Zoom out', 'Whole run']) {
    if (zoom !== null) await zooms.getByRole('button', { name: zoom }).click();
    for (const step of [last, Math.round(last / 2)]) {
      await app.ask('seek', step);
      await app.settled();
      const nodes = await counted();
      expect(nodes, `${zoom}, step ${step}`).toBeLessThan(NODES_MAX);
      // And the history is there: the present step is one of its rows.
      await expect(app.history.getByRole('option', { selected: true })).toHaveCount(1);
    }
  }
});
