import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { CHROMIUM_FLAGS } from './browser.mjs';
import { FilmPointer } from './filmPointer.mjs';
import { filmStage, placeOf, showCard, showRing, standBack } from './filmStage.mjs';
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
const TITLE_SECONDS = 3.2;
const CHAPTER_SECONDS = 1.6;
const END_SECONDS = 3;
/** How long one looks before the pointer moves. */
const LOOK_SECONDS = 0.5;
const FADE_FRAMES = 6;
/** The ring of a question moves so often. */
const RING_RATE = 10;

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
  // The browser's own pointer is not filmed: in a corner it would lie on a row of the history.
  await page.mouse.move(640, 716);
  while (!(await isSlide())) {
    await page.keyboard.press('f');
    await page.waitForTimeout(250);
  }
  await page.evaluate(() => window.schemerge.drawn());
}

/** @param {import('@playwright/test').Locator} locator */
async function middleOf(locator) {
  const box = await locator.boundingBox();
  return box === null ? { x: 1200, y: 660 } : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const VIDEO = [
  ...['-vf', `fps=${RATE},tpad=stop_mode=clone:stop_duration=10`, '-fps_mode', 'cfr'],
  ...[
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
  ],
];

/**
 * @typedef {{ id: string, number: number | null, beats: readonly { fraction?: number }[] }} Lesson
 * @typedef {Awaited<ReturnType<typeof window.schemerge.lessons>>[number]} Outline
 */

class LessonFilm {
  #page;
  #outline;
  #frames = new Frames();
  #pointer;
  #kicker;
  /** @type {string[]} */
  #cues = [];
  /** Where the picture stands, in steps. */
  #stands = { branch: 0, at: 0 };

  /**
   * @param {import('@playwright/test').Page} page
   * @param {{ lesson: Lesson, outline: Outline, at: import('./filmStage.mjs').Point }} what
   */
  constructor(page, { lesson, outline, at }) {
    this.#page = page;
    this.#outline = outline;
    this.lesson = lesson;
    this.#kicker = lesson.number === null ? 'Schemerge' : `Schemerge · Lesson ${lesson.number}`;
    this.#pointer = new FilmPointer(page, {
      at,
      rate: RATE,
      still: (seconds) => this.still(seconds, { waits: false }),
    });
  }

  get seconds() {
    return this.#frames.length;
  }

  /** What moves over the page needs no more than the picture itself. @param {number} seconds */
  async still(seconds, { waits = true } = {}) {
    if (waits) await this.#page.evaluate(() => window.schemerge.drawn());
    this.#frames.add(await this.#page.screenshot(), seconds);
  }

  /** @param {number} n @param {number} before */
  #beat(n, before = 0) {
    return this.#page.evaluate(([beat = 0, left]) => window.schemerge.beat(beat, left), [n, before]);
  }

  /**
   * A card that comes and goes; what is under it changes while nobody sees it.
   *
   * @param {{ title: string, text?: string }} said
   * @param {number} seconds
   * @param {{ comes?: boolean, goes?: boolean, meanwhile?: () => Promise<unknown> }} how
   */
  async card({ title, text = '' }, seconds, { comes = true, goes = true, meanwhile } = {}) {
    const card = { kicker: this.#kicker, title, text };
    for (let frame = 1; comes && frame < FADE_FRAMES; frame++) {
      await showCard(this.#page, card, frame / FADE_FRAMES);
      await this.still(1 / RATE, { waits: false });
    }
    await showCard(this.#page, card, 1);
    await this.still(seconds);
    await meanwhile?.();
    await this.#page.evaluate(() => window.schemerge.drawn());
    for (let frame = FADE_FRAMES - 1; goes && frame >= 0; frame--) {
      await showCard(this.#page, card, frame / FADE_FRAMES);
      await this.still(1 / RATE, { waits: false });
    }
  }

  /** The first frame is a poster: it says what this is. */
  async begin() {
    const { title, point } = this.#outline;
    await this.#pointer.show();
    await this.card({ title, text: point }, TITLE_SECONDS, { comes: false });
  }

  /** @param {string} link */
  async end(link) {
    await this.card({ title: this.#outline.point, text: link }, END_SECONDS, { goes: false });
  }

  /** @param {number} at @param {(chapter: string) => string} chapterWord */
  async beat(at, chapterWord) {
    const beat = this.#outline.beats[at];
    if (beat === undefined) return;
    const next = this.#page.getByRole('button', { name: 'Next', exact: true });
    if (at > 0) {
      await this.#pointer.go(await middleOf(next));
      await this.#pointer.press();
    }
    const way = await this.#wayTo(at);
    const begins = async () => {
      await this.#beat(at, way);
      await standBack(this.#page, beat.sentence, beat.focus);
    };
    if (at > 0 && beat.chapter !== this.#outline.beats[at - 1]?.chapter) {
      // Where it begins one sees what was: the card lies over it until the new beat is under it.
      await this.#back(at);
      await this.card({ title: chapterWord(beat.chapter) }, CHAPTER_SECONDS, { meanwhile: begins });
    }
    await begins();
    const from = this.seconds;
    const count = Math.round(way * GLIDE_SECONDS * RATE);
    for (let frame = 1; frame < count; frame++) {
      await this.#beat(at, way * (1 - frame / count));
      await this.still(1 / RATE);
    }
    await this.#beat(at);
    await standBack(this.#page, beat.sentence, beat.focus);
    await this.still(LOOK_SECONDS);
    const place = beat.answer === null ? await placeOf(this.#page, beat.focus) : null;
    if (place !== null) await this.#pointer.go(place);
    await this.still(Math.max(1, holdSeconds(beat.sentence) - LOOK_SECONDS));
    if (beat.answer !== null) await this.#answer(beat.answer);
    this.#cues.push(`${clock(from)} --> ${clock(this.seconds)}\n${beat.sentence}\n`);
  }

  /** @param {number} at */
  async #back(at) {
    await this.#beat(at - 1);
  }

  /** How many steps slide in on the way to a beat. @param {number} at */
  async #wayTo(at) {
    const { branch, step } = await this.#beat(at);
    const here = { branch, at: step + (this.lesson.beats[at]?.fraction ?? 0) };
    const stood = this.#stands;
    this.#stands = here;
    if (at === 0 || branch !== stood.branch) return 0;
    return Math.max(0, here.at - Math.max(stood.at, here.at - GLIDES_MAX));
  }

  /** @param {number} option counted from 1 */
  async #answer(option) {
    const ticks = QUESTION_SECONDS * RING_RATE;
    for (let tick = 0; tick < ticks; tick++) {
      await showRing(this.#page, 1 - tick / ticks);
      await this.still(1 / RING_RATE, { waits: false });
    }
    await showRing(this.#page, null);
    await this.#pointer.go(await middleOf(this.#page.getByRole('radio').nth(option - 1)));
    await this.#pointer.press();
    await this.#page.evaluate((chosen) => window.schemerge.answer(chosen), option);
    await this.still(REVEAL_SECONDS);
  }

  /** @param {string} folder */
  async write(folder) {
    const out = join(folder, `${this.#outline.id}.webm`);
    await this.#frames.write(out, VIDEO);
    writeFileSync(join(folder, `${this.#outline.id}.vtt`), ['WEBVTT\n', ...this.#cues].join('\n'));
    return out;
  }

  discard() {
    this.#frames.remove();
  }
}

/**
 * @param {Lesson} lesson
 * @param {{ browser: string, folder: string, link: string, chapterWord: (chapter: string) => string }} how
 * @returns the path of the film
 */
export async function filmLesson(lesson, { browser: executablePath, folder, link, chapterWord }) {
  const server = await preview({ preview: { port: PORT, strictPort: true }, logLevel: 'warn' });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  /** @type {LessonFilm | null} */
  let film = null;
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 720 },
      deviceScaleFactor: 1.5,
      reducedMotion: 'reduce',
    });
    await page.addInitScript(() => {
      Element.prototype.requestFullscreen = () => Promise.reject(new Error('filmed'));
    });
    await page.goto(`http://localhost:${PORT}/?lesson=${lesson.id}`);
    await page.waitForFunction(() => window.schemerge !== undefined);
    await page.waitForFunction(() => document.documentElement.dataset['settled'] === 'true');
    await present(page);
    await filmStage(page);
    const all = await page.evaluate(() => window.schemerge.lessons());
    const outline = all.find((one) => one.id === lesson.id);
    if (outline === undefined) throw new Error(`no lesson ${lesson.id}`);
    const at = await middleOf(page.getByRole('button', { name: 'Next', exact: true }));
    film = new LessonFilm(page, { lesson, outline, at });
    await film.begin();
    for (const beat of outline.beats.keys()) {
      await film.beat(beat, chapterWord);
      process.stdout.write(`\r${beat + 1} of ${outline.beats.length} beats, ${Math.round(film.seconds)} s `);
    }
    await film.end(link);
    process.stdout.write('\n');
    return await film.write(folder);
  } finally {
    film?.discard();
    await browser.close();
    await server.close();
  }
}
