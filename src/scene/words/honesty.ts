// What the page says of itself, as parts with a title each.

import {
  HONESTY_DERIVED_EN,
  HONESTY_EN,
  HONESTY_LATER_EN,
  HONESTY_NOT_EN,
  HONESTY_RULES_EN,
  HONESTY_SIMPLE_EN,
} from './messagesOfHonesty.en.ts';

export interface HonestyPart {
  readonly title: string;
  readonly lines: readonly string[];
}

export const honestyLead = (): string => HONESTY_EN.lead;

export const honestyParts = (): readonly HonestyPart[] => [
  { title: HONESTY_EN['title-simple'], lines: HONESTY_SIMPLE_EN },
  { title: HONESTY_EN['title-derived'], lines: HONESTY_DERIVED_EN },
  { title: HONESTY_EN['title-not'], lines: HONESTY_NOT_EN },
  { title: HONESTY_EN['title-rules'], lines: HONESTY_RULES_EN },
  { title: HONESTY_EN['title-later'], lines: HONESTY_LATER_EN },
];
