// `npm run lighthouse`: the built page's scores. Lighthouse is fetched for the occasion and not a dependency: it is as large
// as all others together, and needed once a release. Version 12 is the last that runs on Node 20.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_FLAGS, findBrowser } from './browser.mjs';
import { root } from './install.mjs';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const PORT = 4319;
const ADDRESS = `http://localhost:${PORT}/`;

const browser = findBrowser({ inWindow: true });
const report = join(mkdtempSync(join(tmpdir(), 'lighthouse-')), 'report.json');
const vite = join(root, 'node_modules/vite/bin/vite.js');
const server = spawn(process.execPath, [vite, 'preview', '--port', String(PORT), '--strictPort'], {
  cwd: root,
});
await new Promise((listening) => server.stdout.once('data', listening));
const flags = ['--headless=new', ...CHROMIUM_FLAGS].join(' ');
spawnSync(
  'npx',
  [
    '--yes',
    LIGHTHOUSE,
    ADDRESS,
    '--quiet',
    '--preset=desktop',
    '--output=json',
    `--output-path=${report}`,
    `--chrome-flags=${flags}`,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(browser === null ? {} : { CHROME_PATH: browser }) },
  },
);
server.kill();

const { categories } = JSON.parse(readFileSync(report, 'utf8'));
for (const { title, score } of Object.values(categories)) console.log(`${title}: ${Math.round(score * 100)}`);
console.log(`The whole report: ${report}`);
