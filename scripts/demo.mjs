import { join } from 'node:path';
import { findOrGetBrowser } from './browser.mjs';
import { entry, install, Refusal, root, runNode } from './install.mjs';

// Plays the scripted walks of e2e/demos in a browser, on the built page: `npm run demo -- <name>` plays one.
await entry(async () => {
  await install();
  if ((await runNode(join(root, 'node_modules/vite/bin/vite.js'), ['build', '--logLevel', 'warn'])) !== 0) {
    throw new Refusal('The build failed.');
  }
  const browser = await findOrGetBrowser();
  const args = ['test', '--config', 'e2e', '--project', 'demos', ...process.argv.slice(2)];
  process.exitCode = await runNode(join(root, 'node_modules/@playwright/test/cli.js'), args, {
    SCHEMERGE_CHROMIUM: browser,
  });
});
