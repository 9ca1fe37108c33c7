// Words of the console's input.

import { label } from '../words/say.ts';

/** How far a text of several statements has come, when it stopped; '' for a single one: it stands above, refused. */
export function keptText({ done, count }: { readonly done: number; readonly count: number }): string {
  return count > 1 ? label('console-stopped', { done: String(done), count }) : '';
}
