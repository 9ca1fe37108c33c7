// What lies over the stage while it is a slide: how far one is, the ring around the pointer, and the blank screen.

import { useEffect, useRef } from 'react';
import { presenterWords } from '../../scene/words/presenterWords.ts';
import type { LessonShown } from '../../store/lesson/lessonShown.ts';
import { usePage } from '../session/sessionContext.ts';
import { PointerRing } from './PointerRing.tsx';
import { usePresenting } from './presenting.ts';
import { openSlideChannel, type SlideChannel } from './slideChannel.ts';
import { usePresenterKeys } from './usePresenterKeys.ts';

interface Props {
  readonly lesson: LessonShown | null;
  /** What the page says: the speaker's window shows it where no lesson is open. */
  readonly sentence: string;
}

export function Presenter({ lesson, sentence }: Props) {
  const page = usePage();
  const { on, blank } = usePresenting();
  const said = useRef(sentence);
  const channel = useRef<SlideChannel | null>(null);
  useEffect(() => {
    const opened = openSlideChannel(page, () => said.current);
    channel.current = opened;
    return opened.close;
  }, [page]);
  useEffect(() => {
    said.current = sentence;
    channel.current?.tell();
  }, [sentence]);
  usePresenterKeys(page.session);
  if (!on) {
    return null;
  }
  return (
    <>
      {lesson !== null && <Beats beat={lesson.beat} beats={lesson.beats} />}
      <PointerRing />
      {blank && (
        <div className="blank-screen" role="status">
          <p>{presenterWords('blank')}</p>
        </div>
      )}
    </>
  );
}

/** A dot a beat: the audience sees how much there still is. */
function Beats({ beat, beats }: { readonly beat: number; readonly beats: number }) {
  return (
    <footer className="beat-dots">
      <div role="img" aria-label={presenterWords('progress', { beat: beat + 1, beats })}>
        {Array.from({ length: beats }, (_beat, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a beat is its number
          <span key={at} data-past={at <= beat || undefined} data-now={at === beat || undefined} />
        ))}
      </div>
    </footer>
  );
}
