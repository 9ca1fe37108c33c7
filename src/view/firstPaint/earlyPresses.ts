// What is pressed in the picture before the page has woken up is not lost: it is pressed again when it has. One script keeps
// the presses and another one wakes the page up: an event tells the first of it.

const AWAKE = 'schemerge:awake';

const KEPT_MAX = 8;

/** Where a button stands, from the top on down: after waking up it may be another element in the same place. */
type Place = readonly number[];

export const tellAwake = (): boolean => document.dispatchEvent(new Event(AWAKE));

/** Presses again, in order, once the page is awake. */
export function keepPresses(): void {
  const kept: (() => void)[] = [];
  const keep = (press: () => void): void => {
    if (kept.length < KEPT_MAX) kept.push(press);
  };
  const click = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button === null) {
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
    if (document.activeElement === document.body) {
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
  const pressAgain = (): void => {
    document.removeEventListener('click', click);
    document.removeEventListener('keydown', key);
    for (const press of kept) press();
  };
  document.addEventListener(AWAKE, pressAgain, { once: true });
}

function placeOf(element: Element): Place {
  const { parentElement: parent } = element;
  return parent === null ? [] : [...placeOf(parent), [...parent.children].indexOf(element)];
}

const elementAt = (place: Place): Element | undefined =>
  place.reduce<Element | undefined>((at, index) => at?.children[index], document.documentElement);
