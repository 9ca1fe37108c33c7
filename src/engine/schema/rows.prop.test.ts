import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '../plain/compare.ts';
import { arbitraryDeltas, arbitraryRows } from './arbitrary.ts';
import { dropKeyspaceBatch } from './batch.ts';
import { addColumn, alter, create, drop, merge, tableWith } from './ddlFixture.ts';
import { deriveSchema } from './derive.ts';
import {
  equalRows,
  equalTableRows,
  expireTombstones,
  type JoinRules,
  joinRows,
  joinTableRows,
  leqRows,
  leqTableRows,
  liveRows,
  liveTableRows,
  sliceTable,
  tablesOf,
} from './rows.ts';
import { NO_ROWS, type SchemaRows } from './systemTables.ts';
import { nodeDigest, tableVersion } from './version.ts';

const KEEP_FIRST: JoinRules = { tieBreak: 'keepFirst', cellwise: true };
const HASHING = { hash: 'mutations', tombstonesOut: true } as const;
const RUNS = { numRuns: 500 };

/** Every partition of every table, to look at what is stored. */
function partitionsOf(rows: SchemaRows) {
  return [rows.keyspaces, rows.columnfamilies, rows.columns].flatMap((partitions) =>
    Object.values(partitions),
  );
}

test('R4 join is commutative', () => {
  fc.assert(
    fc.property(arbitraryRows, arbitraryRows, (a, b) => {
      expect(joinRows(a, b)).toEqual(joinRows(b, a));
    }),
    RUNS,
  );
});

test('R4 join is associative', () => {
  fc.assert(
    fc.property(arbitraryRows, arbitraryRows, arbitraryRows, (a, b, c) => {
      expect(joinRows(joinRows(a, b), c)).toEqual(joinRows(a, joinRows(b, c)));
    }),
    RUNS,
  );
});

test('R4 join is idempotent, and what adds nothing leaves the same object', () => {
  fc.assert(
    fc.property(arbitraryRows, arbitraryRows, (a, b) => {
      const joined = joinRows(a, b);
      expect(joinRows(a, structuredClone(a))).toBe(a);
      expect(joinRows(joined, b)).toBe(joined);
      expect(joinRows(joined, a)).toBe(joined);
    }),
    RUNS,
  );
});

test('R4 rows stay in normal form: nothing that a tombstone shadows, no row and no partition without content', () => {
  fc.assert(
    fc.property(arbitraryRows, arbitraryRows, (a, b) => {
      for (const partition of partitionsOf(joinRows(a, b))) {
        const least = partition.tombstone ?? 0;
        expect(partition.tombstone !== null || Object.keys(partition.rows).length > 0).toBe(true);
        for (const row of Object.values(partition.rows)) {
          const cells = [...Object.values(row.cells), ...Object.values(row.droppedColumns)];
          expect(row.tombstone !== null || cells.length > 0).toBe(true);
          expect(row.tombstone ?? 99).toBeGreaterThan(least);
          expect(cells.every(({ ts }) => ts > Math.max(least, row.tombstone ?? 0))).toBe(true);
        }
      }
    }),
    RUNS,
  );
});

test('R1 with keepFirst two orders of the same changes end in different rows', () => {
  const base = tableWith('pk int!', 'a int');
  const asInt = alter(base, 100, addColumn('c', 'int'));
  const asText = alter(base, 100, addColumn('c', 'text'));
  const oneWay = joinRows(joinRows(base, asInt, KEEP_FIRST), asText, KEEP_FIRST);
  const otherWay = joinRows(joinRows(base, asText, KEEP_FIRST), asInt, KEEP_FIRST);
  expect(equalRows(oneWay, otherWay)).toBe(false);
  expect(equalRows(merge(base, asInt, asText), merge(base, asText, asInt))).toBe(true);
});

test('R1 with keepFirst commutativity fails on random rows too', () => {
  const commutes = fc.property(arbitraryRows, arbitraryRows, (a, b) =>
    equalRows(joinRows(a, b, KEEP_FIRST), joinRows(b, a, KEEP_FIRST)),
  );
  expect(fc.check(commutes, RUNS).failed).toBe(true);
});

