// A figure in another page: stays between its first and its last place, goes round if asked, and does what its page asks by
// `postMessage`. It keeps nothing and reaches for nothing outside itself.

import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import { type EmbedCall, embedCall, PROTOCOL } from '../../store/embed/embedCall.ts';
import type { EmbedOptions } from '../../store/embed/embedOptions.ts';
import type { Session } from '../../store/state/sessionState.ts';
import { timelineOf } from '../../store/state/shown.ts';

/** How long the last place is looked at before the first comes again. */
const LAST_MS = 2_500;

/** A beat of a lesson that goes by itself. */
const BEAT_MS = 5_000;

export function runEmbed(session: Session, options: EmbedOptions): void {
  const { store } = session;
  const figure = figureOf(session, options);
  answerCalls(session, figure);
  addWayOut(session);
  tell({ event: 'ready', place: figure.place() });
  store.subscribe((state, before) => {
    if (
      state.playhead !== before.playhead ||
      state.current !== before.current ||
      state.playing !== before.playing ||
      state.lesson !== before.lesson
    ) {
      tell({ event: 'moved', place: figure.place() });
    }
  });
  if (options.play) figure.play();
}

interface Figure {
  readonly play: () => void;
  readonly pause: () => void;
  readonly go: (place: number, fraction?: number) => string | null;
  readonly place: () => Place;
}

const problemOf = (result: { readonly ok: boolean; readonly problem?: string }): string | null =>
  result.ok ? null : (result.problem ?? '');

/** Between its first and its last place: steps of a run, or beats of a lesson, which go by a clock of their own. */
function figureOf(session: Session, { from, to, loop }: EmbedOptions): Figure {
  const { store } = session;
  let beats: ReturnType<typeof setInterval> | null = null;
  let rest: ReturnType<typeof setTimeout> | null = null;
  const isLesson = (): boolean => store.getState().lesson !== null;
  const here = (): number => store.getState().lesson?.beat ?? store.getState().playhead.step;
  const end = (): number => {
    const { lesson } = store.getState();
    const length =
      lesson === null ? timelineOf(store.getState()).steps.length : lesson.lesson.beats.length - 1;
    return Math.min(to ?? length, length);
  };
  const go = (place: number, fraction = 0): string | null =>
    problemOf(isLesson() ? session.goToBeat(place) : session.seek(place, fraction));
  const pause = (): void => {
    if (beats !== null) clearInterval(beats);
    if (rest !== null) clearTimeout(rest);
    beats = null;
    rest = null;
    session.pause();
  };
  const play = (): void => {
    pause();
    if (here() >= end()) go(Math.min(from, end()));
    if (isLesson()) {
      beats = setInterval(onward, BEAT_MS);
    } else {
      session.play();
    }
  };
  const onward = (): void => {
    if (here() < end()) {
      session.advance();
    } else if (loop) {
      go(from);
    } else {
      pause();
    }
  };
  go(Math.min(from, end()));
  store.subscribe((state, before) => {
    if (isLesson() || (state.playhead === before.playhead && state.playing === before.playing)) {
      return;
    }
    if (here() > end()) {
      go(end());
    } else if (here() === end() && before.playing && end() > from) {
      pause();
      if (loop) rest = setTimeout(play, LAST_MS);
    }
  });
  const place = (): Place => {
    const { playhead, lesson, playing } = store.getState();
    const steps = timelineOf(store.getState()).steps.length;
    return { ...playhead, steps, beat: lesson?.beat ?? null, playing: playing || beats !== null };
  };
  return { play, pause, go, place };
}

/** The whole page, at this very moment, in a window of its own. */
function addWayOut(session: Session): void {
  const link = document.createElement('a');
  link.className = 'embed-open';
  link.textContent = takeAlong('embed-open');
  link.target = '_blank';
  link.rel = 'noopener';
  link.href = './';
  link.addEventListener('click', (event) => {
    event.preventDefault();
    void import('../../store/keeping/link/openLink.ts').then(({ linkAddress }) => {
      const page = window.location.href.replace(/embed\.html(?=[?#]|$)/, '');
      window.open(linkAddress(session.store.getState(), page), '_blank', 'noopener');
    });
  });
  document.body.append(link);
}

interface Place {
  readonly step: number;
  readonly fraction: number;
  readonly steps: number;
  readonly beat: number | null;
  readonly playing: boolean;
}

/** Nothing in it is secret: where the figure stands. */
function tell(fact: { readonly event: 'ready' | 'moved'; readonly place: Place }): void {
  if (window.parent !== window) {
    window.parent.postMessage({ schemerge: PROTOCOL, ...fact }, '*');
  }
}

function answerCalls(session: Session, figure: Figure): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    // Only the page that the figure stands in may ask.
    const asked = event.source === window.parent && window.parent !== window ? embedCall(event.data) : null;
    if (asked === null) {
      return;
    }
    const answer = (part: object): void =>
      window.parent.postMessage(
        { schemerge: PROTOCOL, event: 'answer', id: asked.id, ...part },
        { targetOrigin: event.origin === 'null' ? '*' : event.origin },
      );
    const done = asked.call.ok
      ? doCall(session, figure, asked.call.value)
      : Promise.resolve(asked.call.problem);
    void done.then((problem) =>
      answer(problem === null ? { ok: true, place: figure.place() } : { ok: false, problem }),
    );
  });
}

/** The sentence of a refusal, or null. */
async function doCall(session: Session, figure: Figure, call: EmbedCall): Promise<string | null> {
  switch (call.call) {
    case 'play':
      figure.play();
      return null;
    case 'pause':
      figure.pause();
      return null;
    case 'next':
      return problemOf(session.advance());
    case 'back':
      session.retreat();
      return null;
    case 'seek':
      return figure.go(call.at, call.fraction);
    case 'open': {
      const { openLink } = await import('../../store/keeping/link/openLink.ts');
      return problemOf(openLink(session, call.link, { instead: true }));
    }
    case 'theme':
      session.setTheme(call.theme);
      return null;
    case 'state':
      return null;
  }
}
