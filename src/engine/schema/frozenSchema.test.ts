import { expect, test } from 'vitest';
import {
  addColumn,
  addStatic,
  alter,
  comment,
  dropColumn,
  HASHING,
  merge,
  must,
  schemaOf,
  tableWith,
} from './ddlFixture.ts';
import { freezeSchema, unfreezeSchema } from './frozenSchema.ts';
import { joinRows } from './rows.ts';
import { NO_ROWS } from './systemTables.ts';
import { nodeDigest } from './version.ts';

const base = tableWith('pk int!', 'ck int^', 'a int', 'c int');
const dropped = merge(base, alter(base, 100, dropColumn('c')));
const readded = merge(dropped, alter(dropped, 120, addColumn('c', 'text'), addStatic('s'), comment('hello')));

test('V7 a frozen schema comes back as the same definition under the version that it carried', () => {
  const schema = schemaOf(readded);
  const back = must(unfreezeSchema(freezeSchema(schema, 500)));
  const { ghost: _mine, ...definition } = schema;
  const { ghost: _its, ...unfrozen } = back;
  expect(unfrozen).toEqual(definition);
  expect(back.ghost.mutationVersion).toBe(schema.version);
});

test('V7 its rows are written anew, so by themselves they would hash to another version', () => {
  const schema = schemaOf(readded);
  const frozen = freezeSchema(schema, 500);
  expect(schemaOf(frozen.rows).version).not.toBe(frozen.version);
  expect(JSON.stringify(frozen.rows)).not.toMatch(/"ts":(?!500\b)/u);
});

test('V7 merging a frozen schema into system tables would be wrong: another version, another digest', () => {
  const frozen = freezeSchema(schemaOf(readded), 500);
  const merged = joinRows(readded, frozen.rows);
  expect(schemaOf(merged).version).not.toBe(schemaOf(readded).version);
  expect(nodeDigest(merged, HASHING)).not.toBe(nodeDigest(readded, HASHING));
});

test('V7 merging an old frozen schema would even bring back a dropped column', () => {
  const old = freezeSchema(schemaOf(base), 500);
  expect(schemaOf(joinRows(dropped, old.rows)).columns.map(({ name }) => name)).toEqual([
    'pk',
    'ck',
    'a',
    'c',
  ]);
});

test('V7 rows of no table are refused', () => {
  expect(unfreezeSchema({ version: 'x', rows: NO_ROWS })).toEqual({
    ok: false,
    problem: 'A frozen schema has to hold the rows of one table.',
  });
});
