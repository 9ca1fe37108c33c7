// Which protections of the 2016 merge are off, in a few words: the stage says so all the time.

import type { Protections } from '../../engine/index.ts';
import { offOf2016 } from '../../engine/index.ts';
import type { RulesView } from '../shape/scene.ts';
import { label, listed } from '../words/say.ts';
import { protectionName } from './protectionWords.ts';

export function rulesOf(protections: Protections): RulesView {
  const names = offOf2016(protections).map(({ id }) => protectionName(id));
  return names.length === 0
    ? { badge: '', title: '' }
    : {
        badge: label('rules-off', { count: names.length, name: names[0] ?? '' }),
        title: label('rules-off-title', { names: listed(names) }),
      };
}
