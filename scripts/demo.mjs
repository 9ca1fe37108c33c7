import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOrGetBrowser } from './browser.mjs';
import { entry, install, Refusal, root, runNode } from './install.mjs';

/**
 * `npm run demo` lists the walks of e2e/demos; `npm run demo -- <name>` plays one on the built page, in a window and at
 * a pace at which one can read along. `--headless` plays it unseen, `--instant` without any waiting.
 */
const SUFFIX = '.demo.ts';
const FLAGS = ['--headless', '--instant'];
const folder = join(root, 'e2e', 'demos');

const names = () =>
  readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();

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

/** @param {string} name */
async function play(name) {
  const isHeadless = process.argv.includes('--headless');
  if (!isHeadless && !hasDisplay()) {
    throw new Refusal(
      `There is no display to show the demo on: add \`--headless\` (npm run demo -- ${name} --headless).`,
    );
  }
  await install();
  if ((await runNode(join(root, 'node_modules/vite/bin/vite.js'), ['build', '--logLevel', 'warn'])) !== 0) {
    throw new Refusal('The build failed.');
  }
  const browser = await findOrGetBrowser({ inWindow: !isHeadless });
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  process.exitCode = await runNode(
    cli,
    ['test', '--config', 'e2e', '--project', 'demos', '--workers', '1', `/${name}${SUFFIX}`],
    {
      SCHEMERGE_CHROMIUM: browser,
      SCHEMERGE_HEADLESS: isHeadless ? 'yes' : 'no',
      SCHEMERGE_PACE: process.argv.includes('--instant') ? 'instant' : 'demo',
    },
  );
}

await entry(async () => {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg.startsWith('-') && !FLAGS.includes(arg));
  if (unknown !== undefined)
    throw new Refusal(`There is no option ${unknown}: the options are ${FLAGS.join(' and ')}.`);
  const [name, ...more] = args.filter((arg) => !arg.startsWith('-'));
  if (name === undefined) {
    for (const each of names()) console.log(`${each.padEnd(20)} ${about(each)}`);
    console.log('\nnpm run demo -- <name> plays one.');
    return;
  }
  if (more.length > 0) throw new Refusal('One demo at a time: name one.');
  if (!existsSync(join(folder, name + SUFFIX))) {
    throw new Refusal(`There is no demo "${name}": \`npm run demo\` lists them.`);
  }
  await play(name);
});
