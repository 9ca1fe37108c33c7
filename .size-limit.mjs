import { existsSync, readFileSync } from 'node:fs';

const page = 'dist/index.html';
if (!existsSync(page)) throw new Error(`${page} is missing: run npm run build first`);

/**
 * What the page itself names: what fits its first picture to the window, and what draws it once it is alive. The engine, which
 * it waits for, is asked for when that picture stands.
 */
const firstScreen = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  ([, path]) => `dist/${path}`,
);

/**
 * With the engine and the projection, which follow at once, the dialogs and drawers, fetched ahead of the first press, and
 * what is fetched when it is asked for: links and QR codes, run files, pictures, the model in TLA+. The script of the
 * workers (the explorer, random runs) carries the engine a second time (60 kB). The lessons are data of their own (15 kB),
 * with their contents page. What a node knows, a lesson as a film and a run that comes back in its lesson are 2 kB. The
 * names of endings are 1 kB, in the page and in the workers. What keeps presses until the page is alive and what fits its first
 * picture to the window are 2 kB. How cards share their width among many boxes, and make room for columns in several lines,
 * is half a kB. What tells the steps of a merge by shards, counts values lost together and names a table that is not shown
 * is 0.8 kB. What shows cut links and data centres in history, heads, legend and words is 1.5 kB. What tells the fate of
 * a cell that is gone, place by place, and what others sent because of a statement is 3.5 kB. That a hand aims where the rows
 * are, focus has an heir and a listener is told of branches and bookmarks, and that collections are written as in CQL, is 2.5 kB.
 * That cards are as high as what stands on them and no higher is half a kB. What a node was told, as CQL on its card, is half a
 * kB. That shards, tables of one name, repairs and moving rows are told apart, and low windows and fades, are 2 kB.
 */
const everything = ['dist/assets/*.js'];

export default [
  { name: 'JavaScript that the first screen needs', path: firstScreen, limit: '130 kB', gzip: true },
  { name: 'All JavaScript of the page', path: everything, limit: '565 kB', gzip: true },
];
