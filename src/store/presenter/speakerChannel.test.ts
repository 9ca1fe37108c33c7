import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concurrentAdd } from '../../lessons/course/concurrentAdd.ts';
import { FIRST_SEED, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import { readSlideMessage, readSpeakerMessage } from './speakerChannel.ts';
import { speakerNotes } from './speakerNotes.ts';

function inLesson() {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen(), theme: 'light' });
  session.openLesson(concurrentAdd);
  return session;
}

describe('the notes of a speaker', () => {
  test('tell the beat that is shown, what comes next, and the time that is planned', () => {
    const session = inLesson();
    session.goToBeat(1);
    const notes = speakerNotes(session.store.getState());
    const [first, second, third] = concurrentAdd.beats;
    expect(notes).toMatchObject({
      beat: 1,
      beats: concurrentAdd.beats.length,
      sentence: concurrentAdd.texts[second?.id ?? ''],
      note: concurrentAdd.texts[`${second?.id}.note`],
      next: concurrentAdd.texts[third?.id ?? ''],
      begun: first?.seconds,
      away: false,
      answer: null,
    });
    expect(notes?.planned).toBe(concurrentAdd.beats.reduce((sum, { seconds }) => sum + seconds, 0));
  });

  test('tell the right answer where the lesson asks, before it is shown', () => {
    const session = inLesson();
    const at = concurrentAdd.beats.findIndex(({ ask }) => ask !== undefined);
    session.goToBeat(at);
    const { id, ask } = concurrentAdd.beats[at] ?? {};
    expect(speakerNotes(session.store.getState())?.answer).toEqual({
      right: concurrentAdd.texts[`${id}.${(ask?.answer ?? 0) + 1}`],
      why: concurrentAdd.texts[`${id}.why`],
    });
  });

  test('have nothing after the last beat, and none without a lesson', () => {
    const session = inLesson();
    session.goToBeat(concurrentAdd.beats.length - 1);
    expect(speakerNotes(session.store.getState())?.next).toBeNull();
    const sandbox = createSession({ seed: FIRST_SEED, config: firstScreen(), theme: 'light' });
    expect(speakerNotes(sandbox.store.getState())).toBeNull();
  });
});

describe('what comes over the channel', () => {
  test('is read when it has the shape of a message', () => {
    const notes = speakerNotes(inLesson().store.getState());
    const slide = { kind: 'slide', notes, sentence: 'A merges.', blank: false };
    expect(readSlideMessage(structuredClone(slide))).toEqual(slide);
    expect(readSlideMessage({ ...slide, notes: null })).toEqual({ ...slide, notes: null });
    expect(readSpeakerMessage({ kind: 'next', more: 1 })).toEqual({ kind: 'next' });
  });

  test.each([
    ['no slide', { kind: 'next' }],
    ['a sentence that is none', { kind: 'slide', notes: null, sentence: 3, blank: false }],
    ['notes without a note', { kind: 'slide', notes: { title: 'x' }, sentence: '', blank: true }],
    ['a list', []],
    ['nothing', null],
  ])('is none when it is %s', (_what, data) => {
    expect(readSlideMessage(data)).toBeNull();
  });

  test('is never an exception', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const asked = readSpeakerMessage(data);
        expect(asked === null || typeof asked.kind === 'string').toBe(true);
        const slide = readSlideMessage(data);
        expect(slide === null || typeof slide.sentence === 'string').toBe(true);
      }),
    );
  });
});
