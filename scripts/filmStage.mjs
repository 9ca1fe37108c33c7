/**
 * What a film lays over the slide, and nothing else in the app has: a pointer that is seen, cards with titles, and the ring in
 * which the time to think runs out. It is drawn into the page between two stills; styles are set one by one, because the
 * page's policy lets no style sheet in.
 *
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ kicker: string, title: string, text: string }} Card
 */

const RING = 2 * Math.PI * 20;

/** @param {import('@playwright/test').Page} page */
export async function filmStage(page) {
  await page.evaluate(() => {
    /** @param {string} id @param {Partial<CSSStyleDeclaration>} style */
    const layer = (id, style) => {
      const element = document.createElement('div');
      element.id = id;
      element.setAttribute('aria-hidden', 'true');
      Object.assign(element.style, { position: 'fixed', pointerEvents: 'none', ...style });
      document.body.append(element);
      return element;
    };
    /** @param {string} name @param {Record<string, string>} attributes */
    const svg = (name, attributes) => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const pointer = layer('film-pointer', { left: '0', top: '0', zIndex: '60', opacity: '0' });
    const arrow = svg('svg', { width: '44', height: '52', viewBox: '-4 -4 44 52' });
    arrow.append(
      svg('circle', { id: 'film-press', r: '0', fill: 'none', stroke: '#111111', 'stroke-width': '3' }),
      svg('path', {
        d: 'M0 0 0 31 8 24 14 38 20 35 14 22 25 22Z',
        fill: '#111111',
        stroke: '#ffffff',
        'stroke-width': '3',
        'stroke-linejoin': 'round',
      }),
    );
    arrow.style.overflow = 'visible';
    arrow.style.display = 'block';
    arrow.style.margin = '-4px';
    pointer.append(arrow);

    const ring = layer('film-ring', { right: '40px', bottom: '76px', zIndex: '55', opacity: '0' });
    const dial = svg('svg', { width: '52', height: '52', viewBox: '-26 -26 52 52' });
    dial.append(
      svg('circle', { r: '20', fill: '#ffffff', stroke: '#d0d3da', 'stroke-width': '6' }),
      svg('circle', {
        id: 'film-left',
        r: '20',
        fill: 'none',
        stroke: '#111111',
        'stroke-width': '6',
        transform: 'rotate(-90)',
      }),
    );
    ring.append(dial);

    const card = layer('film-card', {
      inset: '0',
      zIndex: '58',
      opacity: '0',
      display: 'grid',
      alignContent: 'center',
      gap: '18px',
      padding: '0 120px',
      background: '#ffffff',
      color: '#111111',
      fontFamily: 'var(--font-text)',
    });
    for (const [size, weight] of [
      ['26px', '500'],
      ['60px', '680'],
      ['34px', '450'],
    ]) {
      const line = document.createElement('p');
      Object.assign(line.style, { margin: '0', fontSize: size, fontWeight: weight, lineHeight: '1.2' });
      Object.assign(line.style, { letterSpacing: '-0.015em', maxWidth: '30em', textWrap: 'balance' });
      card.append(line);
    }
  });
}

/** A card over the slide, or none. @param {import('@playwright/test').Page} page @param {Card | null} card @param {number} opacity */
export const showCard = (page, card, opacity) =>
  page.evaluate(
    ([shown, share]) => {
      const element = document.getElementById('film-card');
      if (element === null) return;
      element.style.opacity = String(share);
      if (shown === null) return;
      const texts = [shown.kicker, shown.title, shown.text];
      for (const [i, line] of [...element.children].entries()) line.textContent = texts[i] ?? '';
    },
    /** @type {[Card | null, number]} */ ([card, opacity]),
  );

/** `press` from 0 to 1 is how far a click has spread. @param {import('@playwright/test').Page} page @param {Point} at */
export const showPointer = (page, { x, y }, press = 0) =>
  page.evaluate(
    ([left, top, share]) => {
      const pointer = document.getElementById('film-pointer');
      const spread = document.getElementById('film-press');
      if (pointer === null || spread === null) return;
      pointer.style.opacity = '1';
      pointer.style.translate = `${left}px ${top}px`;
      spread.setAttribute('r', String(share === 0 ? 0 : 6 + 18 * (share ?? 0)));
      spread.style.opacity = String(1 - (share ?? 0));
    },
    [x, y, press],
  );

/** What is left of the time to think, 1 to 0; null takes the ring away. @param {import('@playwright/test').Page} page @param {number | null} left */
export const showRing = (page, left) =>
  page.evaluate(
    ([share, around]) => {
      const ring = document.getElementById('film-ring');
      const arc = document.getElementById('film-left');
      if (ring === null || arc === null) return;
      ring.style.opacity = share === null ? '0' : '1';
      arc.setAttribute('stroke-dasharray', `${(share ?? 0) * (around ?? 0)} ${around}`);
    },
    [left, RING],
  );

/** Of several cards, those that nothing is said of stand back. @param {import('@playwright/test').Page} page @param {string} sentence @param {string | null} focus */
export const standBack = (page, sentence, focus) =>
  page.evaluate(
    ([said, about]) => {
      const cards = [...document.querySelectorAll('.cards > .card')];
      const nodes = cards.map((card) => (card instanceof HTMLElement ? (card.dataset['node'] ?? '') : ''));
      const isNode = nodes.includes(about ?? '');
      for (const [i, card] of cards.entries()) {
        const isSaid = nodes[i] === about || new RegExp(`\\b${nodes[i]}\\b`).test(said ?? '');
        if (card instanceof HTMLElement) card.style.opacity = isNode && !isSaid ? '0.35' : '';
      }
    },
    [sentence, focus],
  );

/** Where a pointer points at what is spoken of: the head of a node's card, what has changed in it first. @param {import('@playwright/test').Page} page @param {string | null} focus */
export const placeOf = (page, focus) =>
  page.evaluate((about) => {
    const card = [...document.querySelectorAll('.cards > .card')].find(
      (one) => one instanceof HTMLElement && one.dataset['node'] === about,
    );
    const part =
      card?.querySelector('.result, .fallen, .entry[data-changed], .chip[data-change], .known') ?? card;
    if (part === undefined) return null;
    const { left, top, width, height } = part.getBoundingClientRect();
    return {
      x: Math.round(left + Math.min(width * 0.5, 150)),
      y: Math.round(top + Math.min(height * 0.6, 40)),
    };
  }, focus);
