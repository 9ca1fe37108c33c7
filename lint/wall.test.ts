import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * A wall nobody has run into is a wall nobody knows to stand. Each fault below is planted in a small copy of
 * the tree that has this repository's own rules, and must be reported by the rule named beside it; the
 * permitted lines must pass.
 */

const root = resolve(import.meta.dirname, '..');
const layers = ['engine', 'scene', 'lessons', 'workers', 'store', 'view'] as const;
type Layer = (typeof layers)[number];

interface Plant {
  readonly name: string;
  readonly layer: Layer;
  readonly code: string;
  /** The rule that must speak up; null where the code is allowed. */
  readonly rule: string | null;
  readonly file?: string;
}

const importOf = (path: string): string => `import { value } from '${path}';\nexport const used = value;\n`;

const importPlant = (layer: Layer, path: string, allowed: boolean): Plant => ({
  name: `${layer}/ ${allowed ? 'may' : 'may not'} import ${path}`,
  layer,
  code: importOf(path),
  rule: allowed ? null : 'noRestrictedImports',
});

const belowOf: Readonly<Record<Layer, readonly Layer[]>> = {
  engine: [],
  scene: ['engine'],
  lessons: ['engine'],
  workers: ['engine'],
  store: ['lessons', 'engine'],
  view: ['workers', 'store', 'scene', 'lessons', 'engine'],
};

const betweenLayers: readonly Plant[] = layers.flatMap((layer) =>
  layers
    .filter((other) => other !== layer)
    .map((other) => importPlant(layer, `../${other}/index.ts`, belowOf[layer].includes(other))),
);

const pastTheFace: readonly Plant[] = layers
  .filter((layer) => layer !== 'engine')
  .map((layer) => importPlant(layer, '../engine/inside.ts', false));

/** Inside the engine imports go down too: from many nodes to one, to storage, to schemas, to words. */
const floors = ['plain', 'cql', 'config', 'schema', 'storage', 'cluster', 'sim', 'explore'] as const;

const betweenFloors: readonly Plant[] = floors.flatMap((floor, height) =>
  floors
    .filter((other) => other !== floor)
    .map((other) => ({
      ...importPlant('engine', `../${other}/rule.ts`, floors.indexOf(other) < height),
      name: `engine/${floor}/ ${floors.indexOf(other) < height ? 'may' : 'may not'} import ../${other}/`,
      file: `${floor}/planted-${other}.ts`,
    })),
);

const packages: readonly Plant[] = [
  importPlant('engine', '@noble/hashes/legacy.js', true),
  importPlant('engine', 'd3', false),
  importPlant('store', 'fflate', true),
  importPlant('scene', 'fflate', false),
  importPlant('engine', 'react', false),
  importPlant('engine', 'zustand/vanilla', false),
  importPlant('engine', 'some-new-package', false),
  importPlant('scene', 'd3', true),
  importPlant('scene', 'react', false),
  importPlant('scene', 'zustand', false),
  importPlant('lessons', 'd3', false),
  importPlant('workers', 'react', false),
  importPlant('store', 'zustand/vanilla', true),
  importPlant('store', 'zustand', false),
  importPlant('store', 'react', false),
  importPlant('view', 'react', true),
];

const ambient: readonly Plant[] = (['engine', 'scene', 'lessons'] as const).flatMap((layer) =>
  [
    ['Math.random()', 'plugin'],
    ['new Date(0)', 'plugin'],
    ['Date.now()', 'plugin'],
    ["'a'.localeCompare('b')", 'plugin'],
    ['(1000).toLocaleString()', 'plugin'],
    ['new Intl.NumberFormat()', 'noRestrictedGlobals'],
    ['performance.now()', 'noRestrictedGlobals'],
    ['setTimeout(() => {}, 1)', 'noRestrictedGlobals'],
    ['typeof document', 'noRestrictedGlobals'],
  ].map(([code = '', rule = '']) => ({
    name: `${layer}/ may not say ${code}`,
    layer,
    code: `export const made = ${code};\n`,
    rule,
  })),
);

