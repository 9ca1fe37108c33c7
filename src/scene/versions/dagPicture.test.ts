import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DagEdge, DagNode, VersionDag } from '../shape/scene.ts';
import { dagMap, pairOfTwo } from './dagMap.ts';
import {
  DAG_DETAILS,
  type DagDetail,
  type DagPicture,
  dagHeight,
  dagPicture,
  dagWindow,
} from './dagPicture.ts';

const FREE = [0, 2, 4, 6];

function node(version: string, place: { column: number; layer: number }, flags: number): DagNode {
  return {
    key: version,
    identity: {
      version,
      slot: 0,
      hue: 0,
      glyph: 0,
      pattern: 'plain',
      name: version,
      hex: 'abcd',
      keyspace: 'demo',
      table: 'users',
    },
    ...place,
    flags: Array.from({ length: flags }, (_, i) => ({
      key: `${i}`,
      node: 'ABCDEFGHI'[i] ?? '',
      shard: null,
      up: true,
    })),
    ghost: false,
    picked: false,
    selected: false,
    changed: false,
    columns: [],
    parents: [],
    children: [],
    main: null,
    label: version,
  };
}

function edge(from: string, to: string, labels: readonly string[], lostText = ''): DagEdge {
  const lost = lostText === '' ? [] : [lostText];
  return {
    key: `${from}>${to}`,
    from,
    to,
    labels,
    lost,
    lostText,
    overwritten: lost.length > 0,
    hard: false,
    picked: false,
    changed: false,
  };
}

/** Diagrams as crowded as places allow: up to four versions a layer, edges over several layers, long words. */
const dags: fc.Arbitrary<VersionDag> = fc
  .array(fc.record({ take: fc.subarray(FREE, { minLength: 1 }), shift: fc.nat(1), flags: fc.nat(9) }), {
    minLength: 1,
    maxLength: 12,
  })
  .chain((layers) => {
    const nodes = layers.flatMap(({ take, shift, flags }, layer) =>
      take
        .map((column) => column + (take.length < 4 ? shift : 0))
        .filter((column) => column <= 6 || take.length < 4)
        .map((column, i) => node(`V${layer}${i}`, { column, layer }, i === 0 ? flags : 0)),
    );
    const word = fc.constantFrom(
      '+email',
      '−phone',
      'comment',
      'timestamps only',
      '+a_very_long_column_name_indeed',
      'age: bigint',
    );
    const wanted = fc.record({
      a: fc.nat(999),
      b: fc.nat(999),
      labels: fc.array(word, { minLength: 1, maxLength: 4 }),
      lost: fc.boolean(),
    });
    return fc.array(wanted, { maxLength: 24 }).map((all) => {
      const edges = new Map<string, DagEdge>();
      for (const { a, b, labels, lost } of all) {
        const [x, y] = [nodes[a % nodes.length], nodes[b % nodes.length]];
        if (x !== undefined && y !== undefined && x.layer !== y.layer) {
          const [from, to] = x.layer < y.layer ? [x, y] : [y, x];
          const made = edge(from.key, to.key, labels, lost ? 'overwrites −phone' : '');
          edges.set(made.key, made);
        }
      }
      return { nodes, edges: [...edges.values()], gone: [], description: [] };
    });
  });

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function tileBoxes(picture: DagPicture): readonly (Box & { readonly key: string })[] {
  return picture.nodes.map(({ node: { key }, x, y, tile }) => ({
    key,
    left: x - tile / 2,
    right: x + tile / 2,
    top: y - tile / 2,
    bottom: y + tile / 2,
  }));
}

function labelBoxes(picture: DagPicture, unit: number): readonly Box[] {
  return picture.edges.flatMap(({ label }) => {
    if (label === null) {
      return [];
    }
    const w = Math.max(...label.lines.map((line) => [...line].length)) * 7.2 * unit;
    const h = label.lines.length * 15 * unit;
    return [{ left: label.x - w / 2, right: label.x + w / 2, top: label.y - h / 2, bottom: label.y + h / 2 }];
  });
}

const touch = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Points along path data of M, L and C. */
function pointsOf(path: string): readonly { readonly x: number; readonly y: number }[] {
  let at = { x: 0, y: 0 };
  return [...path.matchAll(/([MLC])([^MLC]+)/g)].flatMap(([, kind = '', rest = '']) => {
    const n = rest.trim().split(' ').map(Number);
    const [from, end] = [at, { x: n.at(-2) ?? 0, y: n.at(-1) ?? 0 }];
    at = end;
    if (kind === 'M') {
      return [];
    }
    const [c1, c2] =
      kind === 'C'
        ? [
            { x: n[0] ?? 0, y: n[1] ?? 0 },
            { x: n[2] ?? 0, y: n[3] ?? 0 },
          ]
        : [from, end];
    return Array.from({ length: 21 }, (_, i) => {
      const [t, s] = [i / 20, 1 - i / 20];
      const mix = (axis: 'x' | 'y'): number =>
        s ** 3 * from[axis] + 3 * s * s * t * c1[axis] + 3 * s * t * t * c2[axis] + t ** 3 * end[axis];
      return { x: mix('x'), y: mix('y') };
    });
  });
}

