import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Refusal, root } from './install.mjs';

/**
 * Playwright writes WebM with an ffmpeg of its own, which it downloads. Where that cannot be had, a system ffmpeg stands in:
 * it is linked where Playwright looks for its own.
 */

/** Playwright's name for its ffmpeg on this system. */
const NAME = { linux: 'ffmpeg-linux', darwin: 'ffmpeg-mac', win32: 'ffmpeg-win64.exe' }[
  /** @type {'linux' | 'darwin' | 'win32'} */ (process.platform)
];
const CACHE = {
  linux: join(homedir(), '.cache/ms-playwright'),
  darwin: join(homedir(), 'Library/Caches/ms-playwright'),
  win32: join(process.env['LOCALAPPDATA'] ?? '', 'ms-playwright'),
}[/** @type {'linux' | 'darwin' | 'win32'} */ (process.platform)];

/** The folder in which Playwright finds an ffmpeg: what PLAYWRIGHT_BROWSERS_PATH must be. */
export function ffmpegFolder() {
  const listed = JSON.parse(readFileSync(join(root, 'node_modules/playwright-core/browsers.json'), 'utf8'));
  const revision = listed.browsers.find(
    (/** @type {{ name: string }} */ { name }) => name === 'ffmpeg',
  )?.revision;
  const place = `ffmpeg-${revision}`;
  const own = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? CACHE ?? '';
  if (NAME !== undefined && existsSync(join(own, place, NAME))) return own;
  const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', ['ffmpeg'], { encoding: 'utf8' });
  const system = found.status === 0 ? found.stdout.split('\n')[0]?.trim() : undefined;
  if (NAME === undefined || system === undefined || system === '') {
    throw new Refusal(
      'A film needs an ffmpeg: `npx playwright install ffmpeg` fetches Playwright’s own, `apt-get install ffmpeg` the system’s.',
    );
  }
  const folder = join(root, 'node_modules/.cache/ffmpeg');
  mkdirSync(join(folder, place), { recursive: true });
  rmSync(join(folder, place, NAME), { force: true });
  symlinkSync(system, join(folder, place, NAME));
  return folder;
}
