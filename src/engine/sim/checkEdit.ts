// The shape of an edit that came from outside (SPEC N9): what it needs is there and of its type. Whether it makes sense in
// a run is found by the re-run itself.

import { shapeOfCommand } from './checkShape.ts';

type Fields = Readonly<Record<string, unknown>>;

type Field = readonly [name: string, type: 'string' | 'number'];

const SIGHTING: readonly Field[] = [
  ['message', 'string'],
  ['seen', 'number'],
];
const ENDING: readonly Field[] = [...SIGHTING, ['place', 'number']];

const FIELDS: Readonly<Record<string, readonly Field[]>> = {
  deliver: ENDING,
  lose: ENDING,
  duplicate: ENDING,
  hold: SIGHTING,
  move: [
    ['step', 'number'],
    ['place', 'number'],
  ],
  remove: [['step', 'number']],
  replace: [['step', 'number']],
  protect: [],
};

/** The sentence of what is wrong with an edit's shape, or null. */
export function shapeOfEdit(outside: unknown): string | null {
  if (!isRecord(outside)) {
    return 'An edit is a record with a kind; this is none.';
  }
  const { kind } = outside;
  const fields = typeof kind === 'string' && Object.hasOwn(FIELDS, kind) ? FIELDS[kind] : undefined;
  if (fields === undefined) {
    return `There is no such kind of edit; there are ${Object.keys(FIELDS).join(', ')}.`;
  }
  const wrong = fields.find(([name, type]) => typeof outside[name] !== type);
  if (wrong !== undefined) {
    return `The edit ${String(kind)} needs ${wrong[0]}, a ${wrong[1]}.`;
  }
  if (kind === 'replace') {
    return shapeOfCommand(outside['command'], true);
  }
  return kind === 'protect' && !isRecord(outside['protections'])
    ? 'The edit protect needs protections, a record.'
    : null;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
