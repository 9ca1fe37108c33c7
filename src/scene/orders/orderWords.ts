import { ORDERS_PAGE_EN } from '../words/messagesOfOrdersPage.en.ts';
import { wordsOf } from '../words/words.ts';

/** Words of the drawer that asks for every order. */
export const orderWords = wordsOf(ORDERS_PAGE_EN);
