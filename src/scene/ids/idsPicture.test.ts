import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnIdsView, Identity, IdGroup, Ribbon } from '../shape/scene.ts';
import { idsPicture } from './idsPicture.ts';

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
        fc.boolean(),
        (all, width, unit, folded) => {
          const picture = idsPicture(viewOf(all), { width, unit, folded });
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
    const room = { width: 482, unit: 1, folded: true };
    expect(idsPicture(viewOf([group('regular')]), room).groups[0]?.titleY).toBeNull();
    const both = idsPicture(viewOf([group('static'), group('regular')]), room).groups;
    expect(both.map((one) => one.titleY !== null)).toEqual([true, true]);
  });

  test('columns that go side by side are one ribbon until somebody asks for all', () => {
    const old = Array.from({ length: 20 }, (_, i) => ribbon(i, i, i < 10 ? i : i + 1));
    const ribbons = [...old, { ...ribbon(99, null, 10), mark: 'added' }];
    const view = viewOf([{ kind: 'regular', title: '', before: 20, after: 21, ribbons }]);
    const room = { width: 482, unit: 1 };
    const folded = idsPicture(view, { ...room, folded: true });
    const texts = folded.groups.flatMap((group) => group.rightIds);
    expect(texts).toEqual(['0–9', '10', '11–20']);
    expect(folded.groups[0]?.ribbons.map((one) => [one.ribbon.name, one.count])).toEqual([
      ['c0 … c9', 10],
      ['c10 … c19', 10],
      ['c99', 1],
    ]);
    expect(folded.folds).toBe(true);
    expect(idsPicture(view, { ...room, folded: false }).groups[0]?.ribbons).toHaveLength(21);
  });
});
