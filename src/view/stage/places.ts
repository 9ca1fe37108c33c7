// Where the marks of a picture are: what is marked `data-move` by its place within its frame, envelopes with where they
// land, lines marked `data-grow` by their path. Transforms are left out, so a picture measures alike at any instant.

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A mark that can be shown again after it has gone. */
export interface Mark extends Place {
  readonly w: number;
  readonly h: number;
  readonly element: HTMLElement;
  readonly frame: HTMLElement | null;
}

export interface EnvelopeMark extends Place {
  readonly element: HTMLElement;
  readonly landing: number;
  readonly message: string;
}

export interface Picture {
  readonly places: ReadonlyMap<string, Mark>;
  readonly envelopes: ReadonlyMap<string, EnvelopeMark>;
  readonly lines: ReadonlyMap<string, string>;
  readonly of: PictureOf;
}

/** What marks do not tell: the step that is drawn, and where the tape stands, in its own px. */
export interface PictureOf {
  readonly step: number;
  /** Upper edge of what of the tape is visible. */
  readonly top: number;
  readonly now: number;
}

export function pictureOf(root: HTMLElement, of: PictureOf): Picture {
  const lines = [...root.querySelectorAll<SVGElement>('[data-grow]')];
  return {
    places: new Map(marked(root).map((element) => [element.dataset['move'] ?? '', markOf(element)])),
    envelopes: envelopesIn(root),
    lines: new Map(lines.map((line) => [line.dataset['grow'] ?? '', line.getAttribute('d') ?? ''])),
    of,
  };
}

/** A drawer shows the same entries again, and shows no way. */
export const marked = (root: HTMLElement): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-move]:not(.drawer *)'),
];

/** Where an element lies within its frame. */
function markOf(element: HTMLElement): Mark {
  let x = 0;
  let y = 0;
  let at: Element | null = element;
  while (at instanceof HTMLElement && at.dataset['frame'] === undefined) {
    x += at.offsetLeft;
    y += at.offsetTop;
    at = at.offsetParent;
  }
  const { offsetWidth: w, offsetHeight: h } = element;
  return { x, y, w, h, element, frame: at instanceof HTMLElement ? at : null };
}

const NAMES_LEFT_OUT = [
  'id',
  'role',
  'tabindex',
  'title',
  'aria-selected',
  'aria-label',
  'data-move',
  'data-landing',
];

/** A copy that looks alike and is nothing to press, to read or to move. */
export function looksOf(element: HTMLElement): HTMLElement {
  const copy = element.cloneNode(true);
  if (!(copy instanceof HTMLElement)) {
    throw new Error('A mark that moves is not an HTML element.');
  }
  for (const name of NAMES_LEFT_OUT) copy.removeAttribute(name);
  for (const control of copy.querySelectorAll('button')) control.tabIndex = -1;
  copy.setAttribute('aria-hidden', 'true');
  return copy;
}

function envelopesIn(root: HTMLElement): ReadonlyMap<string, EnvelopeMark> {
  const found = [...root.querySelectorAll<HTMLElement>('[data-landing]')];
  return new Map(
    found.map((element) => {
      const landing = Number(element.dataset['landing']);
      const message = element.dataset['message'] ?? '';
      const { x, y } = markOf(element);
      return [element.dataset['move'] ?? '', { x, y, element, landing, message }];
    }),
  );
}
