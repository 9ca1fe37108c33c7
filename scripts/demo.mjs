import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOrGetBrowser } from './browser.mjs';
import { ffmpegFolder } from './ffmpeg.mjs';
import { filmLesson } from './film.mjs';
import { entry, install, Refusal, root, runNode } from './install.mjs';

/**
 * `npm run demo` lists the walks of e2e/demos and the lessons; `npm run demo -- <name>` plays one on the built page, in a
 * window and at a pace at which one can read along. `--headless` plays it unseen, `--instant` without any waiting;
 * `--record` makes a film of a lesson: a WebM, and its captions beside it; with `--frames` one of 1920x1080 that is drawn
 * frame by frame, and so is the same on every machine. `--page=ADDRESS` is where its last picture says the lesson is.
 */
const SUFFIX = '.demo.ts';
const LESSONS = 'lessons';
const FLAGS = ['--headless', '--instant', '--record', '--frames', '--page'];
const folder = join(root, 'e2e', 'demos');
const films = join(root, 'films');

const walks = () =>
  readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .filter((name) => name !== LESSONS)
    .sort();

/** A demo for each lesson, from the lesson's own data. */
async function lessons() {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, 'src/lessons/catalogue.ts'), { root, configFile: false });
  return /** @type {readonly { id: string, number: number | null, texts: Readonly<Record<string, string>>, beats: readonly { fraction?: number }[] }[]} */ (
    module.LESSONS
  );
}

/** What follows the name of an option: `--page=https://…`. @param {string} name */
const option = (name) => process.argv.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);

/** The names of chapters, as the page's own films have them. */
async function chapterWords() {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, 'src/scene/words/takeAlongWords.ts'), {
    root,
    configFile: false,
  });
  const { chapterWord } = /** @type {{ chapterWord: (chapter: string) => string }} */ (module);
  return chapterWord;
}

/** @param {string} name what the file's first comment says of the demo */
function about(name) {
  const [first = ''] = readFileSync(join(folder, name + SUFFIX), 'utf8').split('\n');
  return first.replace(/^\/\/\s*/, '');
}

/** A window needs somewhere to be: always so on Windows and macOS, by X11 or Wayland elsewhere. */
function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

async function build() {
  if ((await runNode(join(root, 'node_modules/vite/bin/vite.js'), ['build', '--logLevel', 'warn'])) !== 0) {
    throw new Refusal('The build failed.');
  }
}

/**
 * @param {string} name
 * @param {boolean} isLesson
 */
async function play(name, isLesson) {
  const records = process.argv.includes('--record');
  const isHeadless = records || process.argv.includes('--headless');
  if (!isHeadless && !hasDisplay()) {
    throw new Refusal(
      `There is no display to show the demo on: add \`--headless\` (npm run demo -- ${name} --headless).`,
    );
  }
  /** @type {Record<string, string>} */
  const filming = {};
  if (records) {
    mkdirSync(films, { recursive: true });
    filming['SCHEMERGE_FILM'] = films;
    filming['PLAYWRIGHT_BROWSERS_PATH'] = ffmpegFolder();
  }
  await build();
  const browser = await findOrGetBrowser({ inWindow: !isHeadless });
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  process.exitCode = await runNode(
    cli,
    [
      'test',
      '--config',
      'e2e',
      '--project',
      'demos',
      '--workers',
      '1',
      `/${isLesson ? LESSONS : name}${SUFFIX}`,
      ...(isLesson ? ['--grep', `${name}$`] : []),
    ],
    {
      ...filming,
      SCHEMERGE_PAGE: option('--page') ?? '',
      SCHEMERGE_CHROMIUM: browser,
      SCHEMERGE_HEADLESS: isHeadless ? 'yes' : 'no',
      SCHEMERGE_PACE: process.argv.includes('--instant') ? 'instant' : 'demo',
    },
  );
}

await entry(async () => {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg.startsWith('-') && !FLAGS.includes(arg.split('=')[0] ?? ''));
  if (unknown !== undefined)
    throw new Refusal(`There is no option ${unknown}: the options are ${FLAGS.join(', ')}.`);
  await install();
  const course = await lessons();
  const [name, ...more] = args.filter((arg) => !arg.startsWith('-'));
  if (name === undefined) {
    for (const { id, texts } of course) console.log(`${id.padEnd(24)} Lesson: ${texts['title']}`);
    for (const each of walks()) console.log(`${each.padEnd(24)} ${about(each)}`);
    console.log('\nnpm run demo -- <name> plays one; --record makes a film of a lesson.');
    return;
  }
  if (more.length > 0) throw new Refusal('One demo at a time: name one.');
  const isLesson = course.some(({ id }) => id === name);
  if (!isLesson && !existsSync(join(folder, name + SUFFIX))) {
    throw new Refusal(`There is no demo "${name}": \`npm run demo\` lists them.`);
  }
  if (!isLesson && args.includes('--record')) {
    throw new Refusal(`"${name}" is no lesson: only lessons have the chapters and captions of a film.`);
  }
  const lesson = course.find(({ id }) => id === name);
  if (args.includes('--frames')) {
    if (lesson === undefined || !args.includes('--record')) {
      throw new Refusal(
        '`--frames` says how a lesson is recorded: `npm run demo -- <lesson> --record --frames`.',
      );
    }
    await build();
    mkdirSync(films, { recursive: true });
    const browser = await findOrGetBrowser({ inWindow: false });
    const link = `${option('--page') ?? ''}?lesson=${lesson.id}`;
    const how = { browser, folder: films, link, chapterWord: await chapterWords() };
    console.log(`The film: ${await filmLesson(lesson, how)}`);
    return;
  }
  await play(name, isLesson);
  if (args.includes('--record') && process.exitCode === 0)
    console.log(`The film: ${join(films, `${name}.webm`)}`);
});
