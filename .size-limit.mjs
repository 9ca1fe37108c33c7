import { existsSync, readFileSync } from 'node:fs';

const page = 'dist/index.html';
if (!existsSync(page)) throw new Error(`${page} is missing: run npm run build first`);

/** What draws the first screen. */
const firstLoad = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  ([, path]) => `dist/${path}`,
);

/**
 * Engine, projection and dialogs follow at once, unasked, and nothing can be pressed before they are there: they are part
 * of the first load by any honest count. The aim for all of it is 130 kB too; until it is reached it must not grow.
 */
const untilOneCanClick = ['dist/assets/*.js'];

export default [
  { name: 'JavaScript that draws the first screen', path: firstLoad, limit: '130 kB', gzip: true },
  { name: 'JavaScript until one can click', path: untilOneCanClick, limit: '168 kB', gzip: true },
];
