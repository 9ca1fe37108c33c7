// What a pick makes of the state it meets (SPEC Z1): a delivery, an operation or a statement.

import type { Command } from '../command.ts';
import { pendingChoices } from '../policy.ts';
import { nextNodeName } from '../ringChange.ts';
import type { SimState } from '../state.ts';
import type { Memory, Mix, Pick, What, World } from './mix.ts';
import { at, WHATS } from './mix.ts';
import { statementCommand } from './statements.ts';

/** The kinds of a mix, each as often as its weight: what the first number of a pick indexes. */
function deck(mix: Mix): readonly What[] {
  return WHATS.flatMap((what) => Array.from({ length: mix[what] ?? 0 }, () => what));
}

/** The command that a pick makes of a state, or null when there is nothing to do it with. */
export function commandOf(world: World, state: SimState, memory: Memory, pick: Pick): Command | null {
  const what = at(deckOf(world.mix), pick[0]);
  if (what === undefined) {
    return null;
  }
  const [, i, j, k] = pick;
  return (
    networkCommand(world, state, what, pick) ??
    operation(state, what, pick) ??
    statementCommand(world, state, memory, [WHATS.indexOf(what), i, j, k])
  );
}

const decks = new WeakMap<Mix, readonly What[]>();
function deckOf(mix: Mix): readonly What[] {
  const known = decks.get(mix) ?? deck(mix);
  decks.set(mix, known);
  return known;
}

function networkCommand(world: World, state: SimState, what: What, [, i]: Pick): Command | null {
  switch (what) {
    case 'next':
      return pendingChoices(state)[0]?.command ?? null;
    case 'any':
      return at(pendingChoices(state), i)?.command ?? null;
    case 'lose': {
      const losable = state.core.messages.filter(
        (message) => world.losesPulls || !message.verb.startsWith('MIGRATION'),
      );
      const message = at(losable, i);
      return message === undefined ? null : { kind: 'lose', message: message.key };
    }
    case 'duplicate': {
      const message = at(state.core.messages, i);
      return message === undefined ? null : { kind: 'duplicate', message: message.key };
    }
    default:
      return null;
  }
}

function operation(state: SimState, what: What, [, i, j, k]: Pick): Command | null {
  const { nodes, cuts } = state.core;
  const node = at(nodes, i)?.id ?? 'A';
  const other = at(nodes, i + 1 + (j % Math.max(1, nodes.length - 1)))?.id ?? 'B';
  const table = { node, keyspace: 'ks', table: k % 4 === 0 ? 'u' : 't' };
  switch (what) {
    case 'cut':
      return { kind: 'cut', a: node, b: other };
    case 'heal': {
      const [a, b] = (at(cuts, i) ?? 'A|B').split('|');
      return { kind: 'heal', a: a ?? 'A', b: b ?? 'B' };
    }
    case 'crash':
    case 'restart': {
      const wanted = nodes.filter((one) => one.up === (what === 'crash'));
      return { kind: what, node: at(wanted, i)?.id ?? node };
    }
    case 'flush':
    case 'compact':
      return { kind: what, ...table };
    case 'evict':
      return j % 2 === 0 ? { kind: 'evict', ...table } : { kind: 'evict', ...table, key: { pk: j % 3 } };
    case 'expire':
      return { kind: 'expire-tombstones', node };
    case 'skew':
      return { kind: 'skew', node, micros: (j % 5) * 40 - 80 };
    case 'add-node': {
      const name = nextNodeName(state.core);
      return name === null ? null : { kind: what, node: name };
    }
    case 'remove-node':
      return { kind: what, node };
    case 'wait':
      return { kind: 'wait', micros: 1 + (j % 4) * 30_000_000 };
    default:
      return null;
  }
}
