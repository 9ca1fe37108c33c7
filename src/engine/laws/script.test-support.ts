// For laws only: a run written by hand. A text delivers what is pending and begins with it ('MUTATION A>B'), 'lose …' loses
// it, 'settle' lets everything come to rest; a record is a command, and a statement needs no id.

import type { Config } from '../config/config.ts';
import type { Literal } from '../cql/statement.ts';
import type { CommandDraft } from '../sim/command.ts';
import { pendingChoices } from '../sim/policy.ts';
import { SEED } from '../sim/random/play.ts';
import type { Timeline } from '../sim/timeline.ts';
import { append, createTimeline, stateAt } from '../sim/timeline.ts';

export type Script = readonly (string | CommandDraft)[];

const SETTLE_MAX = 400;

/** Plays a script; what cannot be done under this configuration is skipped, as in a run that is played under other rules. */
export function playScript(config: Config, script: Script): Timeline {
  const created = createTimeline({ seed: SEED, config });
  if (!created.ok) {
    throw new Error(created.problem);
  }
  let timeline = created.value;
  for (const line of script) {
    if (line === 'settle') {
      for (let i = 0; i < SETTLE_MAX; i++) {
        const next = pendingChoices(stateAt(timeline, timeline.steps.length))[0];
        timeline = next === undefined ? timeline : after(timeline, next.command);
      }
    } else {
      timeline = typeof line === 'string' ? deliver(timeline, line) : after(timeline, line);
    }
  }
  return timeline;
}

function after(timeline: Timeline, command: CommandDraft): Timeline {
  const next = append(timeline, command);
  return next.ok ? next.value : timeline;
}

function deliver(timeline: Timeline, line: string): Timeline {
  const isLost = line.startsWith('lose ');
  const wanted = isLost ? line.slice('lose '.length) : line;
  const choice = pendingChoices(stateAt(timeline, timeline.steps.length)).find(({ id }) =>
    id.startsWith(wanted),
  );
  if (choice === undefined) {
    return timeline;
  }
  return after(timeline, isLost ? { kind: 'lose', message: choice.id } : choice.command);
}

const TABLE = { keyspace: 'ks', table: 't' } as const;

/** ALTER TABLE t ADD name int. */
export function add(node: string, timestamp: number, name: string, type = 'int'): CommandDraft {
  return { kind: 'alter-table', node, timestamp, ...TABLE, changes: [{ kind: 'add', name, type }] };
}

/** ALTER TABLE t DROP name. */
export function drop(node: string, timestamp: number, name: string): CommandDraft {
  return { kind: 'alter-table', node, timestamp, ...TABLE, changes: [{ kind: 'drop', name }] };
}

/** INSERT INTO t of row (pk, 0). */
export function insert(
  node: string,
  timestamp: number,
  values: Readonly<Record<string, Literal>>,
  pk = 1,
): CommandDraft {
  return { kind: 'insert', node, timestamp, ...TABLE, key: { pk, ck: 0 }, values, consistency: 'ONE' };
}

/** SELECT * FROM t of partition pk at consistency ONE: on a replica, without asking anybody. */
export function select(node: string, timestamp: number, pk = 1): CommandDraft {
  return { kind: 'select', node, timestamp, ...TABLE, key: { pk, ck: 0 }, consistency: 'ONE' };
}
