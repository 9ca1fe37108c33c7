import { join } from 'node:path';
import { entry, install, Refusal, root, runNode } from './install.mjs';

const PORT_WANTED = 5173;

await entry(async () => {
  await install();
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  if ((await runNode(vite, ['build', '--logLevel', 'warn'])) !== 0) throw new Refusal('The build failed.');

  const { preview } = await import('vite');
  const server = await preview({ root, logLevel: 'warn', preview: { port: PORT_WANTED, strictPort: false } });
  console.log(`Schemerge is at ${server.resolvedUrls?.local[0]} (Ctrl+C ends it)`);
});
