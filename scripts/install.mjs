// Runs before anything is installed, so it may use only what comes with Node.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage */

/** A mistake of the surroundings, told in one sentence: no stack trace would help. */
export class Refusal extends Error {}

/**
 * Runs one of the installed tools, or Node on a script, with its output on this terminal.
 *
 * @param {string} script
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} the exit code
 */
export function runNode(script, args, env = {}) {
  return run(process.execPath, [script, ...args], { env });
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, shell?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell,
    });
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

/** Installs exactly what package-lock.json names, unless it is there already. */
export async function install() {
  checkNode();
  if (isInstalled()) return;
  console.log('Installing what package-lock.json names (npm ci) …');
  const npm = process.env['npm_execpath'];
  const code = npm?.endsWith('.js')
    ? await runNode(npm, ['ci'])
    : await run('npm', ['ci'], { shell: process.platform === 'win32' });
  if (code !== 0) throw new Refusal('The packages could not be installed: see what npm says above.');
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refusal(`Schemerge needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

/** npm writes down what it has installed only once it has finished, so a broken install is not believed. */
function isInstalled() {
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const installed = lockedPackages(installedPath);
  return Object.entries(wanted).every(([path, locked]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return locked.optional === true && !isForThisMachine(locked);
    return found.version === locked.version && found.integrity === locked.integrity;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/**
 * Optional packages are mostly the same binary for other machines; those without a machine may be left out.
 *
 * @param {LockedPackage} locked
 */
function isForThisMachine({ os, cpu, libc }) {
  const hasNoHost = os === undefined && cpu === undefined;
  if (hasNoHost || libc !== undefined) return false;
  return (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
}

/**
 * The end of every entry script: a refusal is one sentence, anything else keeps its stack.
 *
 * @param {() => Promise<void>} main
 */
export async function entry(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
