// The words of moving in time, by id. Apart from say.ts, because the first screen needs these and not the whole catalogue.

import { formatMessage, type Message, parseMessage } from './icu.ts';
import type { Slots } from './icuSlots.ts';
import { TIME_EN } from './messagesOfTime.en.ts';
import { PLURAL_RULE_EN } from './pluralRule.en.ts';

type TimeWordId = keyof typeof TIME_EN;

const parsed = new Map<TimeWordId, Message>();

export function timeWord<K extends TimeWordId>(id: K, values: Slots<(typeof TIME_EN)[K]>): string {
  const message = parsed.get(id) ?? parseMessage(TIME_EN[id]);
  parsed.set(id, message);
  return formatMessage(message, values, PLURAL_RULE_EN);
}
