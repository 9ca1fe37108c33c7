// The slide's end of the channel to the speaker's window: it tells what is shown whenever that changes, and does what the
// speaker's window asks. Open as long as the page is, because either window may come first.

import {
  readSpeakerMessage,
  type SlideMessage,
  SPEAKER_CHANNEL,
} from '../../store/presenter/speakerChannel.ts';
import { speakerNotes } from '../../store/presenter/speakerNotes.ts';
import type { Page } from '../session/sessionContext.ts';
import { onPresenting, presentingNow, setBlank, startPresenting } from './presenting.ts';

export interface SlideChannel {
  /** Tells the slide to whoever listens, if it has changed. */
  readonly tell: () => void;
  readonly close: () => void;
}

/** `sentence` is what the page says at the moment. */
export function openSlideChannel({ session }: Page, sentence: () => string): SlideChannel {
  const channel = new BroadcastChannel(SPEAKER_CHANNEL);
  let told = '';
  let isOpen = true;
  const tell = (again: boolean): void => {
    const slide: SlideMessage = {
      kind: 'slide',
      notes: speakerNotes(session.store.getState()),
      sentence: sentence(),
      blank: presentingNow().blank,
    };
    const text = JSON.stringify(slide);
    if (again || text !== told) {
      told = text;
      channel.postMessage(slide);
    }
  };
  channel.onmessage = ({ data }) => {
    switch (readSpeakerMessage(data)?.kind) {
      case 'hello':
        tell(true);
        return;
      case 'next':
        session.advance();
        return;
      case 'back':
        session.retreat();
        return;
      case 'blank': {
        const { on, blank } = presentingNow();
        if (!on) startPresenting(session, false);
        setBlank(!blank);
        return;
      }
      default:
    }
  };
  const changed = (): void =>
    queueMicrotask(() => {
      // Something may have changed in the very moment of closing.
      if (isOpen) tell(false);
    });
  const ends = [session.store.subscribe(changed), onPresenting(changed)];
  tell(true);
  return {
    tell: changed,
    close: () => {
      isOpen = false;
      for (const end of ends) end();
      channel.close();
    },
  };
}
