// What the slide and the speaker's window say to each other over a BroadcastChannel. Any page of this origin can speak on
// it, so whatever arrives is read as text from outside: what has not the shape of a message is none.

import type { SpeakerNotes } from './speakerNotes.ts';

export const SPEAKER_CHANNEL = 'schemerge.speaker';

/** From the slide. */
export interface SlideMessage {
  readonly kind: 'slide';
  readonly notes: SpeakerNotes | null;
  /** What stands on the slide when no lesson is open. */
  readonly sentence: string;
  readonly blank: boolean;
}

/** From the speaker: `hello` asks for the present slide. */
export interface SpeakerMessage {
  readonly kind: 'hello' | 'next' | 'back' | 'blank';
}

const ASKED: readonly string[] = [
  'hello',
  'next',
  'back',
  'blank',
] satisfies readonly SpeakerMessage['kind'][];

export function readSpeakerMessage(data: unknown): SpeakerMessage | null {
  const kind = isRecord(data) ? data['kind'] : undefined;
  return typeof kind === 'string' && ASKED.includes(kind) ? { kind: kind as SpeakerMessage['kind'] } : null;
}

export function readSlideMessage(data: unknown): SlideMessage | null {
  if (!isRecord(data) || data['kind'] !== 'slide') {
    return null;
  }
  const { sentence, blank, notes } = data;
  if (typeof sentence !== 'string' || typeof blank !== 'boolean') {
    return null;
  }
  const read = notes === null ? null : readNotes(notes);
  return read === undefined ? null : { kind: 'slide', sentence, blank, notes: read };
}

function readNotes(data: unknown): SpeakerNotes | undefined {
  if (!isRecord(data)) {
    return;
  }
  const { title, beat, beats, sentence, note, answer, next, begun, planned, away } = data;
  const texts = [title, sentence, note].every((text) => typeof text === 'string');
  const numbers = [beat, beats, begun, planned].every((n) => Number.isSafeInteger(n));
  const isNext = next === null || typeof next === 'string';
  const isAnswer =
    answer === null ||
    (isRecord(answer) && typeof answer['right'] === 'string' && typeof answer['why'] === 'string');
  return texts && numbers && isNext && isAnswer && typeof away === 'boolean'
    ? (data as unknown as SpeakerNotes)
    : undefined;
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);
