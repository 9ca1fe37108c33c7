// What a person may do, as the network, with a message: the same list gives the buttons and the keys.

import type { Session } from '../../store/sessionState.ts';
import type { ChosenMessage } from './chosenMessage.ts';

export type MessageVerb = 'deliver' | 'hold' | 'release' | 'lose' | 'duplicate' | 'earlier' | 'later';

export interface MessageAction {
  readonly verb: MessageVerb;
  readonly name: string;
  readonly run: () => void;
}

const NAMES: Readonly<Record<MessageVerb, string>> = {
  deliver: 'Deliver now',
  hold: 'Hold',
  release: 'Release',
  lose: 'Lose',
  duplicate: 'Duplicate',
  earlier: 'Move earlier',
  later: 'Move later',
};

export function messageActions(session: Session, { item }: ChosenMessage): readonly MessageAction[] {
  if (item === null) {
    return [];
  }
  const action = (verb: MessageVerb, run: () => unknown): MessageAction => ({
    verb,
    name: NAMES[verb],
    run: () => void run(),
  });
  return [
    action('deliver', () => session.deliver(item.choice)),
    item.held
      ? action('release', () => session.release(item.message))
      : action('hold', () => session.hold(item.message)),
    action('lose', () => session.act({ kind: 'lose', message: item.choice })),
    action('duplicate', () => session.act({ kind: 'duplicate', message: item.choice })),
  ];
}

/** Enter delivers, Delete loses, D duplicates, H holds or releases, ↑ and ↓ move it earlier and later. */
export function actionForKey(key: string, actions: readonly MessageAction[]): MessageAction | undefined {
  const verbs = VERBS_OF_KEYS[key.length === 1 ? key.toLowerCase() : key] ?? [];
  return actions.find(({ verb }) => verbs.includes(verb));
}

const VERBS_OF_KEYS: Readonly<Record<string, readonly MessageVerb[]>> = {
  Enter: ['deliver'],
  ' ': ['deliver'],
  Delete: ['lose'],
  Backspace: ['lose'],
  d: ['duplicate'],
  h: ['hold', 'release'],
  ArrowUp: ['earlier'],
  ArrowDown: ['later'],
};
