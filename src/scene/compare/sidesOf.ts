// Which two sides a comparison means, given the branches that there are and where the playhead stands. Branches are
// compared after equally many steps, so that moving the playhead moves both.

import { stateAt, type Timeline } from '../../engine/index.ts';
import { label } from '../words/say.ts';
import type { Side, Sides } from './comparison.ts';

/** As a person asks for it: nodes by name, moments by step, branches by index. */
export type Asked =
  | { readonly kind: 'nodes'; readonly a: string; readonly b: string }
  | { readonly kind: 'moments' | 'branches'; readonly a: number; readonly b: number };

export interface Tree {
  readonly branches: readonly {
    readonly name: string;
    readonly timeline: Timeline;
    readonly from: { readonly branch: number } | null;
  }[];
  readonly current: number;
  readonly step: number;
}

/** Null when a side does not exist, as after a smaller run has been opened. */
export function sidesOf(asked: Asked, tree: Tree): Sides | null {
  const screen = tree.branches[tree.current]?.timeline;
  if (screen === undefined) {
    return null;
  }
  switch (asked.kind) {
    case 'nodes': {
      const side = (node: string): Side => ({ title: node, timeline: screen, step: tree.step, node });
      const known = stateAt(screen, tree.step).core.config.nodes;
      return known.includes(asked.a) && known.includes(asked.b)
        ? { mode: 'nodes', was: side(asked.a), is: side(asked.b) }
        : null;
    }
    case 'moments': {
      const side = (step: number): Side => ({
        title: label('compare-side-moment', { step }),
        timeline: screen,
        step,
        node: null,
      });
      return Math.max(asked.a, asked.b) <= screen.steps.length
        ? { mode: 'moments', was: side(asked.a), is: side(asked.b) }
        : null;
    }
    default: {
      const [a, b] = [tree.branches[asked.a], tree.branches[asked.b]];
      const side = (branch: Tree['branches'][number]): Side => ({
        title: branch.name,
        timeline: branch.timeline,
        step: tree.step,
        node: null,
      });
      return a === undefined || b === undefined ? null : { mode: 'branches', was: side(a), is: side(b) };
    }
  }
}

/** What is worth comparing first: the branch on the screen with the one that it left, or else two nodes. */
export function firstAsked({ branches, current, step }: Tree): Asked {
  if (branches.length > 1) {
    const a = current === 0 ? 1 : (branches[current]?.from?.branch ?? 0);
    return { kind: 'branches', a, b: current };
  }
  const here = branches[current]?.timeline;
  const [a, b] = here === undefined ? [] : stateAt(here, step).core.config.nodes;
  return a !== undefined && b !== undefined ? { kind: 'nodes', a, b } : { kind: 'moments', a: 0, b: step };
}