const rooms = fc.record({
  width: fc.constantFrom(300, 358, 482, 900, 1200),
  height: fc.constantFrom(200, 250, 420),
  unit: fc.constantFrom(1, 1.84),
  detail: fc.constantFrom<DagDetail>('full', 'names', 'tiles'),
});

describe('the DAG in a panel', () => {
  test('no label lies on a tile or on another label, and all stay inside', () => {
    fc.assert(
      fc.property(dags, rooms, (dag, room) => {
        const picture = dagPicture(dag, room);
        const labels = labelBoxes(picture, room.unit);
        const tiles = tileBoxes(picture);
        for (const [i, box] of labels.entries()) {
          expect(tiles.filter((tile) => touch(tile, box))).toEqual([]);
          expect(labels.slice(i + 1).filter((other) => touch(other, box))).toEqual([]);
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(picture.width);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('no edge runs through a tile, whatever stands between its ends', () => {
    fc.assert(
      fc.property(dags, rooms, (dag, room) => {
        const picture = dagPicture(dag, room);
        const tiles = tileBoxes(picture);
        for (const { edge: ends, path } of picture.edges) {
          expect(path).not.toMatch(/NaN|Infinity/);
          const others = tiles.filter(({ key }) => key !== ends.from && key !== ends.to);
          for (const { x, y } of pointsOf(path)) {
            expect(
              others.find((box) => touch(box, { left: x, right: x, top: y, bottom: y })),
            ).toBeUndefined();
          }
        }
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  test('more versions below move none above, at any size', () => {
    fc.assert(
      fc.property(dags, rooms, fc.nat(12), (dag, room, layers) => {
        const early = { ...dag, nodes: dag.nodes.filter((one) => one.layer <= layers) };
        const whole = new Map(dagPicture(dag, room).nodes.map((one) => [one.node.key, one]));
        for (const one of dagPicture(early, room).nodes) {
          expect([one.x, one.y]).toEqual([whole.get(one.node.key)?.x, whole.get(one.node.key)?.y]);
        }
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  test('a panel that becomes a few pixels lower moves no version by more than as many', () => {
    fc.assert(
      fc.property(dags, rooms, fc.integer({ min: 150, max: 900 }), fc.nat(24), (dag, room, height, less) => {
        const whole = dagPicture(dag, { ...room, height });
        const lower = dagPicture(dag, { ...room, height: height - less });
        for (const [i, { node: one, y }] of lower.nodes.entries()) {
          const moved = (whole.nodes[i]?.y ?? 0) - y;
          expect(moved).toBeGreaterThanOrEqual(0);
          expect(moved).toBeLessThanOrEqual((less / 2) * one.layer + 0.001);
        }
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  test.each([
    ['a chain of ten', 10, 'tiles'],
    ['a chain of four', 4, 'full'],
    ['a chain of five', 5, 'names'],
  ] as const)('%s is seen as a whole in a panel of 262 px: %#', (_what, count, detail) => {
    const nodes = Array.from({ length: count }, (_, i) => node(`V${i}`, { column: 3, layer: i }, 0));
    const dag = { nodes, edges: [], gone: [], description: [] };
    const fits = (one: DagDetail): boolean =>
      dagHeight(dag, { width: 482, height: 262, unit: 1, detail: one }) <= 262;
    expect(DAG_DETAILS.find(fits)).toBe(detail);
  });

  test('flags that find no room are counted', () => {
    const crowd = { column: 0, layer: 0 };
    const dag = {
      nodes: [node('V0', crowd, 9), node('V1', { column: 2, layer: 0 }, 0)],
      edges: [],
      gone: [],
      description: [],
    };
    const [placed] = dagPicture(dag, { width: 358, height: 250, unit: 1, detail: 'full' }).nodes;
    expect((placed?.flags.length ?? 0) + (placed?.more ?? 0)).toBe(9);
    expect(placed?.more).toBeGreaterThan(0);
    expect(placed?.hex).toBe(false);
  });

  test('only what is near the panel is drawn, and the map has a path a hue', () => {
    const nodes = Array.from({ length: 300 }, (_, i) => node(`V${i}`, { column: i % 7, layer: i }, 0));
    const edges = nodes.slice(1).map((one, i) => edge(`V${i}`, one.key, ['+x']));
    const picture = dagPicture(
      { nodes, edges, gone: [], description: [] },
      { width: 482, height: 250, unit: 1, detail: 'full' },
    );
    const shown = dagWindow(picture, 5_000, 5_300);
    expect(shown.nodes.length).toBeLessThan(6);
    expect(shown.edges.length).toBeLessThan(8);
    expect(dagMap(picture, 250).marks).toHaveLength(1);
  });

  test('of two versions the one that stands higher comes first', () => {
    const nodes = [
      node('V0', { column: 3, layer: 0 }, 0),
      node('V1', { column: 1, layer: 2 }, 0),
      node('V2', { column: 1, layer: 1 }, 0),
    ];
    const dag = { nodes, edges: [], gone: [], description: [] };
    expect(pairOfTwo(dag, 'V1', 'V2')).toEqual({ from: 'V2', to: 'V1' });
    expect(pairOfTwo(dag, 'V0', 'V1')).toEqual({ from: 'V0', to: 'V1' });
  });
});
