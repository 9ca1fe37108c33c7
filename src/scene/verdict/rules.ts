// Which protections of the 2016 merge are off, in a few words: the stage says so all the time.

import type { Protections } from '../../engine/index.ts';
import { PROTECTION_TABLE } from '../../engine/index.ts';
import { label, listed } from '../say.ts';
import type { RulesView } from '../scene.ts';
import { protectionName } from './protectionWords.ts';

export function rulesOf(protections: Protections): RulesView {
  const off = PROTECTION_TABLE.filter(({ id, on, since }) => since === '2016' && protections[id] !== on);
  const names = off.map(({ id }) => protectionName(id));
  return names.length === 0
    ? { badge: '', title: '' }
    : {
        badge: label('rules-off', { count: names.length, name: names[0] ?? '' }),
        title: label('rules-off-title', { names: listed(names) }),
      };
}
