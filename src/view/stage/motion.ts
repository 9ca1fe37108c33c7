// Motion between two settled pictures. React draws the picture after the step; this loop shows the way there by moving
// what is marked `data-move` from where it was, scrolling the tapes, and sliding envelopes into the lanes that they
// reach. It owns no state: stop it at any frame and what remains is the picture. Nothing here goes through React.

export interface Motion {
  /** Call after every commit that changed the picture. */
  readonly committed: (frame: Frame, manner: Manner) => void;
  /** Forget where things were, e.g. after a change of layout. */
  readonly rest: () => void;
}

/** `move`: show the way. `fade`: jump, with a short fade (for those who prefer less motion). `jump`: nothing at all. */
export type Manner = 'move' | 'fade' | 'jump';

export interface Frame {
  /** Upper edge of the visible tape. */
  readonly tapeY: number;
  /** Messages that did not arrive: their envelopes fall instead of landing. */
  readonly lost: readonly string[];
  readonly durationMs: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Mover {
  readonly draw: (rest: number) => void;
  readonly end: () => void;
}

interface Envelope extends Place {
  readonly copy: HTMLElement;
  readonly landing: number;
  readonly message: string;
}

const FADE_MS = 120;

/** `settled` is told false when motion starts and true when the picture stands still. */
export function createMotion(root: HTMLElement, settled: (still: boolean) => void): Motion {
  let places = new Map<string, Place>();
  let envelopes = new Map<string, Envelope>();
  let tapeY: number | null = null;
  let movers: readonly Mover[] = [];
  let request = 0;

  const stop = (): void => {
    cancelAnimationFrame(request);
    request = 0;
    for (const mover of movers) mover.end();
    movers = [];
  };

  const run = (durationMs: number): void => {
    settled(false);
    const start = performance.now();
    const tick = (now: number): void => {
      const progress = Math.min(1, Math.max(0, (now - start) / durationMs));
      if (progress >= 1) {
        stop();
        settled(true);
        return;
      }
      const rest = (1 - progress) ** 3;
      for (const mover of movers) mover.draw(rest);
      request = requestAnimationFrame(tick);
    };
    for (const mover of movers) mover.draw(1);
    request = requestAnimationFrame(tick);
  };

  return {
    rest: () => {
      places = new Map();
      envelopes = new Map();
      tapeY = null;
    },
    committed: (frame, manner) => {
      stop();
      const before = { places, envelopes, tapeY };
      places = placesIn(root);
      envelopes = envelopesIn(root);
      tapeY = frame.tapeY;
      if (manner === 'fade') {
        root.animate([{ opacity: 0.55 }, { opacity: 1 }], FADE_MS);
      }
      if (manner !== 'move' || before.tapeY === null) {
        settled(true);
        return;
      }
      movers = [
        ...tapeMovers(root, frame.tapeY - before.tapeY),
        ...placeMovers(root, before.places, places),
        ...landingMovers(root, { before: before.envelopes, after: envelopes, lost: frame.lost }),
      ];
      if (movers.length === 0) {
        settled(true);
      } else {
        run(frame.durationMs);
      }
    },
  };
}

const marked = (root: HTMLElement): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-move]'),
];

/** Where an element lies within its frame, transforms left out. */
function placeOf(element: HTMLElement): Place {
  let x = 0;
  let y = 0;
  let at: Element | null = element;
  while (at instanceof HTMLElement && at.dataset['frame'] === undefined) {
    x += at.offsetLeft;
    y += at.offsetTop;
    at = at.offsetParent;
  }
  return { x, y };
}

const placesIn = (root: HTMLElement): Map<string, Place> =>
  new Map(marked(root).map((element) => [element.dataset['move'] ?? '', placeOf(element)]));

function envelopesIn(root: HTMLElement): Map<string, Envelope> {
  const found = [...root.querySelectorAll<HTMLElement>('[data-landing]')];
  return new Map(
    found.map((element) => {
      const copy = element.cloneNode(true);
      if (!(copy instanceof HTMLElement)) {
        throw new Error('An envelope is not an HTML element.');
      }
      for (const name of [
        'id',
        'role',
        'tabindex',
        'aria-selected',
        'aria-label',
        'data-move',
        'data-landing',
      ]) {
        copy.removeAttribute(name);
      }
      const landing = Number(element.dataset['landing']);
      const message = element.dataset['message'] ?? '';
      return [element.dataset['move'] ?? '', { ...placeOf(element), copy, landing, message }];
    }),
  );
}

function tapeMovers(root: HTMLElement, scrolled: number): readonly Mover[] {
  if (scrolled === 0) {
    return [];
  }
  return [...root.querySelectorAll<HTMLElement | SVGElement>('[data-tape]')].map(({ style }) => ({
    draw: (rest) => {
      style.translate = `0 ${scrolled * rest}px`;
    },
    end: () => {
      style.translate = '';
    },
  }));
}

function placeMovers(
  root: HTMLElement,
  before: Map<string, Place>,
  after: Map<string, Place>,
): readonly Mover[] {
  return marked(root).flatMap((element) => {
    const { move = '', origin } = element.dataset;
    const to = after.get(move);
    const known = before.get(move);
    const from =
      known ?? (origin === undefined || to === undefined ? undefined : { x: Number(origin), y: to.y });
    const { style } = element;
    if (to === undefined || from === undefined) {
      return [appearing(style)];
    }
    const dx = from.x - to.x;
    const dy = from.y - to.y;
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

interface Landing {
  readonly before: Map<string, Envelope>;
  readonly after: Map<string, Envelope>;
  readonly lost: readonly string[];
}

/** Envelopes that were here and are not any more: a copy slides into the lane it reached, or falls if it was lost. */
function landingMovers(root: HTMLElement, { before, after, lost }: Landing): readonly Mover[] {
  const place = root.querySelector('[data-ghosts]');
  if (place === null) {
    return [];
  }
  return [...before].flatMap(([key, envelope]) => {
    if (after.has(key)) {
      return [];
    }
    const { copy, x, landing } = envelope;
    const falls = lost.includes(envelope.message);
    place.append(copy);
    return [
      {
        draw: (rest: number) => {
          const done = 1 - rest;
          copy.style.translate = falls ? `0 ${60 * done}px` : `${(landing - x) * done}px 0`;
          copy.style.opacity = String(falls ? rest : Math.min(1, rest * 4));
        },
        end: () => copy.remove(),
      },
    ];
  });
}
