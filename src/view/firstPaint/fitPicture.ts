// The page's first picture was drawn when the page was built, for a stage of one size in ordinary type. Here it is given the
// layout of this window and the places that its cards have in it, by the same rules as the page that is alive.

import { lanePlace } from '../../scene/shape/loomGeometry.ts';
import type { Theme } from '../../store/state/theme.ts';
import { layoutOf } from '../shell/layoutOf.ts';
import { geometryOf, SIZE_BEFORE, scaleOf } from '../stage/geometry.ts';

let placed: HTMLElement | null = null;

/** As far as it has arrived. */
export function fitPicture(theme: Theme): void {
  const app = document.querySelector<HTMLElement>('.app');
  if (app === null) {
    return;
  }
  app.dataset['layout'] = layoutOf(theme);
  setStyles(app);
  const cluster = app.querySelector<HTMLElement>('.cluster');
  // What stands behind the stage is there.
  if (cluster !== null && cluster !== placed && app.querySelector('.transport') !== null) {
    placed = cluster;
    whenLaidOut(cluster, () => placeCards(cluster, theme));
  }
}

/**
 * The browser lays the page out for its first frame, and is only asked for a width then: earlier the letters may not be
 * there yet, and all text would be laid out twice before anything is painted.
 */
function whenLaidOut(element: HTMLElement, go: () => void): void {
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    go();
  });
  observer.observe(element);
}

/** The page's policy refuses styles in HTML: they come as words, and are set here. */
function setStyles(app: HTMLElement): void {
  for (const element of app.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset['style'] ?? '';
    delete element.dataset['style'];
  }
}

function placeCards(cluster: HTMLElement, theme: Theme): void {
  const width = cluster.clientWidth;
  const cards = [...cluster.querySelectorAll<HTMLElement>('.card')];
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
