// Which plural form English takes for a count; apart from the catalogues, which are large and come later.

import type { PluralRule } from './icu.ts';

export const PLURAL_RULE_EN: PluralRule = (count) => (count === 1 ? 'one' : 'other');
