// Names of keyspaces, tables and columns (SPEC C12). A column's name may be any visible text, as a quoted name in CQL;
// a keyspace or table is a word. What could deceive a reader or break a key in a plain record is refused.

import { NAME_LENGTH_MAX } from '../plain/limits.ts';
import { isWellFormed } from './bytes.ts';

/** Control characters, separators of lines, marks that turn the direction of text, and other characters without a shape. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/u;

/** A sentence when `name` cannot name a column (or anything else); null when it can (C12). */
export function checkName(name: string): string | null {
  if (name === '') {
    return 'The name is empty. Give it at least one character.';
  }
  if (name.length > NAME_LENGTH_MAX) {
    return `'${name.slice(0, 12)}…' has ${name.length} characters; a name may have at most ${NAME_LENGTH_MAX}. Shorten it.`;
  }
  if (!isWellFormed(name)) {
    return 'The name holds half a character (a lone surrogate). Type it again.';
  }
  if (UNSEEN.test(name)) {
    return 'The name holds a character that cannot be seen. Type it again without it.';
  }
  if (name.trim() !== name) {
    return `'${name}' begins or ends with a blank. Remove it.`;
  }
  return name === '__proto__' ? "'__proto__' cannot be used as a name here. Choose another one." : null;
}

/** A sentence when `name` cannot name a keyspace or a table: beyond `checkName`, letters, digits and '_' only (C12). */
export function checkTableName(name: string): string | null {
  const problem = checkName(name);
  if (problem !== null) {
    return problem;
  }
  return /^\w+$/u.test(name)
    ? null
    : `'${name}' cannot name a keyspace or a table: use only letters without accents, digits and '_'.`;
}
