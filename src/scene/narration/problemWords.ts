// Why something failed, as the page tells things. Nodes give the reason in words of their own, which name a version by its
// digits and a table by its id: here it gets the names that people see, and words that a translation reaches.

import type { Identities } from '../run/identity.ts';
import { type LabelId, labelAny } from '../words/say.ts';

interface Phrase {
  /** All of what a node says, but for a full stop. */
  readonly said: RegExp;
  readonly id: LabelId;
  /** What stands in the parentheses, in order: `version` gets its name, `problem` is a reason in a reason. */
  readonly values: readonly string[];
}

const PHRASES: readonly Phrase[] = [
  { said: /^no table has the id \w+ here$/, id: 'problem-no-table', values: [] },
  { said: /^schema version (\w+) is not known here$/, id: 'problem-unknown', values: ['version'] },
  {
    said: /^schema version (\w+) could not be loaded from (\w+)$/,
    id: 'problem-not-loaded',
    values: ['version', 'node'],
  },
  {
    said: /^attempted to mutate using not synced schema (\w+)$/,
    id: 'problem-not-merged',
    values: ['version'],
  },
  {
    said: /^an sstable has cells of (\S+), which the schema lacks \(malformed sstable\)$/,
    id: 'problem-sstable',
    values: ['column'],
  },
  { said: /^the merge with (\w+) failed$/, id: 'problem-merge', values: ['node'] },
  { said: /^The schema was written .*: table (\S+) with id .*$/, id: 'problem-unused', values: ['table'] },
  {
    said: /^The schema was written but could not be put to use: (.*)$/,
    id: 'problem-unused-else',
    values: ['problem'],
  },
  { said: /^table (\S+) with id \w+ is not in memory: .*$/, id: 'problem-other-table', values: ['table'] },
  { said: /^keyspace (\S+) differs and cannot be altered$/, id: 'problem-keyspace', values: ['keyspace'] },
  {
    said: /^Timed out: (\d+) of (\d+) replicas (\w+)$/,
    id: 'problem-timeout',
    values: ['count', 'needed', 'what'],
  },
  { said: /^Timed out: the read repair was not confirmed$/, id: 'problem-repair', values: [] },
  {
    said: /^(\w+) needs (\d+) of (\d+) replicas; node (\w+) sees (\d+) of them up$/,
    id: 'problem-unavailable',
    values: ['level', 'needed', 'all', 'node', 'up'],
  },
  { said: /^The read failed on replica (\w+): (.*)$/, id: 'problem-read', values: ['node', 'problem'] },
  { said: /^the connection broke$/, id: 'problem-broke', values: [] },
  {
    said: /^Node (\w+) stopped before the statement ended; it may or may not have taken effect$/,
    id: 'problem-stopped',
    values: ['node'],
  },
  { said: /^node (\w+) is down$/, id: 'problem-down', values: ['node'] },
  { said: /^the link between (\w+) and (\w+) is cut$/, id: 'problem-cut', values: ['a', 'b'] },
  { said: /^the stream from (\w+) to (\w+) broke$/, id: 'problem-stream', values: ['from', 'to'] },
  { said: /^(\w+) does not see (\w+)$/, id: 'problem-unseen', values: ['node', 'peer'] },
  {
    said: /^(\w+) could not store what (\w+) sent: (.*)$/,
    id: 'problem-not-stored',
    values: ['node', 'peer', 'problem'],
  },
  {
    said: /^(\S+) has no partition key left: the node would abort\. Drop the table and create it again$/,
    id: 'problem-no-key',
    values: ['table'],
  },
  {
    said: /^In the (\w+) key of (\S+) two columns, '(.*)' among them, stand at position (\d+): the node would abort\. .*$/,
    id: 'problem-key-twice',
    values: ['part', 'table', 'column', 'at'],
  },
  {
    said: /^In the (\w+) key of (\S+) position (\d+) has no column: the node would abort\. .*$/,
    id: 'problem-key-gap',
    values: ['part', 'table', 'at'],
  },
];

/** The version that begins with these digits, by its name; the digits where none does or several do. */
function named(identities: Identities, digits: string): string {
  const [found, second] = identities.list.filter(({ hex }) => hex === digits);
  return found === undefined || second !== undefined ? digits : identities.name(found.version);
}

/** What nodes do not say of each other, such as why a statement cannot be, stays as it is. */
export function problemText(identities: Identities, problem: string): string {
  const end = problem.endsWith('.') ? '.' : '';
  const reason = problem.slice(0, problem.length - end.length);
  for (const { said, id, values } of PHRASES) {
    const found = said.exec(reason);
    if (found !== null) {
      const told = values.map((name, i): readonly [string, string] => {
        const text = found[i + 1] ?? '';
        if (name === 'version') return [name, named(identities, text)];
        return [name, name === 'problem' ? problemText(identities, text) : text];
      });
      return labelAny(id, Object.fromEntries(told)) + end;
    }
  }
  return problem;
}
