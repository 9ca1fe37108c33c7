import { DIALOGS_EN } from './messagesOfDialogs.en.ts';
import { wordsOf } from './words.ts';

/** Words of dialogs, drawers and panels. */
export const dialogWords = wordsOf(DIALOGS_EN);
