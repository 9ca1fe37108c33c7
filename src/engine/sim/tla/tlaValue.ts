// Values of TLA+ as plain data, and their text (SPEC T1). A function with names for a domain and a record are one thing.

import { compareText } from '../../plain/compare.ts';
import type { Dict } from '../../plain/record.ts';
import { keysOf } from '../../plain/record.ts';

export type TlaValue = number | boolean | string | TlaSet | TlaTuple | TlaFunction;
export interface TlaSet {
  readonly set: readonly TlaValue[];
}
export interface TlaTuple {
  readonly tuple: readonly TlaValue[];
}
export interface TlaFunction {
  readonly of: Dict<TlaValue>;
}

export const setOf = (items: readonly TlaValue[]): TlaSet => ({ set: items });
export const tupleOf = (items: readonly TlaValue[]): TlaTuple => ({ tuple: items });
export const functionOf = (of: Dict<TlaValue>): TlaFunction => ({ of });

/** One text for equal values: sets in byte order of their elements, each element once, functions by their names. */
export function tlaText(value: TlaValue): string {
  switch (typeof value) {
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    case 'string':
      return `"${value}"`;
    default:
      return structureText(value);
  }
}

function structureText(value: TlaSet | TlaTuple | TlaFunction): string {
  if ('set' in value) {
    return `{${[...new Set(value.set.map(tlaText))].sort(compareText).join(', ')}}`;
  }
  if ('tuple' in value) {
    return `<<${value.tuple.map(tlaText).join(', ')}>>`;
  }
  const fields = keysOf(value.of).map((name) => `${name} |-> ${tlaText(value.of[name] ?? 0)}`);
  // The function with an empty domain is the empty sequence.
  return fields.length === 0 ? '<<>>' : `[${fields.join(', ')}]`;
}
