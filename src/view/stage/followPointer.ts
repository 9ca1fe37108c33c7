// A press that may become a drag: follows the pointer wherever it goes until it is let go, and keeps the click that ends a
// drag from being one. Escape, or a browser that takes the pointer away, calls it off.

export interface Place {
  readonly clientX: number;
  readonly clientY: number;
}

export interface Follower {
  /** The press has become a drag; false refuses it. */
  readonly begin: (at: Place) => boolean;
  readonly move: (at: Place) => void;
  readonly drop: () => void;
  readonly cancel: () => void;
  /** A key that changes what the drop would do went down or up. */
  readonly modifier?: (alt: boolean) => void;
}

/** A hand is not still: a press that moves less than this is a click, in px. */
const THRESHOLD = 5;

/** What it returns calls it off, as Escape does. */
export function followPointer(start: Place & { readonly pointerId: number }, follower: Follower): () => void {
  let dragging = false;
  /** Escape: nothing follows any more, and the release that is still to come is no click. */
  let calledOff = false;
  const ending = new AbortController();
  const { signal } = ending;
  const finish = (how: 'drop' | 'cancel'): void => {
    ending.abort();
    if (dragging) {
      swallowClick();
      if (!calledOff) follower[how]();
    }
  };
  const mine = (event: PointerEvent): boolean => event.pointerId === start.pointerId;
  const callOff = (): void => {
    if (!dragging || calledOff) return;
    calledOff = true;
    follower.cancel();
  };
  const move = (event: PointerEvent): void => {
    // It was let go where nobody could hear of it.
    if (mine(event) && event.buttons === 0) {
      finish('cancel');
      return;
    }
    const far = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) >= THRESHOLD;
    if (!mine(event) || calledOff || (!dragging && !far)) return;
    if (!dragging) {
      if (!follower.begin(start)) {
        ending.abort();
        return;
      }
      dragging = true;
    }
    follower.modifier?.(event.altKey);
    follower.move(event);
  };
  const key = (event: KeyboardEvent): void => {
    if (calledOff) return;
    if (event.key === 'Alt') {
      follower.modifier?.(event.type === 'keydown');
    }
    if (event.key === 'Escape' && dragging) {
      event.preventDefault();
      event.stopPropagation();
      callOff();
    }
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', (event) => mine(event) && finish('drop'), { signal });
  window.addEventListener('pointercancel', (event) => mine(event) && finish('cancel'), { signal });
  window.addEventListener('keydown', key, { signal, capture: true });
  window.addEventListener('keyup', key, { signal, capture: true });
  return callOff;
}

function swallowClick(): void {
  const once = new AbortController();
  window.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true, once: true, signal: once.signal },
  );
  // The click follows the release at once, or not at all.
  setTimeout(() => once.abort());
}
