// The theme that a person chose is remembered on their machine; without a choice the system's preference rules.

export const THEMES = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof THEMES)[number];

/** The part of localStorage that is used here. A browser may refuse it (private mode, blocked cookies). */
export interface ThemeStorage {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

const KEY = 'schemerge.theme';

/** The remembered theme if there is one, else dark or light as the system prefers. */
export function readTheme(storage: () => ThemeStorage, prefersDark: boolean): Theme {
  const remembered = attempt(() => storage().getItem(KEY));
  return THEMES.find((theme) => theme === remembered) ?? (prefersDark ? 'dark' : 'light');
}

/** Remembers the choice where the browser allows it; elsewhere it lasts until the page is closed. */
export function keepTheme(storage: () => ThemeStorage, theme: Theme): void {
  attempt(() => storage().setItem(KEY, theme));
}

// Reading `window.localStorage` itself may throw, so the whole access sits in the guarded function.
function attempt<T>(access: () => T): T | null {
  try {
    return access();
  } catch {
    return null;
  }
}
