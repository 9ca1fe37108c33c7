// What a person may get wrong comes back as a value with a sentence; only a broken rule of our own throws.

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** `problem` is a whole sentence: what is wrong, where, and what to do instead. */
export function refuse(problem: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem };
}
