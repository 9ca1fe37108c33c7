import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { entry, install, Refusal, root, run } from './install.mjs';

/**
 * `npm run fuzz -- --seconds 60` plays random runs, judges the promises, shrinks what breaks one, and prints it as a link.
 * The TypeScript is bundled first, because Node 20 does not read it.
 */

const HELP = `npm run fuzz -- [--seconds N] [--seed S] [--runs N] [--protections name=value,…] [--page ADDRESS]

  --seconds N       for how long (10 unless said); or
  --runs N          how many runs
  --seed S          where the seeds begin (1 unless said); the same seed makes the same runs
  --protections …   other than those of 2016, e.g. droppedAt=false,syncBeforeApply=convertToMine,syncedCheck=false
  --page ADDRESS    the page that links open, e.g. http://localhost:4173/`;

await entry(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(HELP);
    return;
  }
  await install();
  const { build } = await import('vite');
  const outDir = join(root, 'node_modules/.cache/fuzz');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { input: [join(root, 'scripts/fuzz/fuzz.ts')] },
    },
  });
  const bundle = join(outDir, 'fuzz.js');
  if (!existsSync(bundle)) throw new Refusal('The fuzzer could not be bundled: see what Vite says above.');
  process.exitCode = await run(process.execPath, [bundle, ...args]);
});
