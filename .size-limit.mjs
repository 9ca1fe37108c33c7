import { existsSync, readFileSync } from 'node:fs';

const page = 'dist/index.html';
if (!existsSync(page)) throw new Error(`${page} is missing: run npm run build first`);

/** What the first screen needs: it is drawn from a stored picture, and a dialog that is asked for early opens on arrival. */
const firstScreen = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  ([, path]) => `dist/${path}`,
);

/**
 * With the engine and the projection, which follow at once, the dialogs and drawers, fetched ahead of the first press, and
 * what is fetched when it is asked for: links and QR codes, run files, pictures, the model in TLA+. The workers of
 * random runs and of the explorer carry the engine a second and a third time (52 kB each: they too know the names that were meant). The lessons are data of their
 * own (15 kB), with their contents page. What a node knows, a lesson as a film and a run that comes back in its lesson are
 * 2 kB. The names of endings are 1 kB, in the page and in both workers.
 */
const everything = ['dist/assets/*.js'];

export default [
  { name: 'JavaScript that the first screen needs', path: firstScreen, limit: '130 kB', gzip: true },
  { name: 'All JavaScript of the page', path: everything, limit: '593 kB', gzip: true },
];
