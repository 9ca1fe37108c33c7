// Two lists of keyed things, laid side by side: what both have, what only one has, in the order of the later side.

export interface Paired<T> {
  readonly key: string;
  readonly was: T | null;
  readonly is: T | null;
}

export function pairBy<T>(was: readonly T[], is: readonly T[], keyOf: (one: T) => string): Paired<T>[] {
  const before = new Map(was.map((one) => [keyOf(one), one]));
  const after = new Map(is.map((one) => [keyOf(one), one]));
  const kept = [...after].map(([key, one]) => ({ key, was: before.get(key) ?? null, is: one }));
  const gone = [...before]
    .filter(([key]) => !after.has(key))
    .map(([key, one]) => ({ key, was: one, is: null }));
  return [...kept, ...gone];
}
