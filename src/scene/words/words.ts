// Words from one catalogue of ICU messages: `wordsOf(CATALOGUE)` gives the function that the page asks. A catalogue a part
// of the page, so that each travels with what shows it. What a message asks for is checked by the compiler.

import { formatMessage, type Message, parseMessage, type Values } from './icu.ts';
import type { Slots } from './icuSlots.ts';
import { PLURAL_RULE_EN } from './pluralRule.en.ts';

/** A number may stand where no plural asks for one: it is printed as it is. */
type Loose<V> = { readonly [K in keyof V]: V[K] extends number ? number : string | number };
type Asked<S extends string> = keyof Slots<S> extends never ? [] : [values: Loose<Slots<S>>];

export function wordsOf<C extends Readonly<Record<string, string>>>(
  catalogue: C,
): <K extends keyof C & string>(id: K, ...values: Asked<C[K]>) => string {
  const parsed = new Map<string, Message>();
  return (id, ...[values]) => {
    const message = parsed.get(id) ?? parseMessage(catalogue[id] ?? id);
    parsed.set(id, message);
    return formatMessage(message, (values ?? {}) as Values, PLURAL_RULE_EN);
  };
}
