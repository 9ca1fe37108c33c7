import { TAKE_ALONG_EN } from './messagesOfTakeAlong.en.ts';
import { wordsOf } from './words.ts';

export type TakeAlongId = keyof typeof TAKE_ALONG_EN;

/** The words of taking a run along. */
export const takeAlong = wordsOf(TAKE_ALONG_EN);

/** What a film says where a chapter of a lesson begins. */
export type ChapterName = 'setup' | 'part' | 'predict' | 'agree' | 'switch' | 'challenge';
export const chapterWord = (chapter: ChapterName): string => takeAlong(`chapter-${chapter}`);
