// What CQL and its shell have and this app has not (SPEC Q2): each is refused by name, with what to do instead.

import { type Cursor, peek, unfit } from './cursor.ts';

const key = 'read by the key, or make a second table that has the column in its key';

/** By the word that begins a statement. */
const STATEMENTS: Readonly<Record<string, string>> = {
  TRUNCATE: 'DELETE the partitions, or DROP the table and CREATE it again.',
  BEGIN: 'there is no batchlog: give the statements one by one, without it and without APPLY BATCH.',
  APPLY: 'there is no batchlog: leave it out.',
  GRANT: 'there are no roles, and every client may do everything.',
  REVOKE: 'there are no roles, and every client may do everything.',
  LIST: 'there are no roles; DESCRIBE TABLES lists the tables.',
  COPY: 'paste INSERT statements instead.',
  SOURCE: 'paste the text of the file here.',
  CAPTURE: 'select the answers and copy them.',
  PAGING: 'a read gives all rows of its partition.',
  EXPAND: 'an answer is always shown as a table.',
  LOGIN: 'there are no roles; choose the node above.',
  SHOW: 'DESCRIBE TABLES lists the tables, and the Inspector shows all that a node knows.',
  SERIAL: 'there are no lightweight transactions.',
  EXIT: 'Escape closes the console.',
  QUIT: 'Escape closes the console.',
  COMMIT: 'every statement stands alone.',
  ROLLBACK: 'Back goes to the moment before a statement.',
};

/** By the word after CREATE, ALTER or DROP. */
const OBJECTS: Readonly<Record<string, string>> = {
  INDEX: `there are no secondary indexes: ${key}.`,
  CUSTOM: `there are no secondary indexes: ${key}.`,
  TYPE: 'there are no user types: use a tuple, or one column for each field.',
  FUNCTION: 'there are no functions.',
  AGGREGATE: 'there are no functions.',
  OR: 'there are no functions.',
  MATERIALIZED: 'there are no views: make a second table and write to both.',
  ROLE: 'there are no roles, and every client may do everything.',
  USER: 'there are no roles, and every client may do everything.',
  SERVICE: 'there are no service levels.',
  TRIGGER: 'there are no triggers.',
};

/** Words that say little by themselves. */
const WHOLE: Readonly<Record<string, string>> = {
  BEGIN: 'BEGIN BATCH',
  APPLY: 'APPLY BATCH',
  CUSTOM: 'CUSTOM INDEX',
  MATERIALIZED: 'MATERIALIZED VIEW',
  OR: 'OR REPLACE',
  SERVICE: 'SERVICE LEVEL',
};

/** Always throws if the present word begins something that is not modelled. */
export function refuseStatement(cursor: Cursor): void {
  refuseBy(cursor, STATEMENTS, '');
}

/** The same for the word after CREATE, ALTER or DROP. */
export function refuseObject(cursor: Cursor, verb: string): void {
  refuseBy(cursor, OBJECTS, `${verb} `);
}

function refuseBy(cursor: Cursor, told: Readonly<Record<string, string>>, verb: string): void {
  const token = peek(cursor);
  const word = token.kind === 'word' ? token.value.toUpperCase() : '';
  const instead = Object.hasOwn(told, word) ? told[word] : undefined;
  if (instead !== undefined) {
    unfit(cursor, token, `${verb}${WHOLE[word] ?? word} is not modelled here: ${instead}`);
  }
}
