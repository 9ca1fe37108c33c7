// Draws the pictures that others show of the page: the touch icon, the maskable icons, the social picture, composed around
// the real stage, and the picture and the loop of README. `npm run build` first; the results are committed under public/
// and docs/.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { CHROMIUM_FLAGS, findOrGetBrowser } from './browser.mjs';
import { loopPicture } from './loop.mjs';

const PORT = 4188;
const OUT = new URL('../public/', import.meta.url);
const mark = readFileSync(new URL('favicon.svg', OUT), 'utf8')
  .replace(/@media[\s\S]*?\}\s*\}/u, '')
  .replace(/<title>.*<\/title>/u, '');
const inter = readFileSync(
  new URL('../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', import.meta.url),
).toString('base64');
/** @param {string} node @param {string} name */
const add = (node, name) => ({
  kind: /** @type {const} */ ('alter-table'),
  node,
  keyspace: 'demo',
  table: 'users',
  changes: [{ kind: /** @type {const} */ ('add'), name, type: 'text' }],
});

const READ = {
  kind: /** @type {const} */ ('select'),
  node: 'B',
  keyspace: 'demo',
  table: 'users',
  key: { id: 1 },
  consistency: /** @type {const} */ ('ONE'),
};

/** @param {number} size @param {number} share of it that the mark takes */
const iconHtml = (size, share) =>
  `<body style="margin:0;width:${size}px;height:${size}px;background:#fafaf7;display:grid;place-items:center">
   <div style="width:${Math.round(size * share)}px;height:${Math.round(size * share)}px">${mark}</div></body>`;

/** @param {Buffer} stage a picture of the stage */
const socialHtml = (stage) =>
  `<style>
     @font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${inter}) }
     body { margin: 0; width: 1200px; height: 630px; overflow: hidden; background: #fafaf7; color: #1a1d24;
       font-family: Inter, "Liberation Sans", sans-serif; position: relative }
     header { position: absolute; left: 64px; top: 60px; display: flex; gap: 22px; align-items: center }
     header div { width: 68px; height: 68px }
     h1 { margin: 0; font-size: 64px; font-weight: 700; letter-spacing: -0.03em }
     p { position: absolute; left: 64px; top: 152px; margin: 0; font-size: 29px; line-height: 1.35; color: #444a55 }
     img { position: absolute; left: 64px; top: 252px; width: 1072px; border: 1.5px solid #e3e3dc; border-bottom: 0;
       border-radius: 14px 14px 0 0; box-sizing: border-box }
   </style>
   <header><div>${mark}</div><h1>Schemerge</h1></header>
   <p>Two nodes change one table at the same moment. Watch how they agree.</p>
   <img src="data:image/png;base64,${stage.toString('base64')}" alt="" />`;

/** Two nodes have parted and two of three agree again. @param {import('@playwright/test').Page} page */
async function agree(page) {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`http://localhost:${PORT}/?sandbox`);
  await page.waitForFunction(() => window.schemerge !== undefined);
  await page.evaluate(
    async (drafts) => {
      for (const draft of drafts) await window.schemerge.do(draft);
      for (let i = 0; i < 3; i++) await window.schemerge.next();
      await window.schemerge.drawn();
    },
    [add('A', 'email'), add('B', 'phone')],
  );
}

/** The stage alone. @param {import('@playwright/test').Page} page */
async function stagePicture(page) {
  await page.setViewportSize({ width: 1728, height: 846 });
  await agree(page);
  // There only where a run is longer than the window.
  for (const tools of await page.getByRole('group', { name: 'Zoom of the history' }).all()) {
    await tools.evaluate((group) => {
      group.style.display = 'none';
    });
  }
  return page.locator('.cluster').screenshot();
}

/** The whole page, with a row that has just been read. @param {import('@playwright/test').Page} page */
async function pagePicture(page) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await agree(page);
  await page.evaluate(async (read) => {
    await window.schemerge.do(read);
    await window.schemerge.drawn();
  }, READ);
  return page.screenshot();
}

const server = await preview({
  build: { outDir: process.env['OUT_DIR'] ?? 'dist' },
  preview: { port: PORT, strictPort: true },
});
const browser = await chromium.launch({
  executablePath: await findOrGetBrowser({ inWindow: false }),
  args: CHROMIUM_FLAGS,
});
try {
  const page = await browser.newPage();
  /** @param {string} name @param {number} width @param {number} height @param {string} html */
  const picture = async (name, width, height, html) => {
    await page.setViewportSize({ width, height });
    await page.setContent(html);
    await page.evaluate(() => document.fonts.ready);
    writeFileSync(new URL(name, OUT), await page.screenshot());
  };
  // A page of its own: what is composed is not under the built page's policy.
  const stage = await stagePicture(await browser.newPage());
  await picture('social.png', 1200, 630, socialHtml(stage));
  await picture('apple-touch-icon.png', 180, 180, iconHtml(180, 0.62));
  await picture('icon-192.png', 192, 192, iconHtml(192, 0.56));
  await picture('icon-512.png', 512, 512, iconHtml(512, 0.56));
  const docs = new URL('../docs/', import.meta.url);
  writeFileSync(new URL('stage.png', docs), await pagePicture(await browser.newPage()));
  const loop = fileURLToPath(new URL('loop.webp', docs));
  await loopPicture(await browser.newPage(), `http://localhost:${PORT}/`, loop);
} finally {
  await browser.close();
  await server.close();
}
