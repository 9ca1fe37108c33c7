// Keys of the whole page. A control that has the focus keeps its own keys, an open dialog keeps all of them, and while one
// is being opened no key does anything else.

import { isOpening } from '../loading/opening.ts';
import { lettersAreKeys } from './letterKeys.ts';
import { type ActionReach, PAGE_ACTIONS, type PageAction } from './pageActions.ts';

const BY_CHORD = new Map(
  PAGE_ACTIONS.flatMap((action) => action.keys.map((chord) => [chord, action] as const)),
);

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'getModifierState'
>;

/** 'ArrowRight', 'Alt+ArrowRight', 'p', '?', 'Ctrl+Shift+z': the command key of a Mac counts as Ctrl. */
export function chordOf(event: Pressed): string {
  const printed = [...event.key].length === 1 && event.key !== ' ';
  // A sign that is typed with AltGr or Shift is the sign, whatever it takes to type it.
  const typed = event.getModifierState('AltGraph');
  const isLetter = /^\p{L}$/u.test(event.key);
  const control = !typed && (event.ctrlKey || event.metaKey);
  const shift = event.shiftKey && (!printed || (isLetter && control));
  const key = event.key === ' ' ? 'Space' : printed ? event.key.toLowerCase() : event.key;
  return [control && 'Ctrl', !typed && event.altKey && 'Alt', shift && 'Shift', key]
    .filter(Boolean)
    .join('+');
}

/** Typed by accident or by dictation: these can be turned off (WCAG 2.1.4). */
export const isSingleSign = (chord: string): boolean => [...chord].length === 1;

/** True when the key was one of the page's. */
export function handleKey(event: KeyboardEvent, reach: ActionReach): boolean {
  if (event.defaultPrevented || event.isComposing) {
    return false;
  }
  const chord = chordOf(event);
  if (isInDialog(event.target)) {
    return false;
  }
  if (isOpening()) {
    return chord !== 'Tab' && chord !== 'Shift+Tab' && !chord.startsWith('Ctrl+');
  }
  const action = actionOf(chord);
  if (action === undefined || ownsKey(event.target, chord)) {
    return false;
  }
  action.run(reach);
  return true;
}

const REMOTE = new Set(['PageDown', 'PageUp']);

/**
 * In a lesson the two keys of a remote go on and back, whatever was last pointed at: a list, the time line and an option have
 * other keys of their own. Asked before they hear of it.
 */
export function handleRemote(event: KeyboardEvent, reach: ActionReach): boolean {
  const { target } = event;
  const isHeld =
    target instanceof HTMLElement && target.matches('[type="range"], [type="radio"], [role="listbox"]');
  const chord = chordOf(event);
  if (!isHeld || !REMOTE.has(chord) || isInDialog(target) || reach.session.store.getState().lesson === null) {
    return false;
  }
  actionOf(chord)?.run(reach);
  return true;
}

function actionOf(chord: string): PageAction | undefined {
  return isSingleSign(chord) && !lettersAreKeys() ? undefined : BY_CHORD.get(chord);
}

const PRESSED =
  'button, a[href], summary, [role="option"], [role="listbox"], [role="tab"], [type="checkbox"], [type="radio"]';
const PRESSING = new Set(['Space', 'Enter']);
const MOVING = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('dialog') !== null;

/** Whether the focused control means something else by this key. */
function ownsKey(target: EventTarget | null, chord: string): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  if (target.matches('input[type="range"]')) {
    return MOVING.has(chord);
  }
  if (target.matches('input[type="radio"], input[type="checkbox"]')) {
    return MOVING.has(chord) || PRESSING.has(chord);
  }
  if (target.matches('input, select, textarea, [contenteditable]')) {
    return true;
  }
  return PRESSING.has(chord) && target.matches(PRESSED);
}
