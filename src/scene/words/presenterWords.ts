import { PRESENTER_EN } from './messagesOfPresenter.en.ts';
import { wordsOf } from './words.ts';

/** The words of presenting. */
export const presenterWords = wordsOf(PRESENTER_EN);

/** '3:07' of 187 seconds. */
export function minutesText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
