// Any command as one line: a statement as its CQL, everything else in a console's words. What a click does is echoed so.

import type { Command } from '../../engine/index.ts';
import { isStatement, statementCql } from '../../engine/index.ts';
import { keyText } from '../run/statementWords.ts';
import { timeText } from '../words/microsWords.ts';
import { ruleName, ruleValue } from '../words/ruleWords.ts';
import { enumerated, label } from '../words/say.ts';

/** 'flush users on A', 'cut A–B', 'ALTER TABLE demo.users ADD email text;'. */
export function commandText(command: Command): string {
  if (isStatement(command)) {
    return statementCql(command, null);
  }
  switch (command.kind) {
    case 'flush':
      return label('command-flush', command);
    case 'compact':
      return label('command-compact', command);
    case 'evict':
      return command.key === undefined
        ? label('command-evict', command)
        : label('command-evict-row', {
            node: command.node,
            table: command.table,
            row: keyText(command.key),
          });
    case 'crash':
      return label('command-crash', command);
    case 'restart':
      return label('command-restart', command);
    case 'add-node':
    case 'remove-node':
      return label(`command-${command.kind}`, command);
    case 'expire-tombstones':
      return label('command-expire', command);
    case 'cut':
      return label('command-cut', command);
    case 'heal':
      return label('command-heal', command);
    case 'skew':
      return label('command-skew', { node: command.node, micros: String(command.micros) });
    case 'wait':
      return label('command-wait', { time: timeText(command.micros) });
    case 'protect':
      return label('command-protect', { rules: enumerated(Object.entries(command.protections).map(rule)) });
    default:
      return deliveryText(command);
  }
}

const rule = ([name, value]: [string, unknown]): string =>
  label('command-rule', { name: ruleName(name), value: ruleValue(value) });

type Delivered = Extract<
  Command,
  { readonly kind: 'deliver' | 'lose' | 'duplicate' | 'fire' | 'gossip' | 'merge' | 'publish' | 'ring' }
>;

function deliveryText(command: Delivered): string {
  switch (command.kind) {
    case 'deliver':
      return label('command-deliver', command);
    case 'lose':
      return label('command-lose', command);
    case 'duplicate':
      return label('command-duplicate', command);
    case 'fire':
      return label('command-fire', command);
    case 'gossip':
      return label('command-gossip', command);
    case 'merge':
      return label('command-merge', command);
    case 'publish':
      return label('command-publish', { node: command.node, shard: String(command.shard) });
    case 'ring':
      return label('command-ring', { node: command.node });
  }
}
