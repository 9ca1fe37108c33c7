import { expect, test } from 'vitest';
import { keepTheme, readTheme, type ThemeStorage } from './theme.ts';

function memory(): ThemeStorage {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

const refusing = (): ThemeStorage => {
  throw new Error('SecurityError');
};

test('without a choice the system decides between light and dark', () => {
  expect(readTheme(memory, true)).toBe('dark');
  expect(readTheme(memory, false)).toBe('light');
});

test('a choice is remembered; what is no theme is not', () => {
  const storage = memory();
  keepTheme(() => storage, 'projector');
  expect(readTheme(() => storage, true)).toBe('projector');
  storage.setItem('schemerge.theme', 'plaid');
  expect(readTheme(() => storage, true)).toBe('dark');
});

test('a browser that refuses storage changes nothing else', () => {
  expect(() => keepTheme(refusing, 'dark')).not.toThrow();
  expect(readTheme(refusing, false)).toBe('light');
});
