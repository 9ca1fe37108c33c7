// What was done to a node from the page, in the words of its console: statements as CQL, an operation as a comment.

import type { Command, SimState, Step } from '../../engine/index.ts';
import { isStatement, statementCql } from '../../engine/index.ts';
import { keyText } from '../run/statementWords.ts';
import { errorText } from '../words/microsWords.ts';
import { label } from '../words/say.ts';

export interface Echo {
  readonly source: 'page' | 'operation';
  readonly text: string;
}

const echoes = new WeakMap<Step, Echo | null>();

/** Null when the command is not about this node, or nobody gave it: messages, merges and timers go by themselves. */
export function echoOf(step: Step, before: SimState, node: string): Echo | null {
  const { command } = step;
  if (isStatement(command)) {
    if (command.node !== node) {
      return null;
    }
    const known = echoes.get(step) ?? { source: 'page', text: statementCql(command, before.core) };
    echoes.set(step, known);
    return known;
  }
  const words = operationText(command, node);
  return words === null ? null : { source: 'operation', text: `-- ${words}` };
}

function operationText(command: Command, node: string): string | null {
  switch (command.kind) {
    case 'flush':
    case 'compact':
      return command.node === node ? label(`console-op-${command.kind}`, { table: command.table }) : null;
    case 'evict':
      if (command.node !== node) {
        return null;
      }
      return command.key === undefined
        ? label('console-op-evict', { table: command.table })
        : label('console-op-evict-row', { table: command.table, row: keyText(command.key) });
    case 'crash':
    case 'restart':
    case 'add-node':
    case 'remove-node':
    case 'expire-tombstones':
      return command.node === node ? label(`console-op-${command.kind}`, {}) : null;
    case 'cut':
    case 'heal':
      return command.a === node || command.b === node
        ? label(`console-op-${command.kind}`, { a: command.a, b: command.b })
        : null;
    case 'skew':
      return command.node === node ? label('console-op-skew', { time: errorText(command.micros) }) : null;
    default:
      return null;
  }
}
