import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';
import { contentPolicy } from './scripts/build/contentPolicy.ts';
import { firstPicture } from './scripts/build/firstPicture.ts';
import { fontPreload } from './scripts/build/fontPreload.ts';
import { offline } from './scripts/build/offline.ts';
import { partsOfPage } from './scripts/build/parts.ts';
import { singleFile } from './scripts/build/singleFile.ts';

const TESTS = ['src/**/*.test.{ts,tsx}', 'lint/**/*.test.ts', 'model/**/*.test.ts', 'scripts/**/*.test.ts'];
const OWN_MODULES = ['src/scene/words/pseudoLocale.test.ts', 'src/scene/narration/problemsTold.test.ts'];

const isSingle = process.argv.includes('single');

export default defineConfig({
  // Relative addresses: the built folder can be served from any path of any host.
  base: './',
  plugins: [react(), contentPolicy, firstPicture(), ...(isSingle ? [singleFile] : [fontPreload, offline])],
  publicDir: isSingle ? false : 'public',
  build: {
    outDir: isSingle ? 'dist-single' : 'dist',
    // Inlined assets are `data:` addresses, which the policy refuses for fonts; one file has them all inside.
    assetsInlineLimit: isSingle ? Number.MAX_SAFE_INTEGER : 0,
    cssCodeSplit: !isSingle,
    // Everything that lives is one file (scripts/build/parts.ts); .size-limit.mjs holds the sizes that count.
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: isSingle ? ['index.html'] : ['index.html', 'embed.html'],
      output: {
        codeSplitting: isSingle ? false : { groups: partsOfPage(import.meta.dirname) },
      },
    },
  },
  worker: { format: 'es' },
  test: {
    environment: 'node',
    benchmark: { include: ['src/**/*.bench.ts'] },
    setupFiles: ['./vitest.setup.ts'],
    // The modules under test keep nothing between tests, so a worker loads them once: a third of the time.
    // A test that puts another module in the place of one needs modules of its own.
    pool: 'threads',
    // One core is kept free unless this is said: of two that is half, and nothing else runs meanwhile.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          isolate: false,
          include: TESTS,
          exclude: [...configDefaults.exclude, ...OWN_MODULES],
        },
      },
      { extends: true, test: { name: 'own modules', include: OWN_MODULES } },
    ],
    // Laws play thousands of steps; a slow or busy machine must not fail them.
    testTimeout: 60_000,
  },
});
