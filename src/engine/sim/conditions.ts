// The conditions that promises are made under (SPEC P-table): each a sentence and a check of a configuration and commands.

import type { Config } from '../config/config.ts';
import type { Protections } from '../config/protections.ts';
import type { SchemaStatement, TableChange, WriteStatement } from '../cql/statement.ts';
import type { Dict } from '../plain/record.ts';
import { keysOf, lookup } from '../plain/record.ts';
import type { Command } from './command.ts';

export interface Condition {
  readonly holds: (config: Config, commands: readonly Command[]) => boolean;
}

export type ConditionId =
  | 'one-shard'
  | 'one-centre'
  | 'contained-is-repeated'
  | 'no-using-timestamp'
  | 'no-rename'
  | 'no-type-change'
  | 'one-table-per-name'
  | 'one-definition-per-column'
  | 'no-write-after-drop'
  | 'no-write-before-drop'
  | 'no-expiry'
  | 'no-lost-pull'
  | 'no-time-out'
  | 'no-overtaking'
  | 'no-fault'
  | 'no-crash';

type Altered = {
  readonly statement: Extract<SchemaStatement, { kind: 'alter-table' }>;
  readonly change: TableChange;
};

function changesIn(commands: readonly Command[]): readonly Altered[] {
  return commands.flatMap((statement) =>
    statement.kind === 'alter-table' ? statement.changes.map((change) => ({ statement, change })) : [],
  );
}

function writesIn(commands: readonly Command[]): readonly WriteStatement[] {
  return commands.filter(
    (command): command is WriteStatement =>
      command.kind === 'insert' || command.kind === 'update' || command.kind === 'delete',
  );
}

function never(...kinds: readonly Command['kind'][]): Condition['holds'] {
  return (_config, commands) => commands.every((command) => !kinds.includes(command.kind));
}

/** Pairs of a DROP of a column and a write of it, for which `clash` holds of their timestamps. */
function dropsAndWrites(
  commands: readonly Command[],
  clash: (drop: number, write: number) => boolean,
): boolean {
  const writes = writesIn(commands);
  return changesIn(commands).some(
    ({ statement, change }) =>
      change.kind === 'drop' &&
      writes.some(
        (write) => Object.hasOwn(write.values, change.name) && clash(statement.timestamp, write.timestamp),
      ),
  );
}

function isAddedOnce(commands: readonly Command[], config: Config): boolean {
  const seen: Record<string, true> = {};
  const initial = config.setup.flatMap((statement) =>
    statement.kind === 'create-table'
      ? statement.columns.map((column) => `${statement.table} ${column.name}`)
      : [],
  );
  const added = changesIn(commands).flatMap(({ statement, change }) =>
    change.kind === 'add' ? [`${statement.table} ${change.name}`] : [],
  );
  return [...initial, ...added].every((name) => {
    const isNew = !Object.hasOwn(seen, name);
    seen[name] = true;
    return isNew;
  });
}

function isCreatedOnce(commands: readonly Command[], config: Config): boolean {
  const names = [...config.setup, ...commands].flatMap((command) => {
    switch (command.kind) {
      case 'create-keyspace':
        return [command.keyspace];
      case 'create-table':
        return [`${command.keyspace}.${command.table}`];
      default:
        return [];
    }
  });
  return new Set(names).size === names.length;
}

/**
 * Whether the question delivered here, GET_SCHEMA_VERSION X.0>Y, had been sent before an answer X>Y that was delivered
 * earlier: since then X has been asked nothing that could have made it ask.
 */
function isOvertaken(commands: readonly Command[], i: number): boolean {
  const asked = questionIn(commands[i]);
  if (asked === null) {
    return false;
  }
  const [from, to] = asked;
  for (const command of commands.slice(0, i).reverse()) {
    const message = command.kind === 'deliver' ? command.message : '';
    if (message.startsWith(`MUTATION_DONE ${from}>${to} `)) {
      return true;
    }
    if (/^(?:MUTATION|READ_\w+) /.test(message) && message.includes(`>${from} `)) {
      return false;
    }
  }
  return false;
}

function questionIn(command: Command | undefined): readonly [from: string, to: string] | null {
  const found =
    command?.kind === 'deliver' ? /^GET_SCHEMA_VERSION (\w)\.\d+>(\w)/.exec(command.message) : null;
  return found === null ? null : [found[1] ?? '', found[2] ?? ''];
}

const noDropOfTables = never('drop-table', 'drop-keyspace');

export const CONDITIONS: Readonly<Record<ConditionId, Condition>> = {
  'one-shard': {
    holds: ({ shards, protections }, commands) =>
      shards === 1 || protectionsKept({ protections }, commands, { publishToAllShards: true }),
  },
  'one-centre': {
    holds: ({ dataCentres, protections }, commands) =>
      new Set(Object.values(dataCentres)).size <= 1 ||
      protectionsKept({ protections }, commands, { syncSource: 'coordinator' }),
  },
  'contained-is-repeated': {
    holds: (config, commands) =>
      protectionsKept(config, commands, { containedVersionsSynced: false }) ||
      protectionsKept(config, commands, { alterWritesOnlyChanges: false }),
  },
  'no-using-timestamp': {
    holds: (_config, commands) => writesIn(commands).every((write) => write.usingTimestamp !== true),
  },
  'no-rename': {
    holds: (_config, commands) => changesIn(commands).every(({ change }) => change.kind !== 'rename'),
  },
  'no-type-change': {
    holds: (_config, commands) => changesIn(commands).every(({ change }) => change.kind !== 'type'),
  },
  'one-table-per-name': {
    holds: (config, commands) => isCreatedOnce(commands, config) && noDropOfTables(config, commands),
  },
  'one-definition-per-column': {
    holds: (config, commands) => isAddedOnce(commands, config),
  },
  'no-write-after-drop': {
    holds: (_config, commands) => !dropsAndWrites(commands, (drop, write) => write > drop),
  },
  'no-write-before-drop': {
    holds: (_config, commands) =>
      commands.every(
        (command, i) =>
          command.kind !== 'alter-table' ||
          !dropsAndWrites([command, ...commands.slice(i + 1)], (drop, write) => write <= drop),
      ),
  },
  'no-expiry': { holds: never('expire-tombstones') },
  'no-lost-pull': {
    holds: (_config, commands) =>
      commands.every((command) => command.kind !== 'lose' || !command.message.startsWith('MIGRATION')),
  },
  'no-time-out': {
    holds: (_config, commands) =>
      commands.every((command) => command.kind !== 'fire' || !/^(?:read|write)-timeout /.test(command.timer)),
  },
  'no-overtaking': {
    holds: (_config, commands) => !commands.some((_command, i) => isOvertaken(commands, i)),
  },
  'no-fault': {
    holds: never('lose', 'duplicate', 'cut', 'crash', 'remove-node'),
  },
  'no-crash': { holds: never('crash') },
};

/** Whether some protections have the given values from the start to the end of a run. */
export function protectionsKept(
  config: Pick<Config, 'protections'>,
  commands: readonly Command[],
  needs: Partial<Protections>,
): boolean {
  const wanted: Dict<unknown> = needs;
  const agrees = (given: Dict<unknown>) =>
    keysOf(wanted).every((name) => !Object.hasOwn(given, name) || lookup(given, name) === wanted[name]);
  return (
    agrees({ ...config.protections }) &&
    commands.every((command) => command.kind !== 'protect' || agrees({ ...command.protections }))
  );
}
