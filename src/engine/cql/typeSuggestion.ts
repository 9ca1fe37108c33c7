// What somebody probably meant who wrote a type that CQL did not have in early 2016 (SPEC C8).

import { editDistance } from './editDistance.ts';

const KNOWN = [
  'ascii',
  'bigint',
  'blob',
  'boolean',
  'counter',
  'date',
  'decimal',
  'double',
  'float',
  'inet',
  'int',
  'smallint',
  'text',
  'time',
  'timestamp',
  'timeuuid',
  'tinyint',
  'uuid',
  'varchar',
  'varint',
  'list',
  'set',
  'map',
  'tuple',
  'frozen',
];

/** Words of other languages and of later years. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['str', 'text'],
  ['char', 'text'],
  ['json', 'text'],
  ['integer', 'int'],
  ['number', 'int'],
  ['long', 'bigint'],
  ['int64', 'bigint'],
  ['int32', 'int'],
  ['bool', 'boolean'],
  ['real', 'double'],
  ['numeric', 'decimal'],
  ['bytes', 'blob'],
  ['binary', 'blob'],
  ['datetime', 'timestamp'],
  ['array', 'list<int>'],
  ['short', 'smallint'],
  ['byte', 'tinyint'],
  ['duration', 'bigint'],
  ['vector', 'list<float>'],
]);
const LATER: ReadonlySet<string> = new Set(['duration', 'vector']);

/** The refusal of an unknown type: a whole sentence with a likely fix. */
export function likelyType(word: string): string {
  const name = word.toLowerCase();
  const meant = MEANT.get(name);
  if (meant !== undefined) {
    return LATER.has(name)
      ? `'${word}' came to CQL later than January 2016. Use '${meant}'.`
      : `'${word}' is not a CQL type. Did you mean '${meant}'?`;
  }
  const near = nearest(name);
  return near === undefined
    ? `'${word}' is not a CQL type, and there are no user types here. Use for example 'text', 'int' or 'tuple<text, int>'.`
    : `'${word}' is not a CQL type. Did you mean '${near}'?`;
}

/** The closest known word, or what a close foreign word means. */
function nearest(name: string): string | undefined {
  const candidates: readonly (readonly [string, string])[] = [
    ...KNOWN.map((known) => [known, known] as const),
    ...[...MEANT].filter(([word]) => !LATER.has(word)),
  ];
  const measured = candidates
    .map(([word, meant]) => ({ meant, misses: editDistance(name, word), allowed: word.length > 4 ? 2 : 1 }))
    .filter(({ misses, allowed }) => misses <= allowed);
  return measured.toSorted((a, b) => a.misses - b.misses)[0]?.meant;
}
