import { PAGE_EN } from './messagesOfPage.en.ts';
import { wordsOf } from './words.ts';

/** Words of the page itself. */
export const pageWords = wordsOf(PAGE_EN);
