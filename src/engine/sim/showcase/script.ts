// A run written by hand: a text delivers what is pending and begins with it ('MUTATION A>B'), 'lose …' loses it, 'settle'
// lets everything come to rest; a record is a command, and a statement needs no id. What cannot be done is skipped, as in
// a run that is played under other rules.

import type { Config } from '../../config/config.ts';
import { configOf } from '../../config/config.ts';
import type { Literal, Statement, WriteStatement } from '../../cql/statement.ts';
import type { Result } from '../../plain/result.ts';
import { ok } from '../../plain/result.ts';
import type { CommandDraft } from '../command.ts';
import { pendingChoices } from '../policy.ts';
import type { Timeline } from '../timeline.ts';
import { append, createTimeline, stateAt } from '../timeline.ts';

export type Script = readonly (string | CommandDraft)[];

const SETTLE_MAX = 400;

export function playScript(
  origin: { readonly seed: number; readonly config: Config },
  script: Script,
): Result<Timeline> {
  const created = createTimeline(origin);
  return created.ok ? ok(script.reduce(played, created.value)) : created;
}

function played(timeline: Timeline, line: string | CommandDraft): Timeline {
  if (line === 'settle') {
    return settled(timeline);
  }
  return typeof line === 'string' ? delivered(timeline, line) : after(timeline, line);
}

function after(timeline: Timeline, command: CommandDraft): Timeline {
  const next = append(timeline, command);
  return next.ok ? next.value : timeline;
}

const pendingOf = (timeline: Timeline) => pendingChoices(stateAt(timeline, timeline.steps.length));

function settled(timeline: Timeline): Timeline {
  let run = timeline;
  for (let i = 0; i < SETTLE_MAX; i++) {
    const next = pendingOf(run)[0];
    run = next === undefined ? run : after(run, next.command);
  }
  return run;
}

function delivered(timeline: Timeline, line: string): Timeline {
  const isLost = line.startsWith('lose ');
  const wanted = isLost ? line.slice('lose '.length) : line;
  const choice = pendingOf(timeline).find(({ id }) => id.startsWith(wanted));
  if (choice === undefined) {
    return timeline;
  }
  return after(timeline, isLost ? { kind: 'lose', message: choice.id } : choice.command);
}

const TABLE = { keyspace: 'demo', table: 'users' } as const;
const SETUP = { node: 'A', keyspace: 'demo' } as const;

/** demo.users(id int PRIMARY KEY, …); columns as 'name text', and in it the row 1 | Ada where there is a name. */
export function usersConfig(
  part: Partial<Config>,
  columns: readonly string[] = ['name text'],
  row: Readonly<Record<string, Literal>> | null = { name: 'Ada' },
): Config {
  const table: Statement = {
    ...SETUP,
    id: 'setup2',
    kind: 'create-table',
    timestamp: 2,
    table: 'users',
    columns: [{ name: 'id', type: 'int', kind: 'partition_key' }, ...columns.map(columnOf)],
  };
  const first: Statement = {
    ...SETUP,
    id: 'setup3',
    kind: 'insert',
    timestamp: 3,
    table: 'users',
    key: { id: 1 },
    values: row ?? {},
    consistency: 'ALL',
  };
  const keyspace: Statement = { ...SETUP, id: 'setup1', kind: 'create-keyspace', timestamp: 1 };
  return configOf({ ...part, setup: row === null ? [keyspace, table] : [keyspace, table, first] });
}

function columnOf(text: string): Extract<Statement, { kind: 'create-table' }>['columns'][number] {
  const [name = '', type = '', kind = 'regular'] = text.split(' ');
  return { name, type, kind: kind === 'clustering' ? 'clustering_key' : 'regular' };
}

type Change = Extract<Statement, { kind: 'alter-table' }>['changes'][number];

interface Stamp {
  readonly timestamp?: number;
}

export function alter(node: string, change: Change, stamp: Stamp = {}): CommandDraft {
  return { kind: 'alter-table', node, ...TABLE, changes: [change], ...stamp };
}

/** ALTER TABLE users ADD name text. */
export const add = (node: string, name: string, type = 'text', stamp: Stamp = {}): CommandDraft =>
  alter(node, { kind: 'add', name, type }, stamp);

/** ALTER TABLE users DROP name. */
export const drop = (node: string, name: string, stamp: Stamp = {}): CommandDraft =>
  alter(node, { kind: 'drop', name }, stamp);

type Written = Partial<Pick<WriteStatement, 'consistency' | 'timestamp' | 'usingTimestamp' | 'prepared'>>;

/** INSERT INTO users of row 1, answered by ALL replicas unless said otherwise. */
export function insert(
  node: string,
  values: Readonly<Record<string, Literal>>,
  more: Written & { readonly id1?: number } = {},
): CommandDraft {
  const { id1 = 1, ...rest } = more;
  return { kind: 'insert', node, ...TABLE, key: { id: id1 }, values, consistency: 'ALL', ...rest };
}

/** SELECT * FROM users of one row at consistency ONE: on a replica, without asking anybody. */
export function select(node: string, id = 1): CommandDraft {
  return { kind: 'select', node, ...TABLE, key: { id }, consistency: 'ONE' };
}
