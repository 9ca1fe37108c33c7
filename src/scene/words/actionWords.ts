// The names of actions and of their keys, as Help and the palette show them.

import { ACTIONS_EN, type ActionId, KEYS_EN } from './messagesOfActions.en.ts';

export const actionName = (id: ActionId): string => ACTIONS_EN[id];

/** 'Shift+ArrowRight' is shown as 'Shift →'. */
export function chordName(chord: string): string {
  const names: Readonly<Record<string, string>> = KEYS_EN;
  return chord
    .split('+')
    .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ');
}