const habits: readonly Plant[] = [
  { name: 'no default export', layer: 'engine', code: 'export default 1;\n', rule: 'noDefaultExport' },
  { name: 'no any', layer: 'store', code: 'export const a: any = 1;\n', rule: 'noExplicitAny' },
  {
    name: 'no non-null assertion',
    layer: 'scene',
    code: 'export const first = (xs: readonly string[]) => xs.at(0)!;\n',
    rule: 'noNonNullAssertion',
  },
  {
    name: 'no promise left floating',
    layer: 'store',
    code: 'async function save(): Promise<void> {}\nexport const go = () => {\n  save();\n};\n',
    rule: 'noFloatingPromises',
  },
  {
    name: 'no inner HTML',
    layer: 'view',
    file: 'html.tsx',
    code: 'export const Raw = ({ text }: { text: string }) => <p dangerouslySetInnerHTML={{ __html: text }} />;\n',
    rule: 'noDangerouslySetInnerHtml',
  },
  {
    name: 'no function beyond one screen',
    layer: 'view',
    code: `export function long() {\n${'  used();\n'.repeat(90)}}\nfunction used() {}\n`,
    rule: 'noExcessiveLinesPerFunction',
  },
  {
    name: 'no file beyond a sitting',
    layer: 'view',
    code: Array.from({ length: 330 }, (_, i) => `export const a${i} = ${i};\n`).join(''),
    rule: 'noExcessiveLinesPerFile',
  },
  {
    name: 'no import cycle',
    layer: 'engine',
    code: "import { inside } from './inside.ts';\nexport const value = inside;\n",
    file: 'index.ts',
    rule: 'noImportCycles',
  },
  {
    name: 'no test tool outside tests',
    layer: 'engine',
    code: "import { test } from 'vitest';\nexport const used = test;\n",
    rule: 'noUndeclaredDependencies',
  },
  {
    name: 'a test may use the test tools and roll dice',
    layer: 'engine',
    code: "import { test } from 'vitest';\ntest('x', () => void Math.random());\n",
    file: 'allowed.test.ts',
    rule: null,
  },
];

const plants = [...betweenLayers, ...betweenFloors, ...pastTheFace, ...packages, ...ambient, ...habits].map(
  (plant, i) => ({
    ...plant,
    path: `src/${plant.layer}/${plant.file ?? `plant${i}.ts`}`,
  }),
);

let copy = '';
/** Rule names reported, by path in the copy. */
const reported = new Map<string, Set<string>>();

function write(path: string, text: string): void {
  const target = join(copy, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function run(tool: string, args: readonly string[]): string {
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'schemerge-wall-'));
  const rules = [
    'biome.json',
    'package.json',
    '.gitignore',
    'tsconfig.base.json',
    'src/engine/tsconfig.json',
  ];
  for (const path of [...rules, 'lint/no-ambient.grit']) cpSync(join(root, path), join(copy, path));
  for (const layer of layers) write(`src/${layer}/index.ts`, 'export const value = 1;\n');
  write('src/engine/inside.ts', "import { value } from './index.ts';\nexport const inside = value;\n");
  for (const { path, code } of plants) write(path, code);

  const report: { diagnostics: { category: string; location: { path: string } }[] } = JSON.parse(
    run('@biomejs/biome/bin/biome', ['lint', '--reporter=json', '--max-diagnostics=none', 'src']),
  );
  for (const { category, location } of report.diagnostics) {
    const rule = category.split('/').at(-1) ?? category;
    reported.set(location.path, (reported.get(location.path) ?? new Set()).add(rule));
  }
}, 30_000);

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

test.each(plants.map((plant) => [plant.name, plant] as const))('%s', (_, { path, rule }) => {
  const rules = [...(reported.get(path) ?? [])];
  if (rule === null) expect(rules).toEqual([]);
  else expect(rules).toContain(rule);
});

test('the engine cannot even name the page, a timer or Node: the compiler does not know them', () => {
  const names = ['document', 'setTimeout', 'performance', 'fetch', 'process', 'structuredClone'];
  rmSync(join(copy, 'src/engine'), { recursive: true });
  cpSync(join(root, 'src/engine/tsconfig.json'), join(copy, 'src/engine/tsconfig.json'));
  for (const name of names) write(`src/engine/${name}.ts`, `export const met: unknown = ${name};\n`);
  write('src/engine/sound.ts', 'export const sorted: readonly number[] = [2, 1].toSorted();\n');

  const complaints = run('typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '-p', 'src/engine']);

  for (const name of names) expect(complaints).toContain(`Cannot find name '${name}'`);
  expect(complaints).not.toContain('sound.ts');
});
