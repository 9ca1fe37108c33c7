// The speaker's own window: what the audience reads, what to say, what comes next, and the time. It knows no engine; all it
// shows came over the channel, and its keys are those of the slide.

import { useCallback, useEffect, useRef, useState } from 'react';
import { lessonText } from '../../scene/words/courseWords.ts';
import { presenterWords } from '../../scene/words/presenterWords.ts';
import {
  readSlideMessage,
  type SlideMessage,
  SPEAKER_CHANNEL,
  type SpeakerMessage,
} from '../../store/presenter/speakerChannel.ts';
import type { SpeakerNotes } from '../../store/presenter/speakerNotes.ts';
import { SpeakerClock } from './SpeakerClock.tsx';
import '../styles/speaker.css';

const KEYS: Readonly<Record<string, SpeakerMessage['kind']>> = {
  ' ': 'next',
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  '.': 'blank',
  b: 'blank',
};

export function SpeakerPage() {
  const [slide, setSlide] = useState<SlideMessage | null>(null);
  const channel = useRef<BroadcastChannel | null>(null);
  const ask = useCallback((kind: SpeakerMessage['kind']): void => {
    channel.current?.postMessage({ kind } satisfies SpeakerMessage);
  }, []);
  useEffect(() => {
    const opened = new BroadcastChannel(SPEAKER_CHANNEL);
    channel.current = opened;
    opened.onmessage = ({ data }) => {
      const read = readSlideMessage(data);
      if (read !== null) setSlide(read);
    };
    ask('hello');
    document.title = presenterWords('window-title');
    return () => opened.close();
  }, [ask]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const kind = KEYS[event.key];
      const onButton = event.key === ' ' && event.target instanceof HTMLButtonElement;
      if (kind !== undefined && !onButton && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        ask(kind);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [ask]);
  return (
    <main className="speaker">
      <header>
        <h1>{presenterWords('speaker-title')}</h1>
        {slide?.notes && <p className="speaker-aside">{lessonText(slide.notes.title)}</p>}
      </header>
      {slide === null ? (
        <p className="speaker-waiting">{presenterWords('waiting')}</p>
      ) : (
        <Slide slide={slide} />
      )}
      <SpeakerClock notes={slide?.notes ?? null} />
      <nav>
        <button type="button" className="button" onClick={() => ask('back')}>
          {presenterWords('go-back')}
        </button>
        <button type="button" className="button strong" onClick={() => ask('next')}>
          {presenterWords('go-on')}
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={slide?.blank ?? false}
          onClick={() => ask('blank')}
        >
          {presenterWords(slide?.blank ? 'show-slide' : 'blank-slide')}
        </button>
      </nav>
    </main>
  );
}

function Slide({ slide: { notes, sentence } }: { readonly slide: SlideMessage }) {
  if (notes === null) {
    return (
      <section aria-label={presenterWords('on-slide')}>
        <p className="speaker-aside">{presenterWords('no-lesson')}</p>
        <p className="speaker-sentence">{sentence}</p>
      </section>
    );
  }
  return (
    <>
      <section aria-label={presenterWords('on-slide')}>
        <h2>
          {presenterWords('on-slide')}
          <span>{presenterWords('progress', { beat: notes.beat + 1, beats: notes.beats })}</span>
        </h2>
        <p className="speaker-sentence">{lessonText(notes.sentence)}</p>
        {notes.away && <p className="speaker-aside">{presenterWords('away')}</p>}
      </section>
      <section aria-label={presenterWords('say')} aria-live="polite">
        <h2>{presenterWords('say')}</h2>
        <p className="speaker-words">{lessonText(notes.note)}</p>
        {notes.answer !== null && <Answer answer={notes.answer} />}
      </section>
      <section aria-label={presenterWords('next')}>
        <h2>{presenterWords('next')}</h2>
        <p className="speaker-aside">
          {notes.next === null ? presenterWords('next-none') : lessonText(notes.next)}
        </p>
      </section>
    </>
  );
}

function Answer({ answer: { right, why } }: { readonly answer: NonNullable<SpeakerNotes['answer']> }) {
  return (
    <p className="speaker-answer">
      <b>
        {presenterWords('answer')}: {lessonText(right)}.
      </b>{' '}
      {lessonText(why)}
    </p>
  );
}
