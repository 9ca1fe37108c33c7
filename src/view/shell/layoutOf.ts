import type { Theme } from '../../store/state/theme.ts';

/**
 * `full`: the whole stage. `middle`: history and cards together, the two side panels by tab; a projector has this at any
 * width, because its type is large. `narrow`: one pane at a time, cards stacked; also where a window is too low for history and
 * cards, as a phone on its side is, or a laptop at 200 %.
 */
export type Layout = 'full' | 'middle' | 'narrow';

export const FULL = '(min-width: 1100px)';
export const MIDDLE = '(min-width: 700px) and (min-height: 620px)';

/** What fits this window. */
export const fits = (): Layout =>
  matchMedia(FULL).matches ? 'full' : matchMedia(MIDDLE).matches ? 'middle' : 'narrow';

export const withTheme = (layout: Layout, theme: Theme): Layout =>
  theme === 'projector' && layout === 'full' ? 'middle' : layout;

export const layoutOf = (theme: Theme): Layout => withTheme(fits(), theme);
