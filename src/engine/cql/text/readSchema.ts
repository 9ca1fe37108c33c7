// CREATE, ALTER and DROP (SPEC Q2). What the engine does not model is refused by name rather than passed over.

import type { Literal, TableChange } from '../statement.ts';
import type { ColumnText, SchemaText, TableName } from './ast.ts';
import {
  acceptMark,
  acceptWord,
  acceptWords,
  type Cursor,
  expected,
  expectMark,
  expectWord,
  listOf,
  part,
  peek,
  sees,
  unfit,
} from './cursor.ts';
import { readLiteral } from './literals.ts';
import { readColumn, readKeyspace, readName, readTableName } from './names.ts';
import { refuseObject } from './notModelled.ts';
import { readType } from './types.ts';

export function readCreate(cursor: Cursor): SchemaText {
  if (acceptWord(cursor, 'KEYSPACE') || acceptWord(cursor, 'SCHEMA')) {
    return readCreateKeyspace(cursor);
  }
  if (acceptWord(cursor, 'TABLE') || acceptWord(cursor, 'COLUMNFAMILY')) {
    return readCreateTable(cursor);
  }
  refuseObject(cursor, 'CREATE');
  expected(cursor, 'KEYSPACE or TABLE', ['KEYSPACE', 'TABLE']);
}

function readCreateKeyspace(cursor: Cursor): SchemaText {
  const ifNotExists = acceptWords(cursor, 'IF', 'NOT', 'EXISTS');
  const keyspace = readKeyspace(cursor);
  let durableWrites = true;
  let replication: Readonly<Record<string, Literal>> | null = null;
  if (acceptWord(cursor, 'WITH')) {
    do {
      const token = peek(cursor);
      const option = readName(cursor, 'an option');
      expectMark(cursor, '=', `after ${option}`);
      const value = readLiteral(cursor);
      if (option === 'replication') {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) {
          unfit(cursor, token, "replication is a map: {'class': 'SimpleStrategy', 'replication_factor': 3}.");
        }
        replication = value as Readonly<Record<string, Literal>>;
      } else if (option === 'durable_writes') {
        durableWrites = value !== false;
      } else {
        unfit(cursor, token, `a keyspace has no option ${option}: there are replication and durable_writes.`);
      }
    } while (acceptWord(cursor, 'AND'));
  }
  return { kind: 'create-keyspace', keyspace, ifNotExists, durableWrites, replication };
}

interface Columns {
  readonly columns: ColumnText[];
  partitionKey: readonly string[];
  clusteringKey: readonly string[];
}

function readCreateTable(cursor: Cursor): SchemaText {
  const ifNotExists = acceptWords(cursor, 'IF', 'NOT', 'EXISTS');
  const name = readTableName(cursor);
  expectMark(cursor, '(', 'before the columns');
  const read: Columns = { columns: [], partitionKey: [], clusteringKey: [] };
  do {
    readColumnOrKey(cursor, read);
  } while (acceptMark(cursor, ','));
  const end = peek(cursor);
  expectMark(cursor, ')', 'after the columns');
  if (read.partitionKey.length === 0) {
    unfit(
      cursor,
      end,
      'No PRIMARY KEY specified (exactly one required): write PRIMARY KEY behind a column, or PRIMARY KEY (name) among them.',
    );
  }
  const { descending, comment } = readTableOptions(cursor, read.clusteringKey);
  return { kind: 'create-table', name, ifNotExists, ...read, descending, comment };
}

const readColumnType = (cursor: Cursor, column: string): string => part(cursor, 'type', readType, column);

function readColumnOrKey(cursor: Cursor, read: Columns): void {
  const token = peek(cursor);
  if (acceptWords(cursor, 'PRIMARY', 'KEY')) {
    if (read.partitionKey.length > 0) {
      unfit(cursor, token, 'Multiple PRIMARY KEYs specified (exactly one required): keep one of them.');
    }
    readPrimaryKey(cursor, read);
    return;
  }
  const name = readColumn(cursor);
  const type = readColumnType(cursor, name);
  const isStatic = acceptWord(cursor, 'STATIC');
  const at = peek(cursor);
  if (acceptWords(cursor, 'PRIMARY', 'KEY')) {
    if (read.partitionKey.length > 0) {
      unfit(cursor, at, 'Multiple PRIMARY KEYs specified (exactly one required): keep one of them.');
    }
    read.partitionKey = [name];
  }
  if (read.columns.some((column) => column.name === name)) {
    unfit(cursor, token, `Multiple definition of identifier ${name}: rename one of them.`);
  }
  read.columns.push({ name, type, isStatic });
}

function readPrimaryKey(cursor: Cursor, read: Columns): void {
  expectMark(cursor, '(', 'after PRIMARY KEY');
  const column = (): string => readColumn(cursor, 'a key column', 'key');
  if (acceptMark(cursor, '(')) {
    read.partitionKey = listOf(cursor, column);
    expectMark(cursor, ')', 'after the partition key');
  } else {
    read.partitionKey = [column()];
  }
  read.clusteringKey = acceptMark(cursor, ',') ? listOf(cursor, column) : [];
  expectMark(cursor, ')', 'after the key');
}

function readTableOptions(
  cursor: Cursor,
  clusteringKey: readonly string[],
): { readonly descending: readonly string[]; readonly comment: string | null } {
  let descending: readonly string[] = [];
  let comment: string | null = null;
  if (!acceptWord(cursor, 'WITH')) {
    return { descending, comment };
  }
  do {
    if (acceptWords(cursor, 'CLUSTERING', 'ORDER', 'BY')) {
      descending = readOrder(cursor, clusteringKey);
    } else {
      comment = readComment(cursor) ?? comment;
    }
  } while (acceptWord(cursor, 'AND'));
  return { descending, comment };
}

