// What is pressed in the picture before the page has woken up is not lost: it is pressed again when it has. One script keeps
// the presses and another one wakes the page up: events tell the first of it.

import { elementAt, placeOf } from './place.ts';

const WAKING = 'schemerge:waking';
const AWAKE = 'schemerge:awake';

const KEPT_MAX = 8;

/** From here on the picture answers by itself. */
export const tellWaking = (): boolean => document.dispatchEvent(new Event(WAKING));

export const tellAwake = (): boolean => document.dispatchEvent(new Event(AWAKE));

/** Presses again, in order, once the page is awake. */
export function keepPresses(): void {
  const kept: (() => void)[] = [];
  let picture: Element | null = null;
  /** What has taken its place answers by itself. */
  const isThere = (): boolean => {
    picture ??= document.querySelector('.app');
    return picture?.isConnected === true;
  };
  const keep = (press: () => void): void => {
    if (kept.length < KEPT_MAX) kept.push(press);
  };
  const click = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button === null || !isThere() || !picture?.contains(button)) {
      return;
    }
    const place = placeOf(button);
    keep(() => {
      const now = elementAt(place);
      if (now instanceof HTMLButtonElement && now.textContent === button.textContent) now.click();
    });
  };
  const key = (event: KeyboardEvent): void => {
    // A button that has the focus answers to its keys with a click.
    if (document.activeElement === document.body && isThere()) {
      const { key: pressed, code, ctrlKey, metaKey, altKey, shiftKey } = event;
      const again = {
        key: pressed,
        code,
        ctrlKey,
        metaKey,
        altKey,
        shiftKey,
        bubbles: true,
        cancelable: true,
      };
      keep(() => document.body.dispatchEvent(new KeyboardEvent('keydown', again)));
    }
  };
  document.addEventListener('click', click);
  document.addEventListener('keydown', key);
  const stop = (): void => {
    document.removeEventListener('click', click);
    document.removeEventListener('keydown', key);
  };
  const pressAgain = (): void => {
    stop();
    for (const press of kept) press();
  };
  document.addEventListener(WAKING, stop, { once: true });
  document.addEventListener(AWAKE, pressAgain, { once: true });
}
