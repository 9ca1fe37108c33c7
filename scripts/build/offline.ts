// Makes the built page work without a network after its first visit: a service worker with the list of everything that
// was built. Forty lines of our own instead of vite-plugin-pwa, which brings Workbox and some 200 packages for one
// strategy: what was built together is kept together, and is replaced together.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Not needed without a network: pictures for other sites. */
const LEFT_OUT = /^(?:social\.png|embed-example\.html|sw\.js)$/;

export const offline: Plugin = {
  name: 'offline',
  apply: 'build',
  writeBundle: {
    // Behind everything else that writes.
    order: 'post',
    sequential: true,
    handler({ dir }) {
      if (dir !== undefined) writeWorker(dir);
    },
  },
};

function writeWorker(dir: string): void {
  const files = filesIn(dir).filter((file) => !LEFT_OUT.test(file));
  const digest = createHash('sha256');
  for (const file of files) {
    digest.update(file).update(readFileSync(join(dir, file)));
  }
  const worker = readFileSync(join(import.meta.dirname, 'serviceWorker.js'), 'utf8');
  const name = `schemerge-${digest.digest('hex').slice(0, 16)}`;
  writeFileSync(
    join(dir, 'sw.js'),
    worker.replace("'__CACHE__'", JSON.stringify(name)).replace("['__FILES__']", JSON.stringify(files)),
  );
}

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}
