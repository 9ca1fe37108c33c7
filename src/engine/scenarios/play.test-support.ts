// A tiny script language for tests that play a cluster by hand: every call returns a new play, so that a prefix can be
// shared and forked. Drives the engine through its public face only. What a play shows is told in views.test-support.ts.

import type {
  CommandDraft,
  Config,
  Fidelity,
  Literal,
  NodeId,
  PendingChoice,
  Protections,
  SchemaVersion,
  ShardId,
  Statement,
  TableChange,
  Timeline,
  Timestamp,
} from '../index.ts';
import { append, configOf, createTimeline, isStatement, pendingChoices, stateAt } from '../index.ts';
import type { Views } from './views.test-support.ts';
import { viewsOf } from './views.test-support.ts';

export interface Scene extends Partial<Omit<Config, 'protections' | 'fidelity' | 'setup'>> {
  readonly protections?: Partial<Protections>;
  readonly fidelity?: Partial<Fidelity>;
  /** Columns of the table `ks.t` made @10, e.g. ['pk int key', 'ck int clustering', 's int static', 'a int']; [] for none. */
  readonly table?: readonly string[];
}

/** A partition key: a number is the value of `pk`. */
export type Key = number | Readonly<Record<string, Literal>>;

export interface DataOptions {
  readonly at?: Timestamp;
  readonly id?: string;
  readonly consistency?: 'ONE' | 'QUORUM' | 'ALL';
  /** The schema version that an older statement keeps. */
  readonly as?: SchemaVersion;
  readonly prepared?: string;
  readonly using?: boolean;
  readonly shard?: ShardId;
  readonly table?: string;
}

type Step<A extends readonly unknown[]> = (...args: A) => Play;

/** Steps return the next play and throw with the sentence of a refusal. Messages, merges and timers go by a prefix of their pending id. */
export interface Play extends Views {
  readonly timeline: Timeline;
  readonly append: Step<[draft: CommandDraft]>;
  /** Sends an ALTER and does nothing else: its own merge stays pending. Changes: '+x int', '+s int static', '-x', '~x blob', 'pk>k', '"comment'. */
  readonly begin: Step<[node: NodeId, at: Timestamp, ...changes: string[]]>;
  /** An ALTER with its local merge on all shards; the pushes stay in flight. */
  readonly alter: Step<[node: NodeId, at: Timestamp, ...changes: string[]]>;
  /** A CREATE or DROP with its local merge. */
  readonly define: Step<[draft: CommandDraft]>;
  readonly insert: Step<[node: NodeId, key: Key, values: Record<string, Literal>, options?: DataOptions]>;
  readonly select: Step<[node: NodeId, key: Key, options?: DataOptions]>;
  readonly prepare: Step<[node: NodeId, name: string]>;
  /** Everything pending whose id begins so, once each, soonest first; at least one must. */
  readonly deliver: Step<string[]>;
  readonly lose: Step<string[]>;
  readonly duplicate: Step<string[]>;
  readonly gossip: Step<[from: NodeId, to: NodeId]>;
  readonly operate: Step<[kind: 'crash' | 'restart' | 'expire-tombstones', node: NodeId]>;
  readonly flush: Step<[node: NodeId]>;
  readonly compact: Step<[node: NodeId]>;
  readonly evict: Step<[node: NodeId, key?: Key]>;
  readonly wait: Step<[micros: number]>;
  readonly protect: Step<[protections: Partial<Protections>]>;
  /** Messages, merges and shard switches until none is left; no gossip, no timers. */
  readonly drain: Step<[]>;
  /** What comes next in virtual time. */
  readonly next: Step<[]>;
  /** Everything, soonest first, until nothing is left. */
  readonly settle: Step<[]>;
  /** Why the engine refuses a command here, or null when it would not. */
  readonly refusal: (draft: CommandDraft) => string | null;
}

const STEPS_BOUND = 3_000;

/** A cluster of A, B, C with `ks.t(pk int key, a int)` made @10 everywhere, unless said otherwise. */
export function play(scene: Scene = {}): Play {
  const { protections, fidelity, table = ['pk int key', 'a int'], ...rest } = scene;
  const base = configOf(rest);
  const config: Config = {
    ...base,
    protections: { ...base.protections, ...protections },
    fidelity: { ...base.fidelity, ...fidelity },
    setup: setupOf(base.nodes[0] ?? 'A', table),
  };
  const made = createTimeline({ seed: 1, config });
  if (!made.ok) {
    throw new Error(made.problem);
  }
  return playOf(made.value);
}

function setupOf(node: NodeId, table: readonly string[]): Statement[] {
  const keyspace: Statement = { kind: 'create-keyspace', id: 'ks', node, timestamp: 9, keyspace: 'ks' };
  return table.length === 0 ? [keyspace] : [keyspace, { ...createTable(node, 10, table), id: 't' }];
}

/** CREATE TABLE ks.t, e.g. createTable('A', 10, ['pk int key', 'a int']). */
export function createTable(
  node: NodeId,
  timestamp: Timestamp,
  columns: readonly string[],
): Omit<Extract<Statement, { kind: 'create-table' }>, 'id'> {
  const drafts = columns.map((column) => {
    const [name = '', type = '', role = ''] = column.split(' ');
    const kinds = { key: 'partition_key', clustering: 'clustering_key', static: 'static' } as const;
    return { name, type, kind: kinds[role as keyof typeof kinds] ?? ('regular' as const) };
  });
  return { kind: 'create-table', node, timestamp, keyspace: 'ks', table: 't', columns: drafts };
}

