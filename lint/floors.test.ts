import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Inside the scene and the store, too, imports go down: each folder takes only from those before it here, and what stands
 * in the layer's own folder puts the others together. The engine's floors are held by lint (`wall.test.ts`).
 */
const FLOORS = {
  scene: [
    ...[
      'shape',
      'words',
      'run',
      'narration',
      'text',
      'versions',
      'node',
      'ids',
      'hearing',
      'loom',
      'transport',
    ],
    ...['operator', 'verdict', 'orders', 'inspector', 'compare', 'console'],
  ],
  store: [
    ...['words', 'state', 'time', 'sandbox', 'runs', 'lesson', 'presenter', 'console', 'keeping', 'embed'],
    'automation',
  ],
} as const;
type Layer = keyof typeof FLOORS;

const src = resolve(import.meta.dirname, '../src');
const isTest = (path: string): boolean => /\.(test|bench|test-support)\.ts$/.test(path);

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Paths below the layer's folder. */
function importsIn(layer: Layer, path: string, text: string): readonly Import[] {
  return [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)]
    .map(([, to = '']) => relative(layer, join(dirname(join(layer, path)), to)))
    .filter((to) => !to.startsWith('..'))
    .map((to) => ({ from: path, to }));
}

function importsOf(layer: Layer): readonly Import[] {
  return readdirSync(join(src, layer), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !isTest(path))
    .flatMap((path) => importsIn(layer, path, readFileSync(join(src, layer, path), 'utf8')));
}

/** The height of a file's folder; -1: none that is known. The layer's own folder is the top. */
function heightOf(layer: Layer, path: string): number {
  const folders: readonly string[] = FLOORS[layer];
  return path.includes('/') ? folders.indexOf(path.split('/')[0] ?? '') : folders.length;
}

const upward = (layer: Layer, imports: readonly Import[]): readonly string[] =>
  imports
    .filter(({ from, to }) => heightOf(layer, from) < heightOf(layer, to) || heightOf(layer, from) === -1)
    .map(({ from, to }) => `${layer}/${from} imports ${layer}/${to}`);

test.each(['scene', 'store'] as const)('the folders of the %s stand on each other', (layer) => {
  const imports = importsOf(layer);
  expect(imports.length).toBeGreaterThan(100);
  expect(upward(layer, imports)).toEqual([]);
  const folders = readdirSync(join(src, layer), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const tests = ['__snapshots__', 'scenarios'];
  expect(folders.map(({ name }) => name).filter((name) => !tests.includes(name))).toEqual(
    FLOORS[layer].toSorted(),
  );
});

test.each([
  ['scene', 'run/moment.ts', '../loom/loom.ts', false],
  ['scene', 'loom/loom.ts', '../run/moment.ts', true],
  ['scene', 'node/nodeCard.ts', '../project.ts', false],
  ['scene', 'project.ts', './loom/loom.ts', true],
  ['scene', 'loom/loom.ts', '../../engine/index.ts', true],
  ['scene', 'elsewhere/loom.ts', '../run/moment.ts', false],
  ['store', 'keeping/link/link.ts', '../../automation/automation.ts', false],
  ['store', 'automation/automation.ts', '../keeping/link/link.ts', true],
] as const)('planted: %s/%s importing %s, allowed: %s', (layer, path, to, isAllowed) => {
  const found = upward(layer, importsIn(layer, path, `import { value } from '${to}';\n`));
  expect(found.length === 0).toBe(isAllowed);
});
