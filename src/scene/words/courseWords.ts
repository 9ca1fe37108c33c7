// The words around and in lessons, filled in. Apart from say.ts, because the first screen needs these and not the whole
// catalogue.

import { formatMessage, type Message, parseMessage } from './icu.ts';
import type { Slots } from './icuSlots.ts';
import { COURSE_EN, type CourseWord } from './messagesOfCourse.en.ts';
import { PLURAL_RULE_EN } from './pluralRule.en.ts';

const parsed = new Map<string, Message>();

function messageOf(template: string): Message {
  const message = parsed.get(template) ?? parseMessage(template);
  parsed.set(template, message);
  return message;
}

export function courseWord<K extends CourseWord>(id: K, values: Slots<(typeof COURSE_EN)[K]>): string {
  return formatMessage(messageOf(COURSE_EN[id]), values, PLURAL_RULE_EN);
}

/** A message of a lesson's own catalogue; it has no slots. */
export const lessonText = (message: string): string => formatMessage(messageOf(message), {}, PLURAL_RULE_EN);
