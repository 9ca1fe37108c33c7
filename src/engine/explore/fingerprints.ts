// Global states by 64-bit fingerprint (SPEC X5), numbered in order of discovery. Two states that share all 64 bits would be
// taken for one; with a million states the odds are below one in ten million.

import { createPairTable, NO_NUMBER } from '../plain/pairTable.ts';

/** Two halves in a typed array: as arguments of their own they would become objects. */
export type Fingerprint = Int32Array;

export interface Fingerprints {
  /** The number of the state with this fingerprint; a new one is given the next number, which `size` then counts. */
  readonly numberOf: (fingerprint: Fingerprint) => number;
  readonly size: () => number;
  readonly bytes: () => number;
}

export function createFingerprints(): Fingerprints {
  const table = createPairTable(1 << 13);
  return {
    numberOf: (fingerprint) => {
      const low = fingerprint[0] as number;
      const high = fingerprint[1] as number;
      const known = table.get(low, high);
      if (known !== NO_NUMBER) {
        return known;
      }
      table.add(low, high, table.size());
      return table.size() - 1;
    },
    size: table.size,
    bytes: table.bytes,
  };
}