test('R5 superiority is a partial order whose least upper bound is the join', () => {
  fc.assert(
    fc.property(arbitraryRows, arbitraryRows, arbitraryRows, (a, b, c) => {
      const joined = joinRows(a, b);
      expect(leqRows(a, a)).toBe(true);
      expect(leqRows(a, joined) && leqRows(b, joined)).toBe(true);
      expect(leqRows(a, b) && leqRows(b, a)).toBe(equalRows(a, b));
      expect(!(leqRows(a, b) && leqRows(b, c)) || leqRows(a, c)).toBe(true);
      expect(leqRows(joined, c)).toBe(leqRows(a, c) && leqRows(b, c));
    }),
    RUNS,
  );
});

test('R10 equality by content is equality of the values', () => {
  fc.assert(
    fc.property(arbitraryRows, arbitraryRows, (a, b) => {
      expect(equalRows(a, structuredClone(a))).toBe(true);
      const isEqual = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
      expect(equalRows(a, b)).toBe(isEqual);
    }),
    RUNS,
  );
});

/** The same value with every record's keys in order. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const entries = Object.entries(value).sort((a, b) => compareText(a[0], b[0]));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}

test('R9 slicing and joining commute', () => {
  fc.assert(
    fc.property(arbitraryRows, arbitraryRows, (a, b) => {
      const whole = sliceTable(joinRows(a, b), 'k', 't');
      expect(joinTableRows(sliceTable(a, 'k', 't'), sliceTable(b, 'k', 't'))).toEqual(whole);
    }),
    RUNS,
  );
});

test('R3 R6 live rows are live throughout, and expiry leaves just them', () => {
  fc.assert(
    fc.property(arbitraryRows, (rows) => {
      const live = liveRows(rows);
      expect(JSON.stringify(live)).not.toMatch(/"value":null|"tombstone":\d/u);
      expect(liveRows(live)).toBe(live);
      expect(expireTombstones(rows)).toEqual(live);
      expect(sliceTable(live, 'k', 't')).toEqual(liveTableRows(sliceTable(rows, 'k', 't')));
    }),
    RUNS,
  );
});

test('R5 a table is superior to another by its live part', () => {
  fc.assert(
    fc.property(arbitraryRows, arbitraryRows, (a, b) => {
      const x = sliceTable(a, 'k', 't');
      const y = sliceTable(b, 'k', 't');
      const joined = joinTableRows(x, y);
      expect(leqTableRows(x, joined) && leqTableRows(y, joined)).toBe(true);
      expect(leqTableRows(x, y)).toBe(equalTableRows(joinTableRows(y, liveTableRows(x)), y));
    }),
    RUNS,
  );
});

/** Two row states that are often equal in their live part: with and without some of the same changes. */
const pairs = fc
  .tuple(arbitraryRows, arbitraryRows, fc.constantFrom('same', 'live', 'joined', 'other'))
  .map(([a, b, how]) => {
    const other = { same: structuredClone(a), live: liveRows(a), joined: joinRows(a, b), other: b }[how];
    return [sliceTable(a, 'k', 't'), sliceTable(other, 'k', 't')] as const;
  });

test('V2 equal live rows <=> equal version', () => {
  fc.assert(
    fc.property(pairs, ([x, y]) => {
      const isSame = tableVersion(x, HASHING) === tableVersion(y, HASHING);
      expect(isSame).toBe(equalTableRows(liveTableRows(x), liveTableRows(y)));
    }),
    { numRuns: 2_000 },
  );
});

test('V6 with tombstones in the hash: equal rows, tombstones and all <=> equal version', () => {
  fc.assert(
    fc.property(pairs, ([x, y]) => {
      const hashing = { hash: 'mutations', tombstonesOut: false } as const;
      expect(tableVersion(x, hashing) === tableVersion(y, hashing)).toBe(equalTableRows(x, y));
    }),
    { numRuns: 2_000 },
  );
});

