import type { NodeEvent } from '../cluster/event.ts';
import type { Operation } from './command.ts';

/** Everything that can happen in a step (SPEC N6): what nodes tell, and what an operator did. */
export type SimEvent = NodeEvent | { readonly kind: 'operated'; readonly operation: Operation };
