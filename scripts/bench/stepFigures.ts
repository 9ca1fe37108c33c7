/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// What a step costs in a long run: on, back, and to anywhere. In the first seconds of a page its code has not been
// compiled for speed yet; how it is from then on is measured with other steps.

import type { Browser, Page } from '@playwright/test';
import { toRun } from '../../src/engine/index.ts';
import type {} from '../../src/store/automation/automation.ts';
import { opened } from './openingFigures.ts';
import { load } from './pageLoad.ts';
import { line, spread } from './print.ts';
import { grow } from './runs.ts';

const SEEKS = 300;

interface StepTimes {
  /** From the command until React has committed the step and its layout is known. */
  readonly laidOut: readonly number[];
  /** How long the page's thread worked in that time: without its waits for a core that something else has. */
  readonly worked: readonly number[];
  /** Of that, its scripts: what is measured where a page's own clock stops before the browser lays out. */
  readonly scripted: readonly number[];
  /** What the page's thread then does for the frame that shows it: style and layout that are left, paint, layers. */
  readonly frame: readonly number[];
}

const takeStep = (page: Page, to: number): Promise<number> =>
  page.evaluate(async (step) => {
    const task = (): Promise<void> =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(0);
      });
    const began = performance.now();
    window.schemerge.seek(step);
    // React draws in a microtask; a task is waited for only where it does not.
    await Promise.resolve();
    while (document.documentElement.dataset['step'] !== String(step)) await task();
    void document.body.offsetHeight;
    return performance.now() - began;
  }, to);

const showIt = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const drawing = performance.now();
    await new Promise<void>((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(0);
    });
    const frame = performance.now() - drawing;
    await new Promise(requestAnimationFrame);
    return frame;
  });

const SCRIPTS = ['ScriptDuration'];
const WORK = [...SCRIPTS, 'RecalcStyleDuration', 'LayoutDuration'];
const MS = 1_000;

/** Each step begins when the one before is on the screen. */
async function timesOf(page: Page, steps: readonly number[]): Promise<StepTimes> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<(names: readonly string[]) => number> => {
    const { metrics } = await client.send('Performance.getMetrics');
    return (names) =>
      metrics.filter(({ name }) => names.includes(name)).reduce((sum, { value }) => sum + value * MS, 0);
  };
  const [laidOut, worked, scripted, frame]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const step of steps) {
    const before = await spent();
    laidOut.push(await takeStep(page, step));
    const after = await spent();
    worked.push(after(WORK) - before(WORK));
    scripted.push(after(SCRIPTS) - before(SCRIPTS));
    frame.push(await showIt(page));
  }
  await client.detach();
  return { laidOut, worked, scripted, frame };
}

function stepLine(what: string, { laidOut, worked, scripted, frame }: StepTimes): void {
  line(`${what}: laid out`, spread(laidOut));
  line("  of which the page's thread worked", spread(worked));
  line('  of which its scripts', spread(scripted));
  line('  and its frame then', spread(frame));
}

export async function stepFigures(browser: Browser, address: string): Promise<void> {
  const page = await opened(browser, address, false);
  const { timeline } = grow(40_000, 4);
  const run = toRun({ ...timeline, steps: timeline.steps.slice(0, 10_000) });
  const { hash: _hash, trail: _trail, ...unsigned } = run;
  const client = await page.context().newCDPSession(page);
  const heap = async (): Promise<number> => {
    await client.send('HeapProfiler.collectGarbage');
    return (await client.send('Runtime.getHeapUsage')).usedSize;
  };
  const before = await heap();
  await load(page, unsigned);
  const steps = run.commands.length;
  const events = timeline.steps.slice(0, steps).reduce((sum, step) => sum + step.events.length, 0);
  line(
    `History of ${steps} steps, ${events} events, in the page`,
    `${Math.round(((await heap()) - before) / events)} bytes an event`,
  );
  const middle = Math.floor(steps / 2);
  const from = (first: number): readonly number[] => Array.from({ length: SEEKS }, (_, i) => first + i);
  // Far apart and in no order, the same on every machine.
  const anywhere = (first: number): readonly number[] => from(first).map((i) => (i * 7_919) % steps);
  await page.evaluate((step) => window.schemerge.seek(step), middle - 1);
  stepLine(`Step on, in the middle of ${steps}, in the first seconds`, await timesOf(page, from(middle)));
  stepLine('Step on, after that', await timesOf(page, from(middle + SEEKS)));
  stepLine('Step back', await timesOf(page, from(middle - SEEKS).toReversed()));
  stepLine('Scrub to anywhere, the first times', await timesOf(page, anywhere(0)));
  stepLine('Scrub to anywhere, after that', await timesOf(page, anywhere(SEEKS)));
  await page.context().close();
}