test('V2 what was computed before never changes a version or a digest', () => {
  const hashings = [true, false].flatMap((tombstonesOut) =>
    (['mutations', 'definition'] as const).map((hash) => ({ hash, tombstonesOut })),
  );
  fc.assert(
    fc.property(arbitraryRows, fc.shuffledSubarray(hashings, { minLength: 4 }), (rows, order) => {
      for (const hashing of order) {
        const fresh = structuredClone(rows);
        expect(tableVersion(sliceTable(rows, 'k', 't'), hashing)).toBe(
          tableVersion(sliceTable(fresh, 'k', 't'), hashing),
        );
        expect(nodeDigest(rows, hashing)).toBe(nodeDigest(fresh, hashing));
      }
    }),
  );
});

test('R4 any order of the same statements ends in the same rows, version and digest', () => {
  const shuffled = arbitraryDeltas.chain((deltas) =>
    fc.tuple(fc.constant(deltas), fc.shuffledSubarray([...deltas], { minLength: deltas.length })),
  );
  fc.assert(
    fc.property(shuffled, ([deltas, otherwise]) => {
      const rows = merge(...deltas);
      const again = merge(...otherwise, ...otherwise.slice(0, 2));
      expect(again).toEqual(rows);
      expect(nodeDigest(again, HASHING)).toBe(nodeDigest(rows, HASHING));
      const [x, y] = [rows, again].map((end) => deriveSchema(sliceTable(end, 'k', 't'), HASHING));
      expect(y).toEqual(x);
    }),
    RUNS,
  );
});

test('R4 the generated statements reach ties, revivals, drops and forks', () => {
  const samples = fc.sample(arbitraryDeltas, { numRuns: 300, seed: 1 });
  const text = samples.map((deltas) => JSON.stringify(merge(...deltas)));
  expect(text.filter((rows) => /"tombstone":\d/u.test(rows)).length).toBeGreaterThan(60);
  expect(text.filter((rows) => /"droppedColumns":\{"/u.test(rows)).length).toBeGreaterThan(60);
  expect(samples.filter((deltas) => deltas.length > 4).length).toBeGreaterThan(60);
  expect(merge(...(samples[0] ?? []))).not.toEqual(NO_ROWS);
});

test('R11 whole definitions: commutative without ties, last one wins, ties stay', () => {
  const whole: JoinRules = { tieBreak: 'larger', cellwise: false };
  const base = tableWith('pk int!', 'a int');
  const x = alter(base, 100, addColumn('x'));
  const y = alter(base, 105, addColumn('y'));
  const tied = alter(base, 100, addColumn('y'));
  const names = (...deltas: readonly SchemaRows[]): readonly string[] => {
    const rows = deltas.reduce((joined, delta) => joinRows(joined, delta, whole), base);
    return Object.keys(sliceTable(rows, 'app', 't').columns).sort(compareText);
  };
  expect(names(x, y)).toEqual(['a', 'pk', 'y']);
  expect(names(y, x)).toEqual(['a', 'pk', 'y']);
  expect(names(x, tied)).toEqual(['a', 'pk', 'x']);
  expect(names(tied, x)).toEqual(['a', 'pk', 'y']);
  const rows = joinRows(base, x, whole);
  expect(joinRows(rows, x, whole)).toBe(rows);
});

test('R11 whole definitions: DROP TABLE and DROP KEYSPACE are definitions too, and a dropped one never wins', () => {
  const whole: JoinRules = { tieBreak: 'larger', cellwise: false };
  const base = tableWith('pk int!', 'a int');
  const early = alter(base, 100, addColumn('x'));
  const late = alter(base, 105, addColumn('y'));
  const dropped = joinRows(joinRows(base, early, whole), drop(base, 102), whole);
  expect(tablesOf(dropped)).toEqual([]);
  expect(joinRows(dropped, early, whole)).toBe(dropped);
  expect(tablesOf(joinRows(dropped, late, whole))).toEqual([{ keyspace: 'app', table: 't' }]);
  const gone = joinRows(dropped, dropKeyspaceBatch({ keyspace: 'app', ts: 110 }), whole);
  expect(joinRows(gone, late, whole)).toBe(gone);
  // What DROP KEYSPACE shadows does not make a definition late: the one made after it wins over the rest of the older.
  const again = joinRows(gone, create(120, 'pk int!', 'b int'), whole);
  expect(Object.keys(sliceTable(joinRows(again, late, whole), 'app', 't').columns).sort(compareText)).toEqual(
    ['b', 'pk'],
  );
});
