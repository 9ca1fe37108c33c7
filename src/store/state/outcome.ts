import type { Result } from '../../engine/index.ts';

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** `problem` is a whole sentence: what is wrong, and what to do instead. */
export const refuse = (problem: string): { readonly ok: false; readonly problem: string } => ({
  ok: false,
  problem,
});
