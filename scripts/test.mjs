import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrGetBrowser } from './browser.mjs';
import { entry, install, Refusal, root, runNode } from './install.mjs';

/**
 * `npm test` runs every part; `node scripts/test.mjs lint unit` runs those named. A part that fails does not
 * stop the next one. The last line says how many checks passed and failed.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ title: string, run: (reports: string) => Promise<Count> }} Part
 */

/** @type {(passed: boolean) => Count} */
const oneCheck = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

/** @type {(path: string) => string} */
const tool = (path) => join(root, 'node_modules', path);

/** @type {(path: string, ...args: string[]) => Promise<Count>} */
const check = async (path, ...args) => oneCheck((await runNode(tool(path), args)) === 0);

let isBuilt = false;

/** @type {Record<string, Part>} */
const parts = {
  types: { title: 'Types', run: () => check('typescript/bin/tsc', '-b') },
  lint: {
    title: 'Style and walls between the layers',
    run: () => check('@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  },
  unit: { title: 'Units and properties', run: runUnit },
  dead: { title: 'Dead code', run: () => check('knip/bin/knip.js') },
  build: {
    title: 'Build',
    run: async () => {
      // A build keeps one core busy.
      const [page, single] = await Promise.all([
        check('vite/bin/vite.js', 'build'),
        check('vite/bin/vite.js', 'build', '--mode', 'single'),
      ]);
      isBuilt = page.failed + single.failed === 0;
      return { ...page, passed: page.passed + single.passed, failed: page.failed + single.failed };
    },
  },
  size: { title: 'Size of the first load', run: () => onBuild(() => check('size-limit/bin.js')) },
  e2e: { title: 'In the browser', run: (reports) => onBuild(() => runInBrowser(reports)) },
};

/**
 * An old build must not stand in for one that failed.
 *
 * @param {() => Promise<Count>} test
 */
async function onBuild(test) {
  if (isBuilt) return test();
  console.error('Not run: it needs the build, in the same call (node scripts/test.mjs build …).');
  return oneCheck(false);
}

/** @param {string} reports */
async function runUnit(reports) {
  const file = join(reports, 'unit.json');
  const code = await runNode(tool('vitest/vitest.mjs'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return count(code, file, (report) => {
    const files = report.testResults;
    const outcomes = files.flatMap((/** @type {any} */ f) =>
      f.assertionResults.map((/** @type {any} */ a) => a.status),
    );
    const passed = outcomes.filter((/** @type {string} */ o) => o === 'passed').length;
    const failed = outcomes.filter((/** @type {string} */ o) => o === 'failed').length;
    // A file that cannot even be loaded has no tests in it to fail.
    const broken = files.filter(
      (/** @type {any} */ f) =>
        f.status === 'failed' && !f.assertionResults.some((/** @type {any} */ a) => a.status === 'failed'),
    ).length;
    return { passed, failed: failed + broken, skipped: outcomes.length - passed - failed };
  });
}

/** @param {string} reports */
async function runInBrowser(reports) {
  const file = join(reports, 'e2e.json');
  const browser = await findOrGetBrowser({ inWindow: false });
  const args = ['test', '--config', 'e2e', '--project', 'specs', '--reporter', 'list,json'];
  const code = await runNode(tool('@playwright/test/cli.js'), args, {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    SCHEMERGE_CHROMIUM: browser,
  });
  return count(code, file, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

/**
 * A runner that ends badly without naming a failed test has still failed; so has one that leaves no report.
 *
 * @param {number} code
 * @param {string} file
 * @param {(report: any) => Count} read
 */
function count(code, file, read) {
  try {
    const counted = read(JSON.parse(readFileSync(file, 'utf8')));
    return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  } catch (error) {
    console.error(`No report of this part could be read: ${error instanceof Error ? error.message : error}`);
    return oneCheck(false);
  }
}

await entry(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !Object.hasOwn(parts, name));
  if (unknown !== undefined) {
    throw new Refusal(`There is no part "${unknown}": the parts are ${Object.keys(parts).join(', ')}.`);
  }
  await install();

  const reports = mkdtempSync(join(tmpdir(), 'schemerge-test-'));
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, { title, run }] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n── ${title} (${name}) ──`);
    const counted = await run(reports).catch((error) => {
      console.error(error instanceof Refusal ? error.message : error);
      return oneCheck(false);
    });
    console.log(`   ${counted.passed} passed, ${counted.failed} failed`);
    total.passed += counted.passed;
    total.failed += counted.failed;
    total.skipped += counted.skipped;
  }
  rmSync(reports, { recursive: true, force: true });

  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
});
