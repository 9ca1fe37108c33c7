import { expect, test } from 'vitest';
import { FIRST_KEYSPACE, FIRST_SEED, FIRST_TABLE, firstScreen } from '../../store/sandbox/firstScreen.ts';
import { createSession } from '../../store/session.ts';
import { chordOf, isSingleSign } from './keyboard.ts';
import { PAGE_ACTIONS } from './pageActions.ts';

const press = (key: string, held: readonly ('Alt' | 'Control' | 'Meta' | 'Shift' | 'AltGraph')[] = []) =>
  chordOf({
    key,
    altKey: held.includes('Alt'),
    ctrlKey: held.includes('Control'),
    metaKey: held.includes('Meta'),
    shiftKey: held.includes('Shift'),
    getModifierState: (name) => held.some((one) => one === name),
  });

test('a key is named by what it means, not by what it takes to type it', () => {
  expect(press(' ')).toBe('Space');
  expect(press('ArrowRight', ['Shift'])).toBe('Shift+ArrowRight');
  expect(press('ArrowLeft', ['Alt'])).toBe('Alt+ArrowLeft');
  expect(press('P', ['Shift'])).toBe('p');
  expect(press('?', ['Shift'])).toBe('?');
  expect(press('/', ['Shift'])).toBe('/');
  expect(press('[', ['AltGraph', 'Control', 'Alt'])).toBe('[');
  expect(press('Z', ['Control', 'Shift'])).toBe('Ctrl+Shift+z');
  expect(press('z', ['Meta'])).toBe('Ctrl+z');
});

test('no key does two things', () => {
  const keys = PAGE_ACTIONS.flatMap((action) => action.keys);
  expect(keys.length).toBe(new Set(keys).size);
  expect(new Set(PAGE_ACTIONS.map(({ id }) => id)).size).toBe(PAGE_ACTIONS.length);
});

test('letters and signs can be turned off; the keys of a remote control cannot', () => {
  expect(
    PAGE_ACTIONS.flatMap(({ keys }) => keys)
      .filter(isSingleSign)
      .toSorted(),
  ).toEqual([
    ...['.', '/', '1', '2', '3', '4', ':', '?', '[', ']', '`'],
    ...['b', 'c', 'f', 'h', 'i', 'l', 'm', 'n', 'o', 'p', 'r', 's', 'v', 'w'],
  ]);
});

test('Escape takes a message away first, and what is chosen on the stage with the next press', () => {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  const nothing = (): void => {};
  const reach = {
    session,
    sentence: () => '',
    help: nothing,
    palette: nothing,
    share: nothing,
    pane: nothing,
  };
  const onEscape = PAGE_ACTIONS.find(({ keys }) => keys.includes('Escape'));
  session.act({
    kind: 'alter-table',
    node: 'A',
    keyspace: FIRST_KEYSPACE,
    table: FIRST_TABLE,
    changes: [{ kind: 'drop', name: 'nobody' }],
  });
  session.select({ kind: 'node', node: 'A' });
  expect(session.store.getState().problem).not.toBeNull();

  onEscape?.run(reach);
  expect(session.store.getState()).toMatchObject({ problem: null, selection: { kind: 'node' } });
  onEscape?.run(reach);
  expect(session.store.getState().selection).toBeNull();
});
