// What the network does is named by handles like 'MUTATION A>C s4 write': words of which all but a few are always the
// same. In a link each word is a sign or two, and a statement is its distance from the latest one.

/** First words. Part of the format, as all signs here are: new ones may come, none may change. */
const FIRST: Readonly<Record<string, string>> = {
  DEFINITIONS_UPDATE: 'D',
  MIGRATION_REQUEST: 'R',
  MIGRATION_REPLY: 'P',
  GET_SCHEMA_VERSION: 'G',
  SCHEMA_VERSION_REPLY: 'V',
  MUTATION: 'M',
  MUTATION_DONE: 'N',
  READ_DATA: 'E',
  READ_DIGEST: 'F',
  READ_MUTATION_DATA: 'H',
  READ_REPLY: 'Y',
  ddl: 'L',
  push: 'U',
  pull: 'Q',
  'write-timeout': 'T',
  'read-timeout': 'S',
  grace: 'I',
};

const LATER: Readonly<Record<string, string>> = {
  write: ',',
  repair: ';',
  READ_DATA: '<',
  READ_DIGEST: '>',
  READ_MUTATION_DATA: '?',
};

const turned = (signs: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(signs).map(([word, sign]) => [sign, word]));

const FIRST_WORDS = turned(FIRST);
const LATER_WORDS = turned(LATER);
const AGES = 'abcdefghijklmnopqrstuvwxyz';

/** The id of the latest statement, as a stem and its number: 's' and 4. */
export interface LatestId {
  readonly stem: string;
  readonly number: number;
}

export const NO_ID: LatestId = { stem: '', number: 0 };

export function latestId(id: string): LatestId {
  const [, stem = '', digits = ''] = /^(.*?)(0|[1-9]\d{0,8})$/s.exec(id) ?? [];
  return digits === '' ? NO_ID : { stem, number: Number(digits) };
}

export const nextId = ({ stem, number }: LatestId): string => `${stem}${number + 1}`;

export function shortHandle(handle: string, latest: LatestId): string {
  return handle
    .split(' ')
    .map((word, i) => (i === 0 ? FIRST[word] : undefined) ?? shortWord(word, latest))
    .join('');
}

function shortWord(word: string, latest: LatestId): string {
  const [, from, to] = /^([A-Z])>([A-Z])$/.exec(word) ?? [];
  if (from !== undefined && to !== undefined) {
    return from + to;
  }
  const { stem, number } = latestId(word);
  const age = AGES.charAt(latest.number - number);
  if (stem === latest.stem && stem !== '' && number <= latest.number && age !== '') {
    return age;
  }
  return LATER[word] ?? (/^[A-Z]$/.test(word) ? `.${word}` : `"${word}"`);
}

const WORD = /([A-Z])([A-Z])|\.([A-Z])|([a-z])|([,;<>?])|"([^"]*)"/y;

/** What `shortHandle` was given; null for a text that it cannot have made. */
export function handleOf(short: string, latest: LatestId): string | null {
  const first = FIRST_WORDS[short.charAt(0)];
  const words = first === undefined ? [] : [first];
  WORD.lastIndex = words.length;
  while (WORD.lastIndex < short.length) {
    const [, from, to, node, age, sign, plain] = WORD.exec(short) ?? [];
    const word =
      from !== undefined
        ? `${from}>${to}`
        : age !== undefined
          ? `${latest.stem}${latest.number - AGES.indexOf(age)}`
          : sign !== undefined
            ? LATER_WORDS[sign]
            : (node ?? plain);
    if (word === undefined) {
      return null;
    }
    words.push(word);
  }
  return words.join(' ');
}
