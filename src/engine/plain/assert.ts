/** Throws when one of the engine's own rules is broken; `rule` names it as SPEC.md does. Never for a user's mistake. */
export function assert(condition: boolean, rule: string): asserts condition {
  if (!condition) {
    throw new Error(`Broken rule ${rule}`);
  }
}

/** Ends a switch over a union: the compiler proves that every kind was handled. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled kind ${JSON.stringify(value)}`);
}
