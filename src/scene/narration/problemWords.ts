// Why something failed, as the page tells things. Nodes give the reason in words of their own, which name a version by its
// digits and a table by its id: here it gets the names that people see.

import type { Identities } from '../run/identity.ts';
import { type LabelId, labelAny } from '../words/say.ts';

/** What a node says, and the words for it; their values are the places in parentheses, in order. */
const PHRASES: readonly (readonly [said: RegExp, id: LabelId, values: readonly string[]])[] = [
  [/no table has the id \w+ here/, 'problem-no-table', []],
  [/schema version (\w+) is not known here/, 'problem-unknown', ['version']],
  [/schema version (\w+) could not be loaded from (\w+)/, 'problem-not-loaded', ['version', 'node']],
  [/attempted to mutate using not synced schema (\w+)/, 'problem-not-merged', ['version']],
  [/^The schema was written .*: table (\S+) with id [^.]*/, 'problem-unused', ['table']],
  [/table (\S+) with id \w+ is not in memory: [^.]*/, 'problem-other-table', ['table']],
  [/^Timed out: (\d+) of (\d+) replicas (\w+)/, 'problem-timeout', ['count', 'needed', 'what']],
];

/** The version that begins with these digits, by its name; the digits where none does or several do. */
function named(identities: Identities, digits: string): string {
  const [found, second] = identities.list.filter(({ hex }) => hex === digits);
  return found === undefined || second !== undefined ? digits : identities.name(found.version);
}

export function problemText(identities: Identities, problem: string): string {
  for (const [said, id, names] of PHRASES) {
    const found = said.exec(problem);
    if (found !== null) {
      const values = names.map((name, i): readonly [string, string] => {
        const text = found[i + 1] ?? '';
        return [name, name === 'version' ? named(identities, text) : text];
      });
      return problem.replace(said, () => labelAny(id, Object.fromEntries(values)));
    }
  }
  return problem;
}
