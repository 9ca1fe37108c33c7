// The shape of one command that came from outside (SPEC N9): each field there, of its type, and no longer than it may be.

import { isDeeperThan } from '../plain/depth.ts';
import { COLUMNS_MAX, DEPTH_MAX, NAME_LENGTH_MAX, VALUE_LENGTH_MAX } from '../plain/limits.ts';
import { COLUMN_KINDS } from '../schema/schema.ts';

/** Null when the value is right; else what stands at `at` and what should, as the end of a sentence. */
type Check = (value: unknown, at: string) => string | null;

const SHOWN_MAX = 40;

/** A wrong value as a refusal quotes it. */
function shown(value: unknown): string {
  const text =
    typeof value === 'string'
      ? `'${value}'`
      : typeof value === 'object' && value !== null
        ? Array.isArray(value)
          ? 'a list'
          : 'a record'
        : value === undefined
          ? 'missing'
          : String(value);
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}

const has =
  (isRight: (value: unknown) => boolean, wanted: string): Check =>
  (value, at) =>
    isRight(value) ? null : `${at} has to be ${wanted}, and is ${shown(value)}`;
const textOf = (most: number): Check =>
  has((value) => typeof value === 'string' && value.length <= most, `a text of at most ${most} characters`);

const text = textOf(VALUE_LENGTH_MAX);
const name = textOf(4 * NAME_LENGTH_MAX);
const number = has((value) => typeof value === 'number', 'a number');
const flag = has((value) => typeof value === 'boolean', 'true or false');
const optional =
  (check: Check): Check =>
  (value, at) =>
    value === undefined ? null : check(value, at);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const record = has(isRecord, 'a record');
const first = <T>(parts: readonly T[], check: (part: T, i: number) => string | null): string | null => {
  for (const [i, part] of parts.entries()) {
    const problem = check(part, i);
    if (problem !== null) {
      return problem;
    }
  }
  return null;
};
const listOf =
  (check: Check, most: number): Check =>
  (value, at) =>
    !Array.isArray(value) || value.length > most
      ? has(() => false, `a list of at most ${most}`)(value, at)
      : first(value, (part, i) => check(part, `${at}[${i}]`));
const fieldAt = (at: string, field: string): string =>
  at === '' ? field : `${at}.${field.slice(0, NAME_LENGTH_MAX)}`;
const recordOf =
  (check: Check): Check =>
  (value, at) =>
    record(value, at) ??
    first(Object.entries(value as object), ([field, part]) => check(part, fieldAt(at, field)));
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, at) =>
    record(value, at) ??
    first(Object.entries(fields), ([field, check]) =>
      check((value as Readonly<Record<string, unknown>>)[field], fieldAt(at, field)),
    );
const oneOf = (values: readonly unknown[]): Check =>
  has((value) => values.includes(value), values.map(String).join(' or '));

const LITERAL_DEPTH_MAX = 8;

function isLiteral(value: unknown, depth = 0): boolean {
  if (
    value === null ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value)) ||
    (typeof value === 'string' && value.length <= VALUE_LENGTH_MAX)
  ) {
    return true;
  }
  if (depth >= LITERAL_DEPTH_MAX || typeof value !== 'object') {
    return false;
  }
  return Object.values(value as object).every((part) => isLiteral(part, depth + 1));
}
const literal = has(
  (value) => isLiteral(value),
  'a text, a number, true or false, null, or a list or record of these',
);

const CHANGES: Readonly<Record<string, Check>> = {
  add: shape({ name, type: text, isStatic: optional(flag) }),
  drop: shape({ name }),
  type: shape({ name, type: text }),
  rename: shape({ from: name, to: name }),
  comment: shape({ comment: text }),
};
const change: Check = (value, at) => {
  const kind = isRecord(value) ? value['kind'] : undefined;
  return typeof kind === 'string' && Object.hasOwn(CHANGES, kind)
    ? (CHANGES[kind]?.(value, at) ?? null)
    : (record(value, at) ?? oneOf(Object.keys(CHANGES))(kind, fieldAt(at, 'kind')));
};

const statement = { id: name, node: name, timestamp: number, shard: optional(number) };
const inTable = { keyspace: name, table: name };
const bound = {
  key: recordOf(literal),
  consistency: name,
  schemaVersion: optional(name),
  prepared: optional(name),
};
const write = shape({
  ...statement,
  ...inTable,
  ...bound,
  values: recordOf(literal),
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
  evict: shape({ node: name, ...inTable, key: optional(recordOf(literal)) }),
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

/** Whether it is data as JSON has it, whatever its fields are called: what no rule looks at is still kept with the run. */
function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.values(value).every(isPlain)
    : ['string', 'number', 'boolean', 'undefined'].includes(typeof value) || value === null;
}

/** The sentence of what is wrong with a command's shape, or null. Drafts may leave out id and timestamp. */
export function shapeOfCommand(value: unknown, isDraft = false): string | null {
  if (!isRecord(value)) {
    return 'a command is a record with a kind.';
  }
  if (isDeeperThan(value, DEPTH_MAX)) {
    return `a command is nested at most ${DEPTH_MAX} deep; nothing was done.`;
  }
  if (!isPlain(value)) {
    return 'a command holds texts, numbers, truth values, lists and records, and nothing else; nothing was done.';
  }
  const kind = value['kind'];
  const check = typeof kind === 'string' && Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined;
  if (check === undefined) {
    return `there is no command of kind ${shown(kind)}; there are ${Object.keys(SHAPES).join(', ')}.`;
  }
  const problem = check(isDraft ? { id: 'draft', timestamp: 0, ...value } : value, '');
  return problem === null ? null : `in the command ${String(kind)}, ${problem}; nothing was done.`;
}
