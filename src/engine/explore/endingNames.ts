// What 2016 did not promise to spare anybody, by name, where the orders of a search end in it (SPEC P5, X15).

import type { AnomalyId } from '../sim/anomalies.ts';
import type { Command } from '../sim/command.ts';
import { namedOutcomes } from '../sim/named/namedOutcomes.ts';
import type { EndingGroup } from './endings.ts';
import type { Search } from './search.ts';
import { roughCommandsTo } from './trace.ts';

export type EndingNames = (search: Search, group: EndingGroup) => readonly AnomalyId[];

/** Groups that are looked at: a search tells a few of them, and one for each name. */
const LOOKS_MAX = 2_000;

/** `before` are the commands that led to the start. Each group is looked at once. */
export function createEndingNames(before: readonly Command[]): EndingNames {
  const known = new Map<number, readonly AnomalyId[]>();
  return (search, { first, core }) => {
    const seen = known.get(first);
    if (seen !== undefined || known.size === LOOKS_MAX) {
      return seen ?? [];
    }
    const names = namedOutcomes(core.config, [...before, ...roughCommandsTo(search, first)], core);
    known.set(first, names);
    return names;
  };
}
