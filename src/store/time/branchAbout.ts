// What a branch is about, in a few words: the first thing in which it differs from the run that it left.

import {
  type Command,
  type Edit,
  flightOf,
  isStatement,
  type Message,
  messageStatement,
  PROTECTION_TABLE,
  type Protections,
  type SimState,
  stateAt,
  statementLabel,
  type Timeline,
} from '../../engine/index.ts';
import { PROTECTION_NAMES_EN, type TimeWord, timeWords } from '../words/messagesOfTime.en.ts';

type FlightEdit = Extract<Edit, { readonly message: string }>;

/** 'push +email to C lost', '+phone, earlier', 'protection off: version tags'. */
export function aboutEdit(timeline: Timeline, edit: Edit): string {
  switch (edit.kind) {
    case 'deliver':
    case 'lose':
    case 'duplicate':
    case 'hold':
      return aboutFlight(timeline, edit);
    case 'move': {
      const what = aboutStep(timeline, edit.step);
      return timeWords(edit.place < edit.step ? 'step-earlier' : 'step-later', { what });
    }
    case 'remove':
      return timeWords('step-removed', { what: aboutStep(timeline, edit.step) });
    case 'replace': {
      const { command } = edit;
      return isStatement(command)
        ? timeWords('statement', {
            label: statementLabel({ ...command, id: '', timestamp: 0 } as never),
            node: command.node,
          })
        : aboutCommand(timeline, command as Command, stateAt(timeline, edit.step - 1));
    }
    case 'protect':
      return aboutProtections(timeline.config.protections, edit.protections);
  }
}

function aboutFlight(timeline: Timeline, edit: FlightEdit): string {
  const state = stateAt(timeline, edit.seen);
  const values = messageValues(timeline, state, edit.message);
  const flight = flightOf(timeline, edit);
  const ended = flight.ok ? flight.value.ended : null;
  if (edit.kind === 'hold' || edit.kind === 'duplicate') {
    return timeWords(edit.kind === 'hold' ? 'held' : 'twice', values);
  }
  const isLost = edit.kind === 'lose';
  const wasLost = flight.ok && flight.value.end !== 'delivered' && ended !== null;
  if (isLost !== wasLost || (ended !== null && (edit.place === ended || edit.place === ended - 1))) {
    return timeWords(isLost ? 'lost' : 'delivered', values);
  }
  const isEarlier = ended === null || edit.place < ended;
  const moved: TimeWord = isEarlier ? (isLost ? 'lost-earlier' : 'earlier') : isLost ? 'lost-later' : 'later';
  return timeWords(moved, values);
}

function aboutStep(timeline: Timeline, step: number): string {
  const command = timeline.steps[step - 1]?.command;
  return command === undefined ? '' : aboutCommand(timeline, command, stateAt(timeline, step - 1));
}

/** What a command does, told of the state in which it is given. */
export function aboutCommand(timeline: Timeline, command: Command, state: SimState): string {
  if (isStatement(command)) {
    return timeWords('statement', { label: statementLabel(command), node: command.node });
  }
  switch (command.kind) {
    case 'deliver':
      return timeWords('first', messageValues(timeline, state, command.message));
    case 'lose':
      return timeWords('lost', messageValues(timeline, state, command.message));
    case 'duplicate':
      return timeWords('twice', messageValues(timeline, state, command.message));
    case 'fire':
      // A timer's key names its node right behind its kind.
      return timeWords('timer', { node: command.timer.charAt(command.timer.indexOf(' ') + 1) });
    case 'gossip':
      return timeWords('gossip', command);
    case 'merge':
      return timeWords('merge', command);
    case 'publish':
      return timeWords('publish', { node: command.node, shard: String(command.shard) });
    case 'protect':
      return aboutProtections(timeline.config.protections, command.protections);
    case 'flush':
    case 'compact':
    case 'evict':
      return timeWords(command.kind, { node: command.node, table: command.table });
    case 'skew':
      return timeWords('skew', { node: command.node });
    case 'wait':
      return timeWords('wait');
    case 'ring':
      return timeWords('ring', { node: command.node });
    default:
      return timeWords(command.kind, command);
  }
}

function messageValues(
  timeline: Timeline,
  state: SimState,
  handle: string,
): Readonly<Record<string, string>> {
  // A handle is the key, and '~n' behind it for the nth of equal copies.
  const message = state.core.messages.find(({ key }) => handle === key || handle.startsWith(`${key}~`));
  return message === undefined
    ? { message: timeWords('message-DEFINITIONS_UPDATE'), to: '' }
    : {
        message: timeWords(`message-${message.verb}`, { label: labelOf(timeline, message) }),
        to: message.to,
      };
}

function labelOf(timeline: Timeline, message: Message): string {
  if (message.verb === 'DEFINITIONS_UPDATE') {
    return message.label;
  }
  const id = messageStatement(message);
  const command = timeline.steps.find(({ command }) => isStatement(command) && command.id === id)?.command;
  return command !== undefined && isStatement(command) ? statementLabel(command) : '';
}

function aboutProtections(before: Protections, after: Partial<Protections>): string {
  const changed = PROTECTION_TABLE.filter(({ id }) => after[id] !== undefined && after[id] !== before[id]);
  const [only] = changed;
  if (changed.length === 1 && only !== undefined) {
    const name = PROTECTION_NAMES_EN[only.id];
    return timeWords(after[only.id] === only.on ? 'protection-on' : 'protection-off', { name });
  }
  return timeWords('protection-set', { names: changed.map(({ id }) => PROTECTION_NAMES_EN[id]).join(', ') });
}
