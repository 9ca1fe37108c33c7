// What a person may get wrong comes back as a value with a sentence; only a broken rule of our own throws.

/** What of a statement a refusal is about (SPEC Q9), so that whoever has its text can show the place. */
export interface Part {
  readonly what:
    | 'keyspace'
    | 'table'
    | 'column'
    /** A column named in WHERE. */
    | 'condition'
    | 'type'
    /** The value given for the column of that name. */
    | 'value'
    /** Where the key is given: the names of an INSERT, the WHERE of any other; with a name, that column in a PRIMARY KEY. */
    | 'key'
    | 'comment'
    /** The name of a prepared statement. */
    | 'statement'
    /** The value given for the question mark of that number, from 0. */
    | 'marker';
  readonly name: string;
}

export interface Refusal {
  readonly ok: false;
  readonly problem: string;
  readonly about?: Part;
}

export type Result<T> = { readonly ok: true; readonly value: T } | Refusal;

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** `problem` is a whole sentence: what is wrong, where, and what to do instead. */
export function refuse(problem: string, what?: Part['what'], name = ''): Refusal {
  return what === undefined ? { ok: false, problem } : { ok: false, problem, about: { what, name } };
}
