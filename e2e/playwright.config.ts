import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../scripts/browser.mjs';

const PORT_WANTED = 4317;

const isHeadless = process.env['SCHEMERGE_HEADLESS'] !== 'no';

/** Each worker reads this file again: what is found out here is handed on in the environment. */
process.env['SCHEMERGE_PORT'] ??= String((await portIsFree(PORT_WANTED)) ? PORT_WANTED : await anyFreePort());
process.env['SCHEMERGE_CHROMIUM'] ??= findBrowser({ inWindow: !isHeadless }) ?? '';
const port = process.env['SCHEMERGE_PORT'];
const executablePath = process.env['SCHEMERGE_CHROMIUM'];
const address = `http://localhost:${port}/`;

/** Titles of chapters are laid over the page by inline style, which its policy would refuse. */
const filming = process.env['SCHEMERGE_FILM'] ? { bypassCSP: true } : {};

export default defineConfig({
  outputDir: '../test-results',
  // What a picture shows is the same on every machine or it is no test.
  snapshotPathTemplate: '{testDir}/snapshots/{testFileName}/{arg}{ext}',
  fullyParallel: true,
  // Against what hangs; a machine that is slow or busy must not fail a test.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  reporter: 'list',
  projects: [
    // A demo is also a test: played at once and unseen, it must end where it says.
    { name: 'specs', testDir: '.', testMatch: ['specs/**/*.spec.ts', 'demos/**/*.demo.ts'] },
    {
      name: 'demos',
      testDir: 'demos',
      testMatch: '**/*.demo.ts',
      timeout: 0,
      use: { headless: isHeadless, viewport: { width: 1280, height: 720 }, ...filming },
    },
  ],
  use: {
    baseURL: address,
    // Keeping the whole page for later would cost each test its time; one test asks for it.
    serviceWorkers: 'block',
    // Recording a trace doubles the time of every test: `--trace on` asks for one.
    trace: 'off',
    video: 'off',
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    cwd: '..',
    url: address,
    reuseExistingServer: false,
  },
});

function portIsFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, 'localhost', () => probe.close(() => done(true)));
  });
}

function anyFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, 'localhost', () => {
      const bound = probe.address();
      const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
      probe.close(() => done(port));
    });
  });
}
