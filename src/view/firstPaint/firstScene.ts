// The first picture, kept as text, so that the page can show it while the engine is still on its way: people look first
// and press then. A test holds it to what the engine gives; the stage lays it out for the window at hand.

import { lanePlace, laneWidthOf } from '../../scene/shape/loomGeometry.ts';
import type { LoomGeometry, NodeCard, Scene } from '../../scene/shape/scene.ts';
import text from './firstScene.txt?raw';

let kept: Scene | null = null;

/** The first picture in a window of this size, without these nodes. */
export function firstScene(geometry: LoomGeometry, hidden: readonly string[]): Scene {
  kept ??= JSON.parse(text) as Scene;
  return laidOut(hidden.length === 0 ? kept : without(kept, hidden), geometry);
}

function without(scene: Scene, hidden: readonly string[]): Scene {
  const isShown = ({ node }: { readonly node: string }): boolean => !hidden.includes(node);
  const { loom, agreement } = scene;
  return {
    ...scene,
    nodes: scene.nodes.filter(isShown),
    agreement: { ...agreement, tiles: agreement.tiles.filter(isShown) },
    loom: { ...loom, lanes: loom.lanes.filter(isShown), segments: loom.segments.filter(isShown) },
  };
}

function laidOut(scene: Scene, geometry: LoomGeometry): Scene {
  const count = scene.nodes.length;
  const placeOf = (node: string) =>
    lanePlace(
      geometry,
      scene.nodes.findIndex((card) => card.node === node),
      count,
    );
  const { loom } = scene;
  const top = loom.nowY - geometry.height;
  const nodes = scene.nodes.map((card): NodeCard => {
    const { cardX, cardW } = placeOf(card.node);
    return { ...card, x: cardX, w: cardW };
  });
  const w = laneWidthOf(geometry, count, 1);
  const lanes = loom.lanes.map((lane) => ({ ...lane, x: placeOf(lane.node).x, w }));
  const segments = loom.segments.map((segment) => {
    const { x } = placeOf(segment.node);
    return { ...segment, x: x - w / 2, w, y1: Math.min(segment.y1, top), glyphs: [] };
  });
  const viewport = { x: 0, y: top, w: geometry.width, h: geometry.height };
  return {
    ...scene,
    nodes,
    loom: { ...loom, geometry: { ...geometry, laneWidth: w }, viewport, lanes, segments },
  };
}
