import { existsSync, readFileSync } from 'node:fs';

const page = 'dist/index.html';
if (!existsSync(page)) throw new Error(`${page} is missing: run npm run build first`);

/** What the page loads at once; what it fetches later, on demand, does not hold up the first screen. */
const firstLoad = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  ([, path]) => `dist/${path}`,
);

export default [{ name: 'JavaScript of the first load', path: firstLoad, limit: '130 kB', gzip: true }];
