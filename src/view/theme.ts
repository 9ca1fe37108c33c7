// Puts a theme on the page: the hues of the versions as custom properties, and the name that the styles select by.

import { HUES } from '../scene/run/palette.ts';
import type { Theme } from '../store/state/theme.ts';

/** The styles know the palette by its custom properties only: --solid-0 to --solid-11 and --tint-0 to --tint-11. */
export function applyTheme(theme: Theme): void {
  const { style, dataset } = document.documentElement;
  if (dataset['theme'] === theme) return;
  dataset['theme'] = theme;
  for (const [hue, inks] of HUES.entries()) {
    style.setProperty(`--solid-${hue}`, inks[theme].solid);
    style.setProperty(`--tint-${hue}`, theme === 'projector' ? inks.light.tint : inks[theme].tint);
  }
}
