// What a person may do, as the network, with a message: one list for the buttons and for the keys. What is on its way is
// acted on now; what has ended its way is changed in the past, which plays the run again on a branch of its own.

import { pageWords } from '../../scene/words/pageWords.ts';
import type { Session } from '../../store/state/sessionState.ts';
import type { ChosenMessage } from './chosenMessage.ts';

type MessageVerb = 'deliver' | 'hold' | 'release' | 'lose' | 'duplicate' | 'earlier' | 'later' | 'inspect';

export interface MessageAction {
  readonly verb: MessageVerb;
  readonly name: string;
  /** Why it cannot be done; '' when it can. */
  readonly problem: string;
  readonly run: () => void;
}

/** How many steps either way a place is looked for. */
const SEARCH = 40;

export function messageActions(
  session: Session,
  chosen: Pick<ChosenMessage, 'item' | 'stroke'>,
  step: number,
): readonly MessageAction[] {
  const { item, stroke } = chosen;
  if (item !== null) {
    const { choice, message, held } = item;
    const flight = { message: choice, seen: step };
    return [
      act('deliver', pageWords('deliver-now'), () => session.deliver(choice)),
      held
        ? act('release', pageWords('release'), () => session.release(message))
        : act('hold', pageWords('hold'), () => session.hold(message)),
      act('lose', pageWords('lose'), () => session.act({ kind: 'lose', message: choice })),
      act('duplicate', pageWords('duplicate'), () => session.act({ kind: 'duplicate', message: choice })),
      move(session, flight, { way: -1, from: step }),
      refused('later', pageWords('it-is-still-on-its')),
      inspect(session),
    ];
  }
  if (stroke === null || stroke.endStep === null) {
    return [];
  }
  const flight = { message: stroke.message, seen: stroke.endStep - 1 };
  const end = stroke.endStep;
  const lost = stroke.state === 'lost';
  return [
    ...(lost
      ? [
          act('deliver', pageWords('deliver-now'), () =>
            session.edit({ kind: 'deliver', ...flight, place: flight.seen }),
          ),
        ]
      : []),
    move(session, flight, { way: -1, from: flight.seen }),
    move(session, flight, { way: 1, from: end }),
    act('hold', pageWords('hold'), () => session.edit({ kind: 'hold', ...flight })),
    ...(lost
      ? []
      : [
          act('lose', pageWords('lose'), () => session.edit({ kind: 'lose', ...flight, place: flight.seen })),
        ]),
    act('duplicate', pageWords('duplicate'), () =>
      session.edit({ kind: 'duplicate', ...flight, place: end }),
    ),
    inspect(session),
  ];
}

const act = (verb: MessageVerb, name: string, run: () => unknown): MessageAction => ({
  verb,
  name,
  problem: '',
  run: () => void run(),
});

const inspect = (session: Session): MessageAction =>
  act('inspect', pageWords('inspect'), () => session.openDrawer('inspector'));

const MOVES = { earlier: pageWords('move-earlier'), later: pageWords('move-later') } as const;

const refused = (verb: 'earlier' | 'later', problem: string): MessageAction => ({
  verb,
  name: MOVES[verb],
  problem,
  run: () => undefined,
});

interface Flight {
  readonly message: string;
  readonly seen: number;
}

/** To the next place, that way, at which it may arrive; or why there is none. */
function move(
  session: Session,
  flight: Flight,
  { way, from }: { readonly way: 1 | -1; readonly from: number },
): MessageAction {
  const verb = way < 0 ? 'earlier' : 'later';
  const range = way < 0 ? { from: from - SEARCH, to: from - 1 } : { from: from + 1, to: from + SEARCH };
  const asked = session.placesFor({ ...flight, mode: 'move', ...range });
  if (!asked.ok) {
    return refused(verb, asked.problem);
  }
  const places = way < 0 ? asked.value.toReversed() : asked.value;
  const place = places.find((each) => each.legal && !each.own);
  if (place !== undefined) {
    const edit = { kind: 'deliver', ...flight, place: place.place } as const;
    return act(verb, MOVES[verb], () => session.edit(edit));
  }
  const wall = places.find((each) => !each.legal);
  return refused(
    verb,
    wall !== undefined && !wall.legal ? wall.problem : pageWords('nothing-happens-after-it-hold'),
  );
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
