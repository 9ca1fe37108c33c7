import { showPointer } from './filmStage.mjs';

/**
 * The pointer of a film: it goes where it goes in one eased sweep, rests there, presses; it is never anywhere without having
 * come there.
 */
const SWEEP_SECONDS = 0.4;
const DWELL_SECONDS = 0.25;
const PRESS_FRAMES = 6;

/** @typedef {import('./filmStage.mjs').Point} Point */

export class FilmPointer {
  /** @type {Point} */
  #at;
  #page;
  #rate;
  #still;

  /**
   * @param {import('@playwright/test').Page} page
   * @param {{ at: Point, rate: number, still: (seconds: number) => Promise<void> }} how
   */
  constructor(page, { at, rate, still }) {
    this.#page = page;
    this.#at = at;
    this.#rate = rate;
    this.#still = still;
  }

  show() {
    return showPointer(this.#page, this.#at);
  }

  /** @param {Point} to */
  async go(to) {
    const from = this.#at;
    const way = Math.hypot(to.x - from.x, to.y - from.y);
    if (way < 4) return;
    const frames = Math.round(SWEEP_SECONDS * this.#rate);
    for (let frame = 1; frame <= frames; frame++) {
      const t = frame / frames;
      const eased = t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
      this.#at = { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased };
      await this.show();
      await this.#still(frame === frames ? DWELL_SECONDS : 1 / this.#rate);
    }
  }

  async press() {
    for (let frame = 1; frame <= PRESS_FRAMES; frame++) {
      await showPointer(this.#page, this.#at, frame / PRESS_FRAMES);
      await this.#still(1 / this.#rate);
    }
    await this.show();
  }
}
