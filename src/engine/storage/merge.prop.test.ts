import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partitionDigest } from './digest.ts';
import { hex, RULES, schemaOf } from './fixture.test-support.ts';
import { mergePartitions } from './merge.ts';
import { deletePartition, insertPartition } from './mutation.ts';
import type { Partition } from './partition.ts';
import { EMPTY_PARTITION } from './partition.ts';
import { upgradePartition } from './upgrade.ts';

const types = { tags: 'set<text>' };
const clustering = ['c', 'k'];
const V0 = schemaOf('V0', { clustering, static: ['s'], regular: ['a', 'b', 'tags'], types });
const V1 = schemaOf('V1', {
  clustering,
  static: ['r', 's'],
  regular: ['aa', 'b', 'tags'],
  types,
  droppedAt: { b: 3, tags: 4, s: 2 },
});

interface Draw {
  readonly kind: 'cells' | 'tags' | 'row' | 'range' | 'partition';
  readonly at: string;
  readonly ts: number;
  readonly column: 'a' | 'b' | 's';
  readonly value: string | null;
  readonly withMarker: boolean;
  readonly statement: string;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.constantFrom('cells', 'cells', 'cells', 'tags', 'tags', 'row', 'range', 'partition'),
  at: fc.constantFrom('aa:bb', 'aa:cc', 'aabb:bb'),
  ts: fc.integer({ min: 1, max: 6 }),
  column: fc.constantFrom('a', 'b', 's'),
  value: fc.constantFrom('u', 'v', 'vw', null),
  withMarker: fc.boolean(),
  statement: fc.constantFrom('s1', 's2', 's10'),
});

function written({ kind, at, ts, column, value, withMarker, statement }: Draw): Partition {
  const bytes = value === null ? null : hex(value);
  switch (kind) {
    case 'cells':
      return insertPartition({
        schema: V0,
        clustering: at,
        cells: { [column]: bytes },
        ts,
        statement,
        withMarker,
      });
    case 'tags': {
      const cells = { tags: bytes === null ? null : { [bytes]: '' } };
      return insertPartition({ schema: V0, clustering: at, cells, ts, statement, withMarker });
    }
    case 'row':
      return deletePartition({ schema: V0, clustering: at, prefix: at, ts });
    case 'range':
      return deletePartition({ schema: V0, clustering: null, prefix: at.slice(0, at.indexOf(':')), ts });
    case 'partition':
      return deletePartition({ schema: V0, clustering: null, prefix: '', ts });
  }
}

const merge = (a: Partition, b: Partition): Partition => mergePartitions(a, b, RULES);
const partition = fc
  .array(draw, { maxLength: 8 })
  .map((draws) => draws.map(written).reduce(merge, EMPTY_PARTITION));

test('E7 the join is commutative', () => {
  fc.assert(
    fc.property(partition, partition, (a, b) => {
      expect(merge(a, b)).toEqual(merge(b, a));
    }),
  );
});

test('E7 the join is associative', () => {
  fc.assert(
    fc.property(partition, partition, partition, (a, b, c) => {
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
    }),
  );
});

test('E7 the join is idempotent, and what is in it adds nothing', () => {
  fc.assert(
    fc.property(partition, partition, (a, b) => {
      expect(merge(a, structuredClone(a))).toBe(a);
      const both = merge(a, b);
      expect(merge(both, b)).toBe(both);
    }),
  );
});

test('E7 nothing is stored that a tombstone beside it shadows, and vectors end with a cell', () => {
  fc.assert(
    fc.property(partition, (a) => {
      for (const [key, row] of Object.entries(a.rows)) {
        const over = a.ranges.filter((range) => key.startsWith(`${range.prefix}:`)).map((range) => range.ts);
        const cover = Math.max(a.tombstone ?? -1, ...over);
        expect(row.tombstone ?? 99).toBeGreaterThan(cover);
        const shadow = Math.max(cover, row.tombstone ?? -1);
        expect(row.marker?.ts ?? 99).toBeGreaterThan(shadow);
        expect(row.cells.at(-1)).not.toBe(null);
        for (const slot of row.cells) {
          const collection = slot !== null && 'elements' in slot ? slot : null;
          const stamps = collection
            ? Object.values(collection.elements).map((element) => element.ts)
            : slot !== null && 'ts' in slot
              ? [slot.ts]
              : [];
          expect(collection?.tombstone ?? 99).toBeGreaterThan(shadow);
          expect(Math.min(99, ...stamps)).toBeGreaterThan(Math.max(shadow, collection?.tombstone ?? -1));
        }
      }
    }),
  );
});

test('E5 upgrading two partitions and joining them is joining them and upgrading', () => {
  const upgrade = (a: Partition): Partition => upgradePartition(a, V0, V1, RULES).partition;
  fc.assert(
    fc.property(partition, partition, (a, b) => {
      expect(upgrade(merge(a, b))).toEqual(merge(upgrade(a), upgrade(b)));
    }),
  );
});

test('E5 every cell has one fate: it is at its new id, or there is a reason why not', () => {
  fc.assert(
    fc.property(partition, (a) => {
      const { partition: after, fates } = upgradePartition(a, V0, V1, RULES);
      const count = (one: Partition): number =>
        [one.static, ...Object.values(one.rows).map((row) => row.cells)]
          .flat()
          .reduce(
            (sum, slot) =>
              sum + (slot === null ? 0 : 'elements' in slot ? Object.keys(slot.elements).length : 1),
            0,
          );
      expect(fates).toHaveLength(count(a));
      expect(fates.filter((fate) => fate.toId !== null)).toHaveLength(count(after));
      for (const fate of fates) {
        expect(fate.reason === null).toBe(fate.toId !== null);
      }
    }),
  );
});

test('E17 the digest tells live contents apart, in any version that has the columns', () => {
  const wide = schemaOf('W', { clustering, static: ['q', 's'], regular: ['a', 'ab', 'b', 'tags'], types });
  fc.assert(
    fc.property(partition, partition, (a, b) => {
      const digest = partitionDigest(a, V0);
      expect(partitionDigest(upgradePartition(a, V0, wide, RULES).partition, wide)).toBe(digest);
      const all = deletePartition({ schema: V0, clustering: null, prefix: '', ts: 0 });
      expect(partitionDigest(merge(a, all), V0)).toBe(digest);
      const same = JSON.stringify(liveContent(a)) === JSON.stringify(liveContent(b));
      expect(partitionDigest(b, V0) === digest).toBe(same);
    }),
  );
});

/** An oracle apart from the code under test: every live cell and marker with its place, sorted as text. */
function liveContent(a: Partition): readonly string[] {
  const cells = (place: string, vector: Partition['static']) =>
    vector.flatMap((slot, id) => {
      const elements =
        slot === null ? [] : 'elements' in slot ? Object.entries(slot.elements) : [['', slot] as const];
      return elements.flatMap(([key, { ts, value }]) =>
        value === null ? [] : [`${place} ${id} ${key} ${ts} ${value}`],
      );
    });
  const rows = Object.entries(a.rows).flatMap(([key, row]) => [
    ...(row.marker === null ? [] : [`${key} marker ${row.marker.ts}`]),
    ...cells(key, row.cells),
  ]);
  return [...cells('static', a.static), ...rows].sort();
}