function readOrder(cursor: Cursor, clusteringKey: readonly string[]): readonly string[] {
  expectMark(cursor, '(', 'after CLUSTERING ORDER BY');
  const order = listOf(cursor, () => {
    const token = peek(cursor);
    const name = readColumn(cursor, 'a clustering column');
    if (!clusteringKey.includes(name)) {
      unfit(
        cursor,
        token,
        `Missing CLUSTERING ORDER for column: ${name} is no clustering column of this table.`,
      );
    }
    const isDescending = acceptWord(cursor, 'DESC');
    if (!isDescending && !acceptWord(cursor, 'ASC')) {
      expected(cursor, 'ASC or DESC', ['ASC', 'DESC']);
    }
    return { name, isDescending };
  });
  expectMark(cursor, ')', 'after the order');
  return order.filter((one) => one.isDescending).map((one) => one.name);
}

/** Options that change no data here are read, noted and passed over, as `cqlsh` prints a dozen of them; null then. */
function readComment(cursor: Cursor): string | null {
  const token = peek(cursor);
  if (acceptWords(cursor, 'COMPACT', 'STORAGE')) {
    unfit(
      cursor,
      token,
      'COMPACT STORAGE is not modelled here: leave it out, tables have the layout of CQL 3.',
    );
  }
  const option = readName(cursor, 'an option, for example comment');
  expectMark(cursor, '=', `after ${option}`);
  if (option !== 'comment') {
    readLiteral(cursor);
    cursor.passedOver.push(option);
    return null;
  }
  const value = part(cursor, 'comment', readLiteral, '');
  if (typeof value !== 'string') {
    unfit(cursor, token, "a comment is a text in single quotes: comment = 'people'.");
  }
  return value;
}

const CHANGES = ['ADD', 'DROP', 'ALTER', 'RENAME', 'WITH'];

export function readAlter(cursor: Cursor): SchemaText {
  const token = peek(cursor);
  if (!acceptWord(cursor, 'TABLE') && !acceptWord(cursor, 'COLUMNFAMILY')) {
    if (sees(cursor, 'KEYSPACE') || sees(cursor, 'SCHEMA')) {
      unfit(
        cursor,
        token,
        'ALTER KEYSPACE is not modelled here: the replication factor is chosen when a run is set up (Sandbox).',
      );
    }
    refuseObject(cursor, 'ALTER');
    expected(cursor, 'TABLE', ['TABLE']);
  }
  const name = readTableName(cursor);
  return { kind: 'alter-table', name, changes: readChanges(cursor) };
}

function readChanges(cursor: Cursor): readonly TableChange[] {
  if (sees(cursor, 'IF', 1)) {
    unfit(
      cursor,
      peek(cursor, 1),
      `IF is not taken in ALTER TABLE here, it came later: leave it out; what is there already is refused.`,
    );
  }
  if (acceptWord(cursor, 'ADD')) {
    return inParentheses(cursor, readAdded);
  }
  if (acceptWord(cursor, 'DROP')) {
    return inParentheses(cursor, () => ({ kind: 'drop', name: readColumn(cursor) }));
  }
  if (acceptWord(cursor, 'ALTER')) {
    const name = readColumn(cursor);
    expectWord(cursor, 'TYPE');
    return [{ kind: 'type', name, type: readColumnType(cursor, name) }];
  }
  if (acceptWord(cursor, 'RENAME')) {
    const pair = (): TableChange => {
      const from = readColumn(cursor);
      expectWord(cursor, 'TO');
      return { kind: 'rename', from, to: readColumn(cursor) };
    };
    const changes = [pair()];
    while (acceptWord(cursor, 'AND')) {
      changes.push(pair());
    }
    return changes;
  }
  if (acceptWord(cursor, 'WITH')) {
    const token = peek(cursor);
    let comment: string | null = null;
    do {
      comment = readComment(cursor) ?? comment;
    } while (acceptWord(cursor, 'AND'));
    if (comment === null) {
      unfit(
        cursor,
        token,
        "only the comment of a table can be changed here, other options are not modelled: WITH comment = '…'.",
      );
    }
    return [{ kind: 'comment', comment }];
  }
  expected(cursor, 'ADD, DROP, ALTER, RENAME or WITH', CHANGES);
}

function readAdded(cursor: Cursor): TableChange {
  const name = readColumn(cursor);
  const type = readColumnType(cursor, name);
  return acceptWord(cursor, 'STATIC')
    ? { kind: 'add', name, type, isStatic: true }
    : { kind: 'add', name, type };
}

/** `ADD a int` and `ADD (a int, b int)`; without parentheses also a list, as later releases have it. */
function inParentheses(cursor: Cursor, read: (cursor: Cursor) => TableChange): readonly TableChange[] {
  if (!acceptMark(cursor, '(')) {
    return listOf(cursor, read);
  }
  const changes = listOf(cursor, read);
  expectMark(cursor, ')', 'after the last column');
  return changes;
}

export function readDrop(cursor: Cursor): SchemaText {
  if (acceptWord(cursor, 'TABLE') || acceptWord(cursor, 'COLUMNFAMILY')) {
    const ifExists = acceptWords(cursor, 'IF', 'EXISTS');
    const name: TableName = readTableName(cursor);
    return { kind: 'drop-table', name, ifExists };
  }
  if (acceptWord(cursor, 'KEYSPACE') || acceptWord(cursor, 'SCHEMA')) {
    const ifExists = acceptWords(cursor, 'IF', 'EXISTS');
    return { kind: 'drop-keyspace', keyspace: readKeyspace(cursor), ifExists };
  }
  refuseObject(cursor, 'DROP');
  expected(cursor, 'TABLE or KEYSPACE', ['TABLE', 'KEYSPACE']);
}
