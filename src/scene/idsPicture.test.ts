import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idsPicture } from './idsPicture.ts';
import type { ColumnIdsView, Identity, IdGroup, Ribbon } from './scene.ts';

const VERSION: Identity = {
  version: 'v',
  slot: 0,
  hue: 0,
  glyph: 0,
  pattern: 'plain',
  name: 'V0',
  hex: 'abcd',
  keyspace: 'demo',
  table: 'users',
};

function ribbon(i: number, fromId: number | null, toId: number | null): Ribbon {
  const state = fromId === null ? 'added' : toId === null ? 'dropped' : fromId === toId ? 'kept' : 'moved';
  return { key: `c${i}`, name: `c${i}`, fromId, toId, state, mark: '', focus: false, label: '' };
}

/** Columns in name order, each in one of the versions or in both, as ids are given out. */
const groups: fc.Arbitrary<IdGroup> = fc
  .record({
    kind: fc.constantFrom('static' as const, 'regular' as const),
    columns: fc.array(fc.constantFrom('both', 'old', 'new'), { minLength: 1, maxLength: 64 }),
  })
  .map(({ kind, columns }) => {
    let [before, after] = [0, 0];
    const ribbons = columns.map((where, i) =>
      ribbon(i, where === 'new' ? null : before++, where === 'old' ? null : after++),
    );
    return { kind, title: kind, before, after, ribbons };
  });

function viewOf(all: readonly IdGroup[]): ColumnIdsView {
  return {
    from: VERSION,
    to: VERSION,
    picked: false,
    groups: all,
    keys: '',
    note: '',
    example: null,
    caption: '',
  };
}

describe('column ids in a panel', () => {
  test('names keep to their rows, none overlaps another, and all lie inside', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(groups, { minLength: 1, maxLength: 2, selector: (one) => one.kind }),
        fc.constantFrom(272, 342, 482, 900),
        fc.constantFrom(1, 1.84),
        (all, width, unit) => {
          const picture = idsPicture(viewOf(all), { width, unit });
          const placed = picture.groups.flatMap((group) => group.ribbons);
          for (const side of ['left', 'right'] as const) {
            const pills = placed.flatMap((one) => one[side] ?? []).sort((a, b) => a.y - b.y);
            for (const [i, pill] of pills.entries()) {
              expect(pill.h).toBeGreaterThanOrEqual(24);
              expect(pill.x).toBeGreaterThanOrEqual(0);
              expect(pill.x + pill.w).toBeLessThanOrEqual(picture.width);
              expect(pill.y + pill.h).toBeLessThanOrEqual(picture.height);
              expect(pill.y).toBeGreaterThanOrEqual(i === 0 ? 0 : (pills[i - 1]?.y ?? 0) + pill.h);
            }
          }
          for (const { path } of placed) {
            expect(path).toMatch(/^M[-\d.]+ [-\d.]+[HhACMv\d .,-]+Z$/);
          }
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });

  test('two kinds are told apart by their titles, one needs none', () => {
    const group = (kind: 'static' | 'regular'): IdGroup => ({
      kind,
      title: kind,
      before: 1,
      after: 1,
      ribbons: [ribbon(0, 0, 0)],
    });
    const room = { width: 482, unit: 1 };
    expect(idsPicture(viewOf([group('regular')]), room).groups[0]?.titleY).toBeNull();
    const both = idsPicture(viewOf([group('static'), group('regular')]), room).groups;
    expect(both.map((one) => one.titleY !== null)).toEqual([true, true]);
  });
});
