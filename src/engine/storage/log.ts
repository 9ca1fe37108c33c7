// The commitlog as data (SPEC E15): a set of self-describing mutations in canonical order. Which write came first does not
// matter for replay, so two nodes that logged the same writes are in the same state.

import type { Buckets } from '../plain/buckets.ts';
import { withItem } from '../plain/buckets.ts';
import { canonical } from '../plain/canonical.ts';
import { compareText } from '../plain/compare.ts';
import type { CanonicalMutation } from './partition.ts';

/** The log with the mutation at its place; the same reference when it stands there already (a duplicate). */
export function logMutation(
  log: Buckets<CanonicalMutation>,
  mutation: CanonicalMutation,
): Buckets<CanonicalMutation> {
  return withItem(log, canonical(mutation.partition), mutation, compareMutations);
}

function compareMutations(a: CanonicalMutation, b: CanonicalMutation): number {
  return (
    compareText(a.key, b.key) ||
    compareText(a.version, b.version) ||
    compareText(canonical(a.partition), canonical(b.partition))
  );
}
