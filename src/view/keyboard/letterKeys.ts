// Whether single letters and signs are keys of the page. Someone who dictates, or whose hand rests on the keyboard, can
// turn them off (WCAG 2.1.4); the choice is remembered where the browser allows it.

import { useSyncExternalStore } from 'react';

const KEY = 'schemerge.letters';
const listeners = new Set<() => void>();
let on = remembered() !== 'off';

export const lettersAreKeys = (): boolean => on;

// Another tab has chosen, or has cleared what is remembered.
if (typeof window !== 'undefined') {
  window.addEventListener('storage', () => put(remembered() !== 'off'));
}

export function setLetterKeys(wanted: boolean): void {
  try {
    localStorage.setItem(KEY, wanted ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
  put(wanted);
}

function put(wanted: boolean): void {
  on = wanted;
  for (const listener of listeners) listener();
}

export function useLetterKeys(): boolean {
  return useSyncExternalStore(subscribe, lettersAreKeys);
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
