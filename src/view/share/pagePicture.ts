// What is on the screen as one SVG that stands by itself. The page is HTML and SVG side by side, so the picture holds a
// copy of its elements in a foreignObject, with its styles and its type: browsers show it as it was, and draw it into a PNG
// or a frame of a video.

import { takeAlong } from '../../scene/words/takeAlongWords.ts';

const SVG = 'http://www.w3.org/2000/svg';

export const PICTURE_VIEWS = ['page', 'stage', 'versions', 'ids'] as const;
export type PictureView = (typeof PICTURE_VIEWS)[number];

const PLACES: Readonly<Record<PictureView | 'scene', string>> = {
  scene: '.stage',
  page: '.app',
  stage: '.cluster',
  versions: '.versions',
  ids: '.ids',
};

/** A part of the window, in its pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a view is on the screen; null while it is not. */
export function areaOf(view: PictureView | 'scene'): Area | null {
  const place = document.querySelector(PLACES[view])?.getBoundingClientRect();
  return place === undefined || place.width === 0 || place.height === 0 ? null : place;
}

/** The picture of a part of the page, with these styles. */
export function pageSvg(styles: string, area: Area): string {
  const page = document.querySelector<HTMLElement>('.app');
  if (page === null) {
    throw new Error(takeAlong('picture-hidden', { view: takeAlong('picture-page') }));
  }
  const { width, height } = page.getBoundingClientRect();
  const html = document.documentElement;
  const [whole, body] = [document.createElement('html'), document.createElement('body')];
  const copy = copyOf(page);
  copy.style.height = `${height}px`;
  // As the root of a page it was a layer of its own: what lies behind its parts lies before its ground.
  whole.style.isolation = 'isolate';
  body.append(copy);
  whole.append(body);
  // Custom properties and the size of the type hang on the root of the page.
  const rootStyle = `${html.style.cssText};font-size:${getComputedStyle(html).fontSize}`;
  const data = Object.entries(html.dataset).map(([name, value = '']) => `data-${name}="${escaped(value)}"`);
  // Put together as text: a style that is made as an element is one that the page's own policy refuses.
  return [
    `<svg xmlns="${SVG}" viewBox="${area.x} ${area.y} ${area.width} ${area.height}"`,
    ` width="${area.width}" height="${area.height}" style="${escaped(rootStyle)}" ${data.join(' ')}>`,
    `<style>${escaped(styles)}${STILL}</style><foreignObject width="${width}" height="${height}">`,
    new XMLSerializer().serializeToString(whole),
    '</foreignObject></svg>',
  ].join('');
}

/** A picture does not scroll, and nothing in it is on its way. */
const STILL =
  '*{scrollbar-width:none!important;animation:none!important;transition:none!important}*::-webkit-scrollbar{display:none}';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** What lies over the page for a moment is no part of its picture. */
const PASSING = 'dialog, .toast-place, .menu, .popover, .skip, .film-place';

/** A copy that looks the same: what only the live element knows, its scrolling and its value, is written into it. */
function copyOf(page: HTMLElement): HTMLElement {
  const copy = page.cloneNode(true) as HTMLElement;
  const copies = copy.querySelectorAll<HTMLElement>('*');
  for (const [i, element] of page.querySelectorAll('*').entries()) {
    const twin = copies[i];
    if (twin === undefined) {
      continue;
    }
    if (element.scrollTop !== 0 || element.scrollLeft !== 0) {
      for (const child of twin.children) {
        if (child instanceof HTMLElement || child instanceof SVGElement) {
          child.style.translate = `${-element.scrollLeft}px ${-element.scrollTop}px`;
        }
      }
    }
    if (element instanceof HTMLInputElement) {
      twin.setAttribute('value', element.value);
      twin.toggleAttribute('checked', element.checked);
    } else if (element instanceof HTMLOptionElement) {
      twin.toggleAttribute('selected', element.selected);
    } else if (element instanceof HTMLTextAreaElement) {
      twin.textContent = element.value;
    }
  }
  for (const passing of copy.querySelectorAll(PASSING)) {
    passing.remove();
  }
  return copy;
}

/** Draws a picture into a canvas of its size times `scale`. */
export async function drawnSvg(svg: string, area: Area, scale: number): Promise<HTMLCanvasElement> {
  const image = new Image();
  // As data and not as a blob: only so may the canvas be read again where a picture holds HTML.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(area.width * scale);
  canvas.height = Math.round(area.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    try {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('')) : resolve(blob)), 'image/png');
    } catch (error) {
      // A browser that will not give back what holds HTML.
      reject(error);
    }
  });
}
