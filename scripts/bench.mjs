import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import { CHROMIUM_FLAGS, findOrGetBrowser } from './browser.mjs';
import { entry, install, root, run } from './install.mjs';

/**
 * `npm run bench` prints figures and ratios and asserts nothing: machines differ, and so do their days.
 * The TypeScript of the figures is bundled first, because Node 20 does not read it.
 */

/** @param {string} path */
async function gzipBytes(path) {
  let bytes = 0;
  for await (const chunk of createReadStream(path).pipe(createGzip({ level: 9 }))) bytes += chunk.length;
  return bytes;
}

async function printFirstLoad() {
  const page = join(root, 'dist/index.html');
  const scripts = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)];
  let total = 0;
  for (const [, path] of scripts) total += await gzipBytes(join(root, 'dist', String(path)));
  let all = 0;
  for (const name of readdirSync(join(root, 'dist/assets'))) {
    if (name.endsWith('.js')) all += await gzipBytes(join(root, 'dist/assets', name));
  }
  console.log(
    `First load: ${(total / 1000).toFixed(1)} kB of JavaScript draw the first screen (budget 130 kB, checked by npm test); ` +
      `${(all / 1000).toFixed(1)} kB with the engine, the projection and the dialogs that follow at once. Gzip.`,
  );
}

await entry(async () => {
  await install();
  const { build, preview } = await import('vite');
  // The page as it is now, so that its size is not that of an older build.
  await build({ root, logLevel: 'warn' });
  const outDir = join(root, 'node_modules/.cache/bench');
  const input = ['engineFigures', 'modelFigures', 'pageFigures'].map((name) =>
    join(root, `scripts/bench/${name}.ts`),
  );
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: { ssr: true, outDir, emptyOutDir: true, target: 'node20', rolldownOptions: { input } },
  });
  process.exitCode = await run(process.execPath, ['--expose-gc', join(outDir, 'engineFigures.js')]);
  process.exitCode ||= await run(process.execPath, [join(outDir, 'modelFigures.js')]);
  await printFirstLoad();
  const served = await preview({ root, logLevel: 'warn', preview: { port: 0 } });
  const address = served.resolvedUrls?.local[0] ?? '';
  const chromium = await findOrGetBrowser({ inWindow: false });
  process.exitCode ||= await run(process.execPath, [
    join(outDir, 'pageFigures.js'),
    address,
    chromium,
    ...CHROMIUM_FLAGS,
  ]);
  await served.close();
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  process.exitCode ||= await run(process.execPath, [vitest, 'bench', '--run']);
});
