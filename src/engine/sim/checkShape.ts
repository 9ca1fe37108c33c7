// The shape of one command that came from outside (SPEC N9): each field there, of its type, and no longer than it may be.

import { isDeeperThan } from '../plain/depth.ts';
import { COLUMNS_MAX, DEPTH_MAX, NAME_LENGTH_MAX, VALUE_LENGTH_MAX } from '../plain/limits.ts';
import { COLUMN_KINDS } from '../schema/schema.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string' && value.length <= VALUE_LENGTH_MAX;
const name: Check = (value) => typeof value === 'string' && value.length <= 4 * NAME_LENGTH_MAX;
const number: Check = (value) => typeof value === 'number';
const flag: Check = (value) => typeof value === 'boolean';
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const record: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (check: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check);
const recordOf =
  (check: Check): Check =>
  (value) =>
    record(value) && Object.values(value as object).every(check);
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    record(value) &&
    Object.entries(fields).every(([field, check]) => check((value as Record<string, unknown>)[field]));
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);

const LITERAL_DEPTH_MAX = 8;

function literal(value: unknown, depth = 0): boolean {
  if (
    value === null ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value)) ||
    text(value)
  ) {
    return true;
  }
  if (depth >= LITERAL_DEPTH_MAX || typeof value !== 'object') {
    return false;
  }
  return Object.values(value as object).every((part) => literal(part, depth + 1));
}
const anyLiteral: Check = (value) => literal(value);

const change: Check = (value) =>
  [
    shape({ kind: oneOf(['add']), name, type: text, isStatic: optional(flag) }),
    shape({ kind: oneOf(['drop']), name }),
    shape({ kind: oneOf(['type']), name, type: text }),
    shape({ kind: oneOf(['rename']), from: name, to: name }),
    shape({ kind: oneOf(['comment']), comment: text }),
  ].some((check) => check(value));

const statement = { id: name, node: name, timestamp: number, shard: optional(number) };
const inTable = { keyspace: name, table: name };
const bound = {
  key: recordOf(anyLiteral),
  consistency: name,
  schemaVersion: optional(name),
  prepared: optional(name),
};
const write = shape({
  ...statement,
  ...inTable,
  ...bound,
  values: recordOf(anyLiteral),
  usingTimestamp: optional(flag),
});
const column = shape({ name, type: text, kind: oneOf(COLUMN_KINDS), descending: optional(flag) });
const message = shape({ message: text });
const storage = shape({ node: name, ...inTable });
const life = shape({ node: name });
const link = shape({ a: name, b: name });

const SHAPES: Readonly<Record<string, Check>> = {
  'create-keyspace': shape({ ...statement, keyspace: name, durableWrites: optional(flag) }),
  'drop-keyspace': shape({ ...statement, keyspace: name }),
  'create-table': shape({
    ...statement,
    ...inTable,
    columns: listOf(column, COLUMNS_MAX),
    comment: optional(text),
  }),
  'alter-table': shape({ ...statement, ...inTable, changes: listOf(change, COLUMNS_MAX) }),
  'drop-table': shape({ ...statement, ...inTable }),
  insert: write,
  update: write,
  delete: write,
  select: shape({ ...statement, ...inTable, ...bound, columns: optional(listOf(name, COLUMNS_MAX)) }),
  prepare: shape({ ...statement, ...inTable, name }),
  deliver: message,
  lose: message,
  duplicate: message,
  fire: shape({ timer: text }),
  gossip: shape({ from: name, to: name }),
  merge: shape({ node: name, merge: text }),
  publish: shape({ node: name, merge: text, shard: number }),
  flush: storage,
  compact: storage,
  evict: shape({ node: name, ...inTable, key: optional(recordOf(anyLiteral)) }),
  crash: life,
  restart: life,
  'add-node': life,
  'remove-node': life,
  ring: shape({ node: name, phase: oneOf(['schema', 'pending', 'data']) }),
  'expire-tombstones': life,
  cut: link,
  heal: link,
  skew: shape({ node: name, micros: number }),
  wait: shape({ micros: number }),
  protect: shape({ protections: record }),
};

/** The sentence of what is wrong with a command's shape, or null. Drafts may leave out id and timestamp. */
export function shapeOfCommand(value: unknown, isDraft = false): string | null {
  if (!record(value)) {
    return 'a command is a record with a kind.';
  }
  if (isDeeperThan(value, DEPTH_MAX)) {
    return `a command is nested at most ${DEPTH_MAX} deep; nothing was done.`;
  }
  const given = value as Record<string, unknown>;
  const kind = given['kind'];
  const check = typeof kind === 'string' && Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined;
  if (check === undefined) {
    return `there is no command of kind ${JSON.stringify(kind)?.slice(0, NAME_LENGTH_MAX)}; there are ${Object.keys(SHAPES).join(', ')}.`;
  }
  const completed = isDraft ? { id: 'draft', timestamp: 0, ...given } : given;
  return check(completed)
    ? null
    : `the fields of the command ${String(kind)} are not what it needs (see sim/command.ts); nothing was done.`;
}
