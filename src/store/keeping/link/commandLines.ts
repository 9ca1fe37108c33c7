// Commands as lines of text, one a line, made to be packed: what can be told from the lines before is left out, and fields
// stand in a fixed order instead of having names. Whatever does not fit goes as JSON, so that nothing is ever lost.

import type { Command } from '../../../engine/index.ts';
import { handleOf, type LatestId, latestId, NO_ID, nextId, shortHandle } from './handleWords.ts';

const PLACE = ['node', 'keyspace', 'table'] as const;
const BOUND = [
  'key',
  'values',
  'consistency',
  'shard',
  'schemaVersion',
  'prepared',
  'usingTimestamp',
] as const;

/** Part of the format: a field may be added behind the others, none may move. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'create-keyspace': ['node', 'keyspace', 'shard', 'durableWrites'],
  'drop-keyspace': ['node', 'keyspace', 'shard'],
  'create-table': [...PLACE, 'columns', 'shard', 'comment'],
  'alter-table': [...PLACE, 'changes', 'shard'],
  'drop-table': [...PLACE, 'shard'],
  insert: [...PLACE, ...BOUND],
  update: [...PLACE, ...BOUND],
  delete: [...PLACE, ...BOUND],
  select: [...PLACE, 'key', 'consistency', 'columns', 'shard', 'schemaVersion', 'prepared'],
  prepare: [...PLACE, 'name', 'shard'],
  flush: PLACE,
  compact: PLACE,
  evict: [...PLACE, 'key'],
  crash: ['node'],
  restart: ['node'],
  'add-node': ['node'],
  'remove-node': ['node'],
  ring: ['node', 'phase'],
  'expire-tombstones': ['node'],
  cut: ['a', 'b'],
  heal: ['a', 'b'],
  skew: ['node', 'micros'],
  wait: ['micros'],
  protect: ['protections'],
};

/** What the network does is told by a sign; its words have signs of their own. */
const HANDLED: Readonly<Record<string, string>> = { lose: '-', duplicate: '+', fire: '!', deliver: '' };
const HANDLED_KINDS: Readonly<Record<string, string>> = { '-': 'lose', '+': 'duplicate', '!': 'fire' };

type Fields = Readonly<Record<string, unknown>>;

interface Before {
  readonly latest: LatestId;
  readonly timestamp: number;
}

const FIRST: Before = { latest: NO_ID, timestamp: 0 };

export function linesOf(commands: readonly Command[]): readonly string[] {
  let before = FIRST;
  return commands.map((command) => {
    const fields = command as unknown as Fields;
    const short = shortLine(fields, before);
    const line = isSame(commandOf(short, before), fields) ? short : `=${JSON.stringify(command)}`;
    before = after(before, fields);
    return line;
  });
}

/** What the lines say, unchecked; the number of the first line that says nothing, where there is one. */
export function commandsOf(lines: readonly string[]): readonly unknown[] | number {
  let before = FIRST;
  const commands: unknown[] = [];
  for (const [i, line] of lines.entries()) {
    const command = commandOf(line, before);
    if (command === null) {
      return i + 1;
    }
    commands.push(command);
    before = after(before, command);
  }
  return commands;
}

function after(before: Before, { id, timestamp }: Fields): Before {
  return {
    latest: typeof id === 'string' ? latestId(id) : before.latest,
    timestamp: typeof timestamp === 'number' ? timestamp : before.timestamp,
  };
}

function shortLine(command: Fields, before: Before): string {
  const kind = String(command['kind']);
  const sign = HANDLED[kind];
  if (sign !== undefined) {
    return sign + shortHandle(String(command[kind === 'fire' ? 'timer' : 'message']), before.latest);
  }
  switch (kind) {
    case 'gossip':
      return `~${command['from']}${command['to']}`;
    case 'merge':
      return `.${command['node']}${shortHandle(String(command['merge']), before.latest)}`;
    case 'publish':
      return `:${command['node']}${command['shard']}${shortHandle(String(command['merge']), before.latest)}`;
    default:
      return listLine(kind, command, before);
  }
}

/** `[kind, id, time since the last statement, …fields]`: 0 is the id that comes next; what is absent is null, or the end. */
function listLine(kind: string, command: Fields, before: Before): string {
  const { id, timestamp } = command;
  const head =
    typeof id === 'string' && typeof timestamp === 'number'
      ? [kind, id === nextId(before.latest) ? 0 : id, timestamp - before.timestamp]
      : [kind];
  const fields = (FIELDS[kind] ?? []).map((name) => command[name] ?? null);
  return JSON.stringify([...head, ...fields.slice(0, 1 + fields.findLastIndex((field) => field !== null))]);
}

function commandOf(line: string, before: Before): Fields | null {
  const rest = line.slice(1);
  switch (line.charAt(0)) {
    case '':
      return null;
    case '=':
      return recordOf(parsed(rest));
    case '[':
      return listed(parsed(line), before);
    case '~':
      return { kind: 'gossip', from: rest.charAt(0), to: rest.slice(1) };
    case '.':
      return withHandle({ kind: 'merge', node: rest.charAt(0) }, 'merge', rest.slice(1), before);
    case ':': {
      const fields = { kind: 'publish', node: rest.charAt(0), shard: Number(rest.charAt(1)) };
      return withHandle(fields, 'merge', rest.slice(2), before);
    }
    default: {
      const kind = HANDLED_KINDS[line.charAt(0)] ?? 'deliver';
      const name = kind === 'fire' ? 'timer' : 'message';
      return withHandle({ kind }, name, kind === 'deliver' ? line : rest, before);
    }
  }
}

function withHandle(fields: Fields, name: string, short: string, { latest }: Before): Fields | null {
  const handle = handleOf(short, latest);
  return handle === null ? null : { ...fields, [name]: handle };
}

function listed(list: unknown, before: Before): Fields | null {
  if (!Array.isArray(list) || typeof list[0] !== 'string' || !Object.hasOwn(FIELDS, list[0])) {
    return null;
  }
  const [kind, ...values] = list as [string, ...unknown[]];
  const names = FIELDS[kind] ?? [];
  const hasId = isStatementKind(kind);
  const [id, gap] = values;
  const head = hasId
    ? { id: id === 0 ? nextId(before.latest) : id, timestamp: before.timestamp + Number(gap) }
    : {};
  const fields = values
    .slice(hasId ? 2 : 0)
    .flatMap((value, i) => (value === null || names[i] === undefined ? [] : [[names[i], value] as const]));
  return { kind, ...head, ...Object.fromEntries(fields) };
}

const isStatementKind = (kind: string): boolean =>
  (FIELDS[kind] ?? []).includes('keyspace') && !['flush', 'compact', 'evict'].includes(kind);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const recordOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

/** Equal as plain data, whatever the order of their fields; absent and undefined are the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return Object.is(a, b);
  }
  const [one, other] = [a as Fields, b as Fields];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Array.isArray(a) === Array.isArray(b) && [...names].every((name) => isSame(one[name], other[name]));
}
