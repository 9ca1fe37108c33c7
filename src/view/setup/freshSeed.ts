const SEEDS = 100_000;

/** A seed that nobody chose. Chance ends here: what is made of a seed is always the same. */
export function freshSeed(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word % SEEDS;
}
