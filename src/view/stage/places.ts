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
  const measure = measuring();
  const places = new Map(marked(root).map((element) => [element.dataset['move'] ?? '', measure(element)]));
  return {
    places,
    envelopes: envelopesAmong(places),
    lines: new Map(lines.map((line) => [line.dataset['grow'] ?? '', line.getAttribute('d') ?? ''])),
    of,
  };
}

/** A drawer shows the same entries again, and shows no way. */
export const marked = (root: HTMLElement): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-move]:not(.drawer *)'),
];

type Spot = Place & Pick<Mark, 'frame'>;

const NOWHERE: Spot = { x: 0, y: 0, frame: null };

/** Tells where elements lie within their frames; what several of them lie in is asked once. */
function measuring(): (element: HTMLElement) => Mark {
  const known = new Map<Element | null, Spot>();
  const within = (parent: Element | null): Spot => {
    const spot = known.get(parent) ?? spotOf(parent);
    known.set(parent, spot);
    return spot;
  };
  const spotOf = (at: Element | null): Spot => {
    if (!(at instanceof HTMLElement)) return NOWHERE;
    if (at.dataset['frame'] !== undefined) return { x: 0, y: 0, frame: at };
    const { x, y, frame } = within(at.offsetParent);
    return { x: x + at.offsetLeft, y: y + at.offsetTop, frame };
  };
  return (element) => ({
    ...spotOf(element),
    w: element.offsetWidth,
    h: element.offsetHeight,
    element,
  });
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

function envelopesAmong(places: ReadonlyMap<string, Mark>): ReadonlyMap<string, EnvelopeMark> {
  const found = [...places].flatMap(([key, { x, y, element }]): [string, EnvelopeMark][] => {
    const { landing, message = '' } = element.dataset;
    return landing === undefined ? [] : [[key, { x, y, element, landing: Number(landing), message }]];
  });
  return new Map(found);
}
