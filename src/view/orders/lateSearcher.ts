import type { Searcher } from '../../store/automation/automationOfOrders.ts';

/** The searcher of scripts: its code and its worker come with the first search. */
export const lateSearcher: Searcher = {
  explore: async (core, options) => (await import('./searcher.ts')).searcher.explore(core, options),
  square: async (core, a, b) => (await import('./searcher.ts')).searcher.square(core, a, b),
};
