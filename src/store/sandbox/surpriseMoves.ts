// One move in the middle of a surprise: the network delivers, loses or doubles, a client writes or reads, somebody alters
// the table once more, a node flushes, crashes or comes back.

import { type CommandDraft, pendingChoices, stateAt, type Timeline } from '../../engine/index.ts';
import { SANDBOX_KEYSPACE, type TableTemplate } from './tableTemplates.ts';

const MOVES = [
  'due',
  'due',
  'due',
  'due',
  'any',
  'any',
  'lose',
  'double',
  'write',
  'write',
  'read',
  'drop',
  'flush',
  'crash',
] as const;

const LEVELS = ['ONE', 'ONE', 'QUORUM'] as const;

/** A number below `below` that depends on the seed and on what it is for. */
export type Drawn = (what: string, below: number) => number;

/** What a run's moves know of it. */
export interface Plot {
  readonly drawn: Drawn;
  readonly template: TableTemplate;
  readonly nodes: readonly string[];
}

/** The i-th move, or null when there is nothing that it could be about. */
export function randomMove(plot: Plot, run: Timeline, i: number): CommandDraft | null {
  const { drawn } = plot;
  const { core, notes } = stateAt(run, run.steps.length);
  const choices = pendingChoices({ core, notes });
  const messages = choices.filter(({ kind }) => kind === 'message');
  const message = messages[drawn(`message ${i}`, messages.length)];
  const move = MOVES[drawn(`move ${i}`, MOVES.length)] ?? 'due';
  const living = core.nodes.filter(({ up }) => up);
  const node = living[drawn(`node ${i}`, living.length)]?.id ?? 'A';
  switch (move) {
    case 'due':
      return choices[0]?.command ?? null;
    case 'any':
      return message?.command ?? null;
    case 'lose':
      return message === undefined ? null : { kind: 'lose', message: message.id };
    case 'double':
      return message === undefined ? null : { kind: 'duplicate', message: message.id };
    case 'crash': {
      const fallen = core.nodes.find(({ up }) => !up);
      return fallen === undefined ? { kind: 'crash', node } : { kind: 'restart', node: fallen.id };
    }
    default:
      return asked(plot, node, move, i);
  }
}

function asked(
  { drawn, template }: Plot,
  node: string,
  move: 'write' | 'read' | 'drop' | 'flush',
  i: number,
): CommandDraft {
  const place = { node, keyspace: SANDBOX_KEYSPACE, table: template.table };
  const consistency = LEVELS[drawn(`level ${i}`, LEVELS.length)] ?? 'ONE';
  switch (move) {
    case 'write': {
      const values = { [template.column]: `word ${i + 1}` };
      return { kind: 'update', ...place, key: template.key, values, consistency };
    }
    case 'read':
      return { kind: 'select', ...place, key: template.key, consistency };
    case 'drop':
      return { kind: 'alter-table', ...place, changes: [{ kind: 'drop', name: template.column }] };
    case 'flush':
      return { kind: 'flush', ...place };
  }
}