function changeOf(text: string): TableChange {
  const [word = '', type = '', role = ''] = text.split(' ');
  const name = word.slice(1);
  switch (word[0]) {
    case '+':
      return { kind: 'add', name, type, ...(role === 'static' ? { isStatic: true } : {}) };
    case '-':
      return { kind: 'drop', name };
    case '~':
      return { kind: 'type', name, type };
    case '"':
      return { kind: 'comment', comment: text.slice(1) };
    default: {
      const [from = '', to = ''] = word.split('>');
      return { kind: 'rename', from, to };
    }
  }
}

const place = { keyspace: 'ks', table: 't' } as const;

function keyOf(key: Key): Readonly<Record<string, Literal>> {
  return typeof key === 'number' ? { pk: key } : key;
}

function playOf(timeline: Timeline): Play {
  const step = (draft: CommandDraft): Play => playOf(appended(timeline, draft));
  const alterDraft = (node: NodeId, timestamp: Timestamp, changes: readonly string[]): CommandDraft => ({
    kind: 'alter-table',
    node,
    timestamp,
    ...place,
    changes: changes.map(changeOf),
  });
  const each = (prefixes: readonly string[], kind: 'deliver' | 'lose' | 'duplicate'): Play =>
    playOf(prefixes.reduce((line, prefix) => eachMatching(line, prefix, kind), timeline));
  return {
    timeline,
    ...viewsOf(timeline),
    append: step,
    begin: (node, at, ...changes) => step(alterDraft(node, at, changes)),
    alter: (node, at, ...changes) => playOf(ownMerge(appended(timeline, alterDraft(node, at, changes)))),
    define: (draft) => playOf(ownMerge(appended(timeline, draft))),
    insert: (node, key, values, options) =>
      step({ kind: 'insert', node, key: keyOf(key), values, ...dataPart(options) }),
    select: (node, key, options) => step({ kind: 'select', node, key: keyOf(key), ...dataPart(options) }),
    prepare: (node, name) => step({ kind: 'prepare', node, name, ...place }),
    deliver: (...prefixes) => each(prefixes, 'deliver'),
    lose: (...prefixes) => each(prefixes, 'lose'),
    duplicate: (...prefixes) => each(prefixes, 'duplicate'),
    gossip: (from, to) => step({ kind: 'gossip', from, to }),
    operate: (kind, node) => step({ kind, node }),
    flush: (node) => step({ kind: 'flush', node, ...place }),
    compact: (node) => step({ kind: 'compact', node, ...place }),
    evict: (node, key) =>
      step({ kind: 'evict', node, ...place, ...(key === undefined ? {} : { key: keyOf(key) }) }),
    wait: (micros) => step({ kind: 'wait', micros }),
    protect: (protections) => step({ kind: 'protect', protections }),
    drain: () => playOf(runOn(timeline, ({ kind }) => kind !== 'gossip' && kind !== 'timer')),
    next: () => {
      const [choice] = pendingNow(timeline);
      return choice === undefined ? playOf(timeline) : step(choice.command as CommandDraft);
    },
    settle: () => playOf(runOn(timeline, () => true)),
    refusal: (draft) => {
      const tried = append(timeline, draft);
      return tried.ok ? null : tried.problem;
    },
  };
}

function dataPart(options: DataOptions = {}) {
  const { at, id, consistency = 'ONE', as, prepared, using, shard, table = 't' } = options;
  return {
    keyspace: 'ks',
    table,
    consistency,
    ...(at === undefined ? {} : { timestamp: at }),
    ...(id === undefined ? {} : { id }),
    ...(as === undefined ? {} : { schemaVersion: as }),
    ...(prepared === undefined ? {} : { prepared }),
    ...(using === undefined ? {} : { usingTimestamp: using }),
    ...(shard === undefined ? {} : { shard }),
  };
}

function appended(timeline: Timeline, draft: CommandDraft): Timeline {
  const next = append(timeline, draft);
  if (!next.ok) {
    const pending = pendingNow(timeline).map(({ id }) => id);
    throw new Error(`${next.problem} Pending: ${pending.join('; ') || 'nothing'}`);
  }
  return next.value;
}

function pendingNow(timeline: Timeline): readonly PendingChoice[] {
  return pendingChoices(stateAt(timeline, timeline.steps.length));
}

/** The local merge of the last statement, and the shard switches it leads to. */
function ownMerge(timeline: Timeline): Timeline {
  const command = timeline.steps.at(-1)?.command;
  const id = command !== undefined && isStatement(command) ? command.id : '';
  return runOn(
    timeline,
    ({ command: next }) => (next.kind === 'merge' || next.kind === 'publish') && next.merge === `ddl ${id}`,
  );
}

function runOn(start: Timeline, may: (choice: PendingChoice) => boolean): Timeline {
  let timeline = start;
  for (let i = 0; i < STEPS_BOUND; i++) {
    const next = pendingNow(timeline).find(may);
    if (next === undefined) {
      return timeline;
    }
    timeline = appended(timeline, next.command);
  }
  throw new Error(`Nothing came to rest within ${STEPS_BOUND} steps.`);
}

function eachMatching(timeline: Timeline, prefix: string, kind: 'deliver' | 'lose' | 'duplicate'): Timeline {
  const found = pendingNow(timeline).filter(({ id }) => id.startsWith(prefix));
  if (found.length === 0) {
    const pending = pendingNow(timeline).map(({ id }) => id);
    throw new Error(`Nothing pending begins with '${prefix}': ${pending.join('; ') || 'nothing'}`);
  }
  return found.reduce(
    (line, { id, command }) => appended(line, kind === 'deliver' ? command : { kind, message: id }),
    timeline,
  );
}
