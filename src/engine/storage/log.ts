// The commitlog as data (SPEC E15): a set of self-describing mutations in canonical order. Which write came first does not
// matter for replay, so two nodes that logged the same writes are in the same state.

import { canonical } from '../plain/canonical.ts';
import { compareText } from '../plain/compare.ts';
import type { CanonicalMutation } from './partition.ts';

/** The log with the mutation at its place; the same reference when it stands there already (a duplicate). */
export function logMutation(
  log: readonly CanonicalMutation[],
  mutation: CanonicalMutation,
): readonly CanonicalMutation[] {
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareMutations(mutation, log[middle] as CanonicalMutation);
    if (order === 0) {
      return log;
    }
    if (order < 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return log.toSpliced(low, 0, mutation);
}

function compareMutations(a: CanonicalMutation, b: CanonicalMutation): number {
  return (
    compareText(a.key, b.key) ||
    compareText(a.version, b.version) ||
    compareText(canonical(a.partition), canonical(b.partition))
  );
}
