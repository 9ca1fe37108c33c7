import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { CHROMIUM_FLAGS } from './browser.mjs';
import { Frames } from './frames.mjs';

/**
 * A lesson as a film, frame by frame: what stands is one still for as long as reading takes, what moves is the page at so
 * many shares of a step. 1920x1080 from a slide of 1280x720; the same lesson is the same film on every machine.
 */
const PORT = 4189;
const RATE = 30;
const GLIDE_SECONDS = 0.9;
/** A beat that does much shows how the last of it happens. */
const GLIDES_MAX = 3;
const QUESTION_SECONDS = 5;
const REVEAL_SECONDS = 1;
const END_SECONDS = 3;

/** @param {string} sentence */
const holdSeconds = (sentence) => Math.max(1.8, 0.6 + 0.065 * sentence.length);

/** @param {number} seconds */
function clock(seconds) {
  const ms = Math.round(seconds * 1000);
  const two = (/** @type {number} */ count) => String(count).padStart(2, '0');
  return `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}

/**
 * A slide, as an audience sees it; a key that comes before the page can answer is pressed again.
 *
 * @param {import('@playwright/test').Page} page
 */
async function present(page) {
  const isSlide = () => page.evaluate(() => document.documentElement.dataset['presenting'] !== undefined);
  // A pointer in a corner lies on a row of the history.
  await page.mouse.move(640, 716);
  while (!(await isSlide())) {
    await page.keyboard.press('f');
    await page.waitForTimeout(250);
  }
  await page.evaluate(() => window.schemerge.drawn());
}

/**
 * @param {{ id: string, beats: readonly { fraction?: number }[] }} lesson
 * @param {{ browser: string, folder: string }} how
 * @returns the path of the film
 */
export async function filmLesson({ id, beats }, { browser: executablePath, folder }) {
  const server = await preview({ preview: { port: PORT, strictPort: true }, logLevel: 'warn' });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const frames = new Frames();
  /** @type {string[]} */
  const cues = [];
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 720 },
      deviceScaleFactor: 1.5,
      reducedMotion: 'reduce',
    });
    await page.addInitScript(() => {
      Element.prototype.requestFullscreen = () => Promise.reject(new Error('filmed'));
    });
    await page.goto(`http://localhost:${PORT}/?lesson=${id}`);
    await page.waitForFunction(() => window.schemerge !== undefined);
    await page.waitForFunction(() => document.documentElement.dataset['settled'] === 'true');
    await present(page);
    const all = await page.evaluate(() => window.schemerge.lessons());
    const lesson = all.find((one) => one.id === id);
    if (lesson === undefined) throw new Error(`no lesson ${id}`);
    const still = async (/** @type {number} */ seconds) => {
      await page.evaluate(() => window.schemerge.drawn());
      frames.add(await page.screenshot(), seconds);
    };
    // Where the picture stands, in steps.
    let stands = { branch: 0, at: 0 };
    for (const [at, beat] of lesson.beats.entries()) {
      const { branch, step } = await page.evaluate((n) => window.schemerge.beat(n), at);
      const here = { branch, at: step + (beats[at]?.fraction ?? 0) };
      const from = frames.length;
      const way =
        at > 0 && branch === stands.branch ? here.at - Math.max(stands.at, here.at - GLIDES_MAX) : 0;
      const count = Math.round(Math.max(0, way) * GLIDE_SECONDS * RATE);
      for (let frame = 1; frame < count; frame++) {
        const left = way * (1 - frame / count);
        await page.evaluate(([n = 0, before]) => window.schemerge.beat(n, before), [at, left]);
        await still(1 / RATE);
      }
      await page.evaluate((n) => window.schemerge.beat(n), at);
      await still(holdSeconds(beat.sentence));
      if (beat.answer !== null) {
        frames.hold(QUESTION_SECONDS);
        await page.evaluate((option) => window.schemerge.answer(option), beat.answer);
        await still(REVEAL_SECONDS);
      }
      cues.push(`${clock(from)} --> ${clock(frames.length)}\n${beat.sentence}\n`);
      stands = here;
      process.stdout.write(`\r${at + 1} of ${beats.length} beats, ${Math.round(frames.length)} s `);
    }
    frames.hold(END_SECONDS);
    process.stdout.write('\n');
    const out = join(folder, `${id}.webm`);
    await frames.write(out, [
      '-vf',
      `fps=${RATE},tpad=stop_mode=clone:stop_duration=10`,
      '-fps_mode',
      'cfr',
      '-c:v',
      'libvpx-vp9',
      '-b:v',
      '0',
      '-crf',
      '32',
      '-pix_fmt',
      'yuv420p',
      '-row-mt',
      '1',
      '-cpu-used',
      '4',
    ]);
    writeFileSync(join(folder, `${id}.vtt`), ['WEBVTT\n', ...cues].join('\n'));
    return out;
  } finally {
    frames.remove();
    await browser.close();
    await server.close();
  }
}
