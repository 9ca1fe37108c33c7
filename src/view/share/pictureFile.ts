// A view of the page as a file: an SVG that stands by itself, or the same drawn at twice the size of the screen.

import { type TakeAlongId, takeAlong } from '../../scene/words/takeAlongWords.ts';
import { areaOf, drawnSvg, PICTURE_VIEWS, type PictureView, pageSvg, pngOf } from './pagePicture.ts';
import { pageStyles } from './pageStyles.ts';

const PNG_SCALE = 2;

/** Refuses, in a sentence, what is not on the screen and what the browser cannot do. */
export async function pictureFile(view: PictureView, kind: 'svg' | 'png'): Promise<Blob> {
  const svg = await pictureSvg(view);
  const area = areaOf(view);
  if (kind === 'svg' || area === null) {
    return new Blob([svg], { type: 'image/svg+xml' });
  }
  try {
    return await pngOf(await drawnSvg(svg, area, PNG_SCALE));
  } catch {
    throw new Error(takeAlong('png-failed'));
  }
}

export async function pictureSvg(view: PictureView): Promise<string> {
  // A script may ask for anything.
  if (!PICTURE_VIEWS.includes(view)) {
    throw new Error(takeAlong('picture-unknown', { view: String(view), views: PICTURE_VIEWS.join(', ') }));
  }
  const area = areaOf(view);
  if (area === null) {
    throw new Error(
      takeAlong('picture-hidden', { view: takeAlong(`picture-${view}` satisfies TakeAlongId) }),
    );
  }
  try {
    return pageSvg(await pageStyles(), area);
  } catch (error) {
    throw new Error(
      takeAlong('picture-failed', { problem: error instanceof Error ? error.message : String(error) }),
    );
  }
}
