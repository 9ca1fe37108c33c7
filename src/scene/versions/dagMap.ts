// The whole DAG in small, beside the part that its panel shows; and what a person may do with two of its versions.

import type { SchemaVersion } from '../../engine/index.ts';
import type { VersionDag } from '../shape/scene.ts';
import type { DagPicture } from './dagPicture.ts';

const MAP_WIDTH = 36;
const MAP_MARK = 4;

/** The whole diagram in small: for each hue the path of its tiles. */
export function dagMap(
  picture: DagPicture,
  height: number,
): { readonly width: number; readonly marks: readonly { readonly hue: number; readonly path: string }[] } {
  const [sx, sy] = [
    (MAP_WIDTH - MAP_MARK) / picture.width,
    (height - MAP_MARK) / Math.max(1, picture.height),
  ];
  const paths = new Map<number, string>();
  for (const { node, x, y } of picture.nodes) {
    const { hue } = node.identity;
    const at = `M${(x * sx).toFixed(1)} ${(y * sy).toFixed(1)}h${MAP_MARK}v${Math.min(MAP_MARK, Math.max(1.5, 28 * sy)).toFixed(1)}h-${MAP_MARK}z`;
    paths.set(hue, `${paths.get(hue) ?? ''}${at}`);
  }
  return { width: MAP_WIDTH, marks: [...paths].map(([hue, path]) => ({ hue, path })) };
}

/** Two versions as the ends of a comparison: the one that stands higher first, of one height the earlier. */
export function pairOfTwo(
  dag: VersionDag,
  a: SchemaVersion,
  b: SchemaVersion,
): { readonly from: SchemaVersion; readonly to: SchemaVersion } {
  const rank = (version: SchemaVersion): readonly [number, number] => {
    const at = dag.nodes.findIndex((node) => node.identity.version === version);
    return [dag.nodes[at]?.layer ?? 0, at];
  };
  const [[layerA, placeA], [layerB, placeB]] = [rank(a), rank(b)];
  return layerA < layerB || (layerA === layerB && placeA <= placeB) ? { from: a, to: b } : { from: b, to: a };
}
