// The way from one picture to the next, mark by mark. A mover draws its mark at any share of the way, forwards and
// backwards alike: `rest` is 1 where the way begins and 0 where it ends. What it has set it takes back when it ends.

import { type EnvelopeMark, looksOf, type Mark, marked, type Picture, type Place } from './places.ts';

export interface Mover {
  readonly draw: (rest: number) => void;
  readonly end: () => void;
}

interface Way {
  readonly from: Picture;
  readonly to: Picture;
  /** Messages that did not arrive: their envelopes fall instead of landing. */
  readonly lost: readonly string[];
}

/** All movers of a way whose end is what `root` shows. */
export const moversOf = (root: HTMLElement, way: Way): readonly Mover[] => [
  ...tapeMovers(root, way),
  ...placeMovers(root, way),
  ...lineMovers(root, way),
  // What a step has brought fades in with it, and not again while something flies before the next.
  ...(way.from.of.step === way.to.of.step ? [] : fadeMovers(root)),
  ...leavingMovers(root, way),
  ...landingMovers(root, way),
];

/** The tape runs on; what hangs from the now line stays, unless the line itself moves in the window. */
function tapeMovers(root: HTMLElement, { from, to }: Way): readonly Mover[] {
  const run = to.of.top - from.of.top;
  const all = (selector: string, dy: number): readonly Mover[] =>
    dy === 0
      ? []
      : [...root.querySelectorAll<HTMLElement | SVGElement>(selector)].map(({ style }) =>
          sliding(style, 0, dy),
        );
  return [...all('[data-tape]', run), ...all('[data-hangs]', run + from.of.now - to.of.now)];
}

function placeMovers(root: HTMLElement, { from, to }: Way): readonly Mover[] {
  return marked(root).flatMap((element) => {
    const { move = '', was = move, origin } = element.dataset;
    const there = to.places.get(move);
    const known: Place | undefined = from.places.get(was);
    const here =
      known ?? (origin === undefined || there === undefined ? undefined : { x: Number(origin), y: there.y });
    const { style } = element;
    if (there === undefined || here === undefined) {
      return [appearing(style)];
    }
    const dx = here.x - there.x;
    const dy = here.y - there.y;
    return dx === 0 && dy === 0 ? [] : [sliding(style, dx, dy)];
  });
}

const sliding = (style: CSSStyleDeclaration, dx: number, dy: number): Mover => ({
  draw: (rest) => {
    style.translate = `${dx * rest}px ${dy * rest}px`;
  },
  end: () => {
    style.translate = '';
  },
});

const appearing = (style: CSSStyleDeclaration): Mover => ({
  draw: (rest) => {
    style.opacity = String(1 - rest);
    style.scale = String(1 - 0.2 * rest);
  },
  end: () => {
    style.opacity = '';
    style.scale = '';
  },
});

/** What gives way to something else in its own place, as an entry's tile does when the entry is upgraded. */
const fadeMovers = (root: HTMLElement): readonly Mover[] =>
  [...root.querySelectorAll<HTMLElement>('[data-fade]')].map(({ style, dataset }) => ({
    draw: (rest) => {
      style.opacity = String(dataset['fade'] === 'out' ? rest : 1 - rest);
    },
    end: () => {
      style.opacity = '';
    },
  }));

/**
 * Marks that were there and are not any more go where they stood: their looks fade, and fall a little. One that has been made
 * over looks like what has taken its place: it is simply gone.
 */
function leavingMovers(root: HTMLElement, { from, to }: Way): readonly Mover[] {
  const fallen = marked(root).map((element) => element.dataset['was'] ?? '');
  const taken = new Set([...to.places.keys(), ...fallen]);
  const isItself = (key: string, { element, frame }: Mark): boolean =>
    element.dataset['move'] === key && frame?.isConnected === true;
  return [...from.places]
    .filter(([key, mark]) => !taken.has(key) && isItself(key, mark) && !from.envelopes.has(key))
    .map(([, mark]) => leaving(mark));
}

function leaving({ element, frame, x, y, w, h }: Mark): Mover {
  const copy = looksOf(element);
  copy.classList.add('leaving');
  Object.assign(copy.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
  frame?.append(copy);
  return {
    draw: (rest) => {
      copy.style.opacity = String(rest);
      copy.style.translate = `0 ${10 * (1 - rest)}px`;
    },
    end: () => copy.remove(),
  };
}

const NUMBER = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g;

/** The path between two paths of the same make; null when they are made differently. */
export function pathBetween(from: string, to: string): ((rest: number) => string) | null {
  const between = to.split(NUMBER);
  const starts = (from.match(NUMBER) ?? []).map(Number);
  const ends = (to.match(NUMBER) ?? []).map(Number);
  if (starts.length !== ends.length || from.split(NUMBER).join('#') !== between.join('#')) {
    return null;
  }
  return (rest) => {
    let path = between[0] ?? '';
    for (const [i, end] of ends.entries()) {
      path += end + ((starts[i] ?? end) - end) * rest + (between[i + 1] ?? '');
    }
    return path;
  };
}

/** Lines that reach further than before grow with what they follow. */
function lineMovers(root: HTMLElement, { from, to }: Way): readonly Mover[] {
  return [...root.querySelectorAll<SVGElement>('[data-grow]')].flatMap((line) => {
    const key = line.dataset['grow'] ?? '';
    const [before, after] = [from.lines.get(key), to.lines.get(key)];
    if (before === undefined || after === undefined || before === after) {
      return [];
    }
    const path = pathBetween(before, after);
    return path === null ? [] : [growing(line, path, after)];
  });
}

function growing(line: SVGElement, path: (rest: number) => string, after: string): Mover {
  let drawn = after;
  return {
    draw: (rest) => {
      drawn = path(rest);
      line.setAttribute('d', drawn);
    },
    end: () => {
      // A picture that has been drawn since has a path of its own.
      if (line.getAttribute('d') === drawn) line.setAttribute('d', after);
    },
  };
}

/** Envelopes that were here and are not any more: a copy slides into the lane it reached, or falls if it was lost. */
function landingMovers(root: HTMLElement, { from, to, lost }: Way): readonly Mover[] {
  const place = root.querySelector('[data-ghosts]');
  return place === null
    ? []
    : [...from.envelopes]
        .filter(([key]) => !to.envelopes.has(key))
        .map(([, envelope]) => landing(place, envelope, from.of.now, lost.includes(envelope.message)));
}

function landing(
  place: Element,
  { element, y, landing: to }: EnvelopeMark,
  now: number,
  falls: boolean,
): Mover {
  const copy = looksOf(element);
  // It leaves the now line for the tape, which takes it along.
  copy.style.top = `${now + y}px`;
  place.append(copy);
  // Its own left edge: the one that is next is drawn a little larger, and so measured a little further left.
  const way = to - Number.parseFloat(copy.style.left);
  const fades = falls || Math.abs(way) < 1;
  return {
    draw: (rest) => {
      const done = 1 - rest;
      copy.style.translate = falls ? `0 ${60 * done}px` : `${way * done}px 0`;
      copy.style.opacity = String(fades ? rest : Math.min(1, rest * 4));
    },
    end: () => copy.remove(),
  };
}
