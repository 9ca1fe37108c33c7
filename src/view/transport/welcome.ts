// The first sentence of all: what one looks at, and what to do. It stands until the first step is taken.

import { pageWords } from '../../scene/words/pageWords.ts';

export function welcome(nodes: readonly string[], tables: number): string {
  const [first = 'A', second] = nodes;
  if (tables === 0) {
    return pageWords('welcome-no-table');
  }
  return second === undefined
    ? pageWords('welcome-one', { tables, first })
    : pageWords('welcome-many', { nodes: nodes.length, tables, first, second });
}
