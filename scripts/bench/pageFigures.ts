/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Figures of the built page in Chromium. Each says what it was taken of; nothing is asserted.

import type { Browser, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import type { Run } from '../../src/engine/index.ts';
import { toRun } from '../../src/engine/index.ts';
import type {} from '../../src/store/automation.ts';
import { crowd, grow } from './runs.ts';
import { drawerFigures, workerFigures } from './workerFigures.ts';

const OPENINGS = 7;
const SEEKS = 300;
const FRAMES = 600;

function line(what: string, figure: string): void {
  console.log(`${what.padEnd(66)} ${figure}`);
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
}

const spread = (values: readonly number[]) =>
  `median ${quantile(values, 0.5).toFixed(1)} ms, p95 ${quantile(values, 0.95).toFixed(1)} ms, max ${quantile(values, 1).toFixed(1)} ms`;

/** A page of its own, cold: nothing cached, ready when scripts may drive it. */
async function opened(browser: Browser, address: string, moves: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: moves ? 'no-preference' : 'reduce',
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset['settled'] === 'true');
  return page;
}

async function firstScreen(browser: Browser, address: string): Promise<void> {
  const drawn: number[] = [];
  const usable: number[] = [];
  for (let i = 0; i < OPENINGS; i++) {
    const page = await opened(browser, address, false);
    const marks = await page.evaluate(() => ({
      drawn: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      now: performance.now(),
    }));
    drawn.push(marks.drawn);
    usable.push(marks.now);
    await page.context().close();
  }
  line(`First screen drawn, cold, localhost (${OPENINGS} openings)`, spread(drawn));
  line('First screen usable: every press is answered', spread(usable));
}

/** Opens a run; the time until the stage shows it, two frames included. */
async function load(page: Page, run: Run): Promise<number> {
  return page.evaluate(async (given) => {
    const began = performance.now();
    window.schemerge.load(given);
    const played = performance.now();
    await window.schemerge.drawn();
    performance.measure('replay', { start: began, end: played });
    return performance.now() - played;
  }, JSON.stringify(run));
}

interface StepTimes {
  /** From the command until React has committed the step and its layout is known. */
  readonly laidOut: readonly number[];
  /** What the page's thread then does for the frame that shows it: style and layout that are left, paint, layers. */
  readonly frame: readonly number[];
}

function timesOf(page: Page, steps: readonly number[]): Promise<StepTimes> {
  return page.evaluate(async (all) => {
    const task = (): Promise<void> =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(0);
      });
    const laidOut: number[] = [];
    const frame: number[] = [];
    for (const step of all) {
      const began = performance.now();
      window.schemerge.seek(step);
      // React draws in a microtask; a task is waited for only where it does not.
      await Promise.resolve();
      while (document.documentElement.dataset['step'] !== String(step)) await task();
      void document.body.offsetHeight;
      laidOut.push(performance.now() - began);
      await new Promise(requestAnimationFrame);
      const drawing = performance.now();
      await task();
      frame.push(performance.now() - drawing);
    }
    return { laidOut, frame };
  }, steps);
}

function stepLine(what: string, { laidOut, frame }: StepTimes): void {
  line(`${what}: laid out`, spread(laidOut));
  line('  and its frame then', spread(frame));
}

async function history(browser: Browser, address: string): Promise<void> {
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
  // Far apart and in no order, the same on every machine.
  const anywhere = Array.from({ length: SEEKS }, (_, i) => (i * 7_919) % steps);
  stepLine(`Scrub to any of ${steps} steps`, await timesOf(page, anywhere));
  const middle = Math.floor(steps / 2);
  const forth = Array.from({ length: SEEKS }, (_, i) => middle + i);
  await page.evaluate((step) => window.schemerge.seek(step), middle - 1);
  stepLine('Step on, in the middle of it', await timesOf(page, forth));
  stepLine('Step back', await timesOf(page, forth.toReversed()));
  await page.context().close();
}

async function longLoom(browser: Browser, address: string): Promise<void> {
  const page = await opened(browser, address, false);
  const { timeline } = grow(5_000, 4);
  const { hash: _hash, trail: _trail, ...run } = toRun(timeline);
  const paint = await load(page, run);
  const nodes = await page.evaluate(() => ({
    all: document.querySelectorAll('*').length,
    loom: document.querySelectorAll('.loom-frame *').length,
  }));
  line(`Loom of 5,000 events (${run.commands.length} steps): first paint`, `${paint.toFixed(0)} ms`);
  line('DOM nodes then', `${nodes.all} on the page, ${nodes.loom} in the history`);
  await page.context().close();
}

async function frames(browser: Browser, address: string): Promise<void> {
  const page = await opened(browser, address, true);
  const timeline = crowd(100, 100);
  const { hash: _hash, trail: _trail, ...run } = toRun(timeline);
  await load(page, run);
  const seen = await page.evaluate((count) => {
    const { schemerge } = window;
    const shown = schemerge.state();
    return new Promise<{ times: readonly number[]; flying: number; steps: number }>((done) => {
      const times: number[] = [];
      let last = performance.now();
      let steps = 0;
      const frame = (now: number): void => {
        times.push(now - last);
        last = now;
        if (document.documentElement.dataset['settled'] === 'true') {
          schemerge.next();
          steps++;
        }
        if (times.length < count) requestAnimationFrame(frame);
        else done({ times: times.slice(1), flying: shown.pending.length, steps });
      };
      requestAnimationFrame(frame);
    });
  }, FRAMES);
  const slow = seen.times.filter((time) => time > 17.5).length;
  line(
    `Frames: 9 nodes, ${seen.flying} pending, 100 versions, ${seen.steps} steps of motion`,
    `${spread(seen.times)}; ${slow} of ${seen.times.length} late`,
  );
  await page.context().close();
}

const [address = '', executablePath = '', ...args] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args });
console.log(`Chromium ${browser.version()}, headless, 1440 x 900.`);
await firstScreen(browser, address);
await history(browser, address);
await longLoom(browser, address);
await frames(browser, address);
// Where no lesson is open, the drawer can be.
await drawerFigures(await opened(browser, `${address}?sandbox`, false), line);
await workerFigures(await opened(browser, address, false), line);
await browser.close();
