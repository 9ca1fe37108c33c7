// How large the loom is drawn: what the window measures, but never so narrow that two lanes cannot be told apart.

import type { LoomGeometry } from '../../scene/shape/scene.ts';
import type { Theme } from '../../store/state/theme.ts';

interface Given {
  readonly width: number;
  readonly height: number;
  readonly nodes: number;
  readonly theme: Theme;
  /** Share of the full height of a row. */
  readonly zoom: number;
}

/** What the stage is drawn in before it is measured, in px. */
export const SIZE_BEFORE = { width: 864, height: 360 };

/** Cards below this width cannot hold a column strip. */
const CARD_WIDTH_MIN = 216;
const LANE_PITCH_MIN = 104;
/** More nodes than this have cards that count instead of showing, and these may be narrow. */
const FULL_CARDS_MAX = 4;
const COMPACT_WIDTH_MIN = 94;
/** From here on there is room for the cards' full captions, and for wide gaps between them. */
const WIDE = 640;
const ROOMY = 800;

/** How much larger a projector draws the loom: its smallest text, 12 px, then stands 22 px high. */
const PROJECTOR_SCALE = 1.84;

export const scaleOf = (theme: Theme): number => (theme === 'projector' ? PROJECTOR_SCALE : 1);

/** In the loom's own pixels, which `scaleOf` turns into those of the screen. */
export function geometryOf({ width, height, nodes, theme, zoom }: Given): LoomGeometry {
  const scale = scaleOf(theme);
  const wide = width >= WIDE;
  const pitch = nodes > FULL_CARDS_MAX ? COMPACT_WIDTH_MIN : wide ? CARD_WIDTH_MIN : LANE_PITCH_MIN;
  return {
    width: Math.max(width, nodes * pitch) / scale,
    height: height / scale,
    rowHeight: (theme === 'projector' ? 50 / scale : 40) * zoom,
    laneWidth: wide ? (theme === 'projector' ? 44 / scale : 36) : 26,
    gap: (width >= ROOMY ? 32 : 16) / scale,
  };
}
