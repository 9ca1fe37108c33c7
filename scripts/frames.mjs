import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from './install.mjs';

/**
 * Moving pictures from stills, each of which stands for as long as it is told to: the same stills are the same film, however
 * long drawing them took.
 */

/** The system's ffmpeg; Playwright's own reads no stills. */
function ffmpeg() {
  const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', ['ffmpeg'], { encoding: 'utf8' });
  const path = found.status === 0 ? found.stdout.split('\n')[0]?.trim() : '';
  if (!path) {
    throw new Refusal('A film made of frames needs the system’s ffmpeg: `apt-get install ffmpeg` brings it.');
  }
  return path;
}

export class Frames {
  #folder = mkdtempSync(join(tmpdir(), 'schemerge-frames-'));
  /** @type {{ file: string, seconds: number }[]} */
  #stills = [];
  #ffmpeg = ffmpeg();

  /** Seconds so far. */
  get length() {
    return this.#stills.reduce((sum, { seconds }) => sum + seconds, 0);
  }

  /** @param {Buffer} png @param {number} seconds */
  add(png, seconds) {
    const file = join(this.#folder, `${String(this.#stills.length).padStart(6, '0')}.png`);
    writeFileSync(file, png);
    this.#stills.push({ file, seconds });
  }

  /** The last still, for longer. @param {number} seconds */
  hold(seconds) {
    const last = this.#stills.at(-1);
    if (last !== undefined) last.seconds += seconds;
  }

  /**
   * @param {string} out
   * @param {readonly string[]} how ffmpeg's words for the kind of picture
   */
  async write(out, how) {
    const list = join(this.#folder, 'list.txt');
    const lines = this.#stills.flatMap(({ file, seconds }) => [`file '${file}'`, `duration ${seconds}`]);
    // The list's last still has no end of its own: it is named once more.
    writeFileSync(
      list,
      ['ffconcat version 1.0', ...lines, `file '${this.#stills.at(-1)?.file}'`, ''].join('\n'),
    );
    const args = [
      '-v',
      'error',
      '-y',
      '-f',
      'concat',
      '-safe',
      '0',
      '-i',
      list,
      '-t',
      String(this.length),
      ...how,
      out,
    ];
    const code = await new Promise((done) => {
      spawn(this.#ffmpeg, args, { stdio: ['ignore', 'inherit', 'inherit'] }).on('close', done);
    });
    if (code !== 0) throw new Refusal(`ffmpeg could not write ${out}.`);
  }

  remove() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
