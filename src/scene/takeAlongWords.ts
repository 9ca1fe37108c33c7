import { TAKE_ALONG_EN } from './messagesOfTakeAlong.en.ts';
import { wordsOf } from './words.ts';

export type TakeAlongId = keyof typeof TAKE_ALONG_EN;

/** The words of taking a run along. */
export const takeAlong = wordsOf(TAKE_ALONG_EN);
