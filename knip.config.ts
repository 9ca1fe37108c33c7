import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    // The engine's public face: later layers and scripts take from it what they need.
    'src/engine/index.ts',
    'scripts/{start,test,demo,bench,fuzz,lighthouse}.mjs',
    'scripts/build/serviceWorker.js',
    // Built by a plugin (scripts/build/firstPicture.ts).
    'src/view/firstPaint/{before.ts,picture.tsx}',
    'scripts/{bench,fuzz}/*.ts',
  ],
  project: ['src/**/*.{ts,tsx,css}', 'scripts/**/*.{mjs,ts}', 'e2e/**/*.ts', 'lint/**/*.ts', 'model/**/*.ts'],
  playwright: {
    config: ['e2e/playwright.config.ts'],
    entry: ['e2e/specs/**/*.spec.ts', 'e2e/demos/**/*.demo.ts'],
  },
  // Types are named for their readers, used elsewhere or not.
  exclude: ['types'],
  compilers: {
    // Style sheets bring in packages too: what they import or point at is told to Knip as imports.
    css: (text) =>
      [...text.matchAll(/(?:@import\s+|url\()["']?([^"')]+)["']?/g)]
        .map(([, path]) => `import '${path}';`)
        .join('\n'),
  },
};

export default config;
