import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { Refusal, root, run } from './install.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** The same engine without the program around it: it cannot show a window, and opens a page for two thirds of the cost. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const SILENCE_SECONDS_MAX = 45;
const DOWNLOAD_SECONDS_MAX = 600;

/** What Chromium needs to keep to itself on a machine without a network, and to start at all as root. */
export const CHROMIUM_FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Without a graphics card the plain compositor draws the same for two thirds of the cost.
  '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * The path of a Chromium that starts. What is on the disk comes before what must be fetched: the tests are the
 * same under either, and a fresh clone then costs no download on most machines, and none to fail without a network.
 *
 * @param {{ readonly inWindow: boolean }} wanted
 * @returns {Promise<string>}
 */
export async function findOrGetBrowser({ inWindow }) {
  const found = findBrowser({ inWindow });
  if (found !== null) return found;
  if (await downloadPlaywrightsOwn()) {
    const own = playwrightsOwn();
    if (own !== null && starts(own)) return own;
  }
  for (const name of inWindow ? ['chromium'] : ['chromium-headless-shell', 'chromium']) {
    const system = (await installFromDebian(name)) ? onPath([name]) : null;
    if (system !== null) return system;
  }
  throw new Refusal(
    'No Chromium was found or could be fetched: install one, or set SCHEMERGE_CHROMIUM to the path of its program.',
  );
}

/**
 * @param {{ readonly inWindow: boolean }} wanted
 * @returns {string | null} the path of a Chromium on this disk
 */
export function findBrowser({ inWindow }) {
  const asked = process.env['SCHEMERGE_CHROMIUM'];
  if (asked) {
    if (starts(asked)) return asked;
    throw new Refusal(`SCHEMERGE_CHROMIUM is ${asked}, but no browser starts there.`);
  }
  const shell = inWindow ? null : onPath(SHELLS);
  if (shell !== null) return shell;
  const own = playwrightsOwn();
  if (own !== null && starts(own)) return own;
  return onPath(NAMES) ?? PLACES.find((path) => existsSync(path)) ?? null;
}

function playwrightsOwn() {
  /** @type {typeof import('@playwright/test')} */
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path) && starts(path)) ?? null;
}

/**
 * Some systems ship a `chromium-browser` that only says where to get one. Chrome on Windows opens a window
 * when asked for its version, so there a file is taken at its word.
 *
 * @param {string} path
 */
function starts(path) {
  if (process.platform === 'win32') return existsSync(path);
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /chrom/i.test(stdout);
}

/** @returns {Promise<boolean>} */
function downloadPlaywrightsOwn() {
  console.log('No Chromium on this machine: fetching the one Playwright keeps …');
  return new Promise((done) => {
    const cli = join(root, 'node_modules/@playwright/test/cli.js');
    const child = spawn(process.execPath, [cli, 'install', 'chromium'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // A slow line may take its time as long as something arrives; a blocked one is not waited for.
    let silence = setTimeout(() => child.kill(), SILENCE_SECONDS_MAX * 1000);
    const limit = setTimeout(() => child.kill(), DOWNLOAD_SECONDS_MAX * 1000);
    child.stdout.on('data', () => {
      clearTimeout(silence);
      silence = setTimeout(() => child.kill(), SILENCE_SECONDS_MAX * 1000);
    });
    child.stderr.resume();
    child.on('close', (code) => {
      clearTimeout(silence);
      clearTimeout(limit);
      console.log(code === 0 ? 'Fetched.' : 'That download is not to be had here.');
      done(code === 0);
    });
  });
}

/**
 * @param {string} name
 * @returns {Promise<boolean>}
 */
async function installFromDebian(name) {
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) return false;
  console.log(`Installing ${name} with apt-get …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await run('apt-get', ['update', '-qq'], { env });
  return updated === 0 && (await run('apt-get', ['install', '-y', '-qq', name], { env })) === 0;
}
