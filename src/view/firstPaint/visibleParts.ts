import type { Scene } from '../../scene/shape/scene.ts';

/** The scene without what nobody can open yet: what is behind "More", and the list of promises. */
export function visibleParts(scene: Scene): Scene {
  return {
    ...scene,
    nodes: scene.nodes.map((card) => ({ ...card, registry: [], gossip: [], systemRows: [], commitlog: [] })),
    // From a version to itself: the panel shows nothing of it.
    ids: null,
    promises: { ...scene.promises, items: [] },
  };
}
