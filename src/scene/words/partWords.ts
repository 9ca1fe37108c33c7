import { PARTS_EN } from './messagesOfParts.en.ts';
import { wordsOf } from './words.ts';

/** Words of what may be done with a selected column or row. */
export const partWords = wordsOf(PARTS_EN);
