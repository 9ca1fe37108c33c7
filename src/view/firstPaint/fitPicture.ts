// The page's first picture was drawn when the page was built, for a stage of one size in ordinary type. Here it is given the
// layout of this window and the places that its cards have in it, by the same rules as the page that is alive.

import { lanePlace } from '../../scene/loomGeometry.ts';
import type { Theme } from '../../store/theme.ts';
import { layoutOf } from '../shell/layoutOf.ts';
import { geometryOf, SIZE_BEFORE, scaleOf } from '../stage/geometry.ts';

/** As far as it has arrived. */
export function fitPicture(theme: Theme): void {
  const app = document.querySelector<HTMLElement>('.app');
  if (app === null) {
    return;
  }
  app.dataset['layout'] = layoutOf(theme);
  setStyles(app);
  // What stands behind the stage is there.
  if (app.querySelector('.transport') !== null) placeCards(app, theme);
}

/** The page's policy refuses styles in HTML: they come as words, and are set here. */
function setStyles(app: HTMLElement): void {
  for (const element of app.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset['style'] ?? '';
    delete element.dataset['style'];
  }
}

function placeCards(app: HTMLElement, theme: Theme): void {
  const width = app.querySelector('.cluster')?.clientWidth ?? 0;
  const cards = [...app.querySelectorAll<HTMLElement>('.card')];
  if (width === 0) {
    return;
  }
  const nodes = cards.length;
  const geometry = geometryOf({ ...SIZE_BEFORE, width, nodes, theme, zoom: 1 });
  const scale = scaleOf(theme);
  for (const [i, card] of cards.entries()) {
    const { cardX, cardW } = lanePlace(geometry, i, nodes);
    card.style.left = `${cardX * scale}px`;
    card.style.width = `${cardW * scale}px`;
  }
}
