// The commutativity square in words and marks: now at the top, one order on each side, both ends at the bottom.

import type { Command, Core, Square, SquareSide } from '../../engine/index.ts';
import type { Identities } from '../run/identity.ts';
import type { TableKey } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { type NodeMark, nodeMarks } from './nodeMarks.ts';
import { versionOfTable } from './versionOfTable.ts';

export interface SquareCorner {
  readonly title: string;
  readonly nodes: readonly NodeMark[];
}

export interface SquareBranch {
  readonly middle: SquareCorner | null;
  readonly end: SquareCorner | null;
  readonly problem: string | null;
  readonly commands: readonly [Command, Command];
  readonly about: string;
}

export interface SquareView {
  readonly outcome: 'equal' | 'later' | 'unequal' | 'impossible';
  readonly sentence: string;
  readonly now: SquareCorner;
  readonly sides: readonly [SquareBranch, SquareBranch];
  readonly differences: readonly string[];
}

interface Context {
  readonly core: Core;
  readonly square: Square;
  /** The two things, in words. */
  readonly names: readonly [string, string];
  readonly identities: Identities;
  readonly table: TableKey | null;
}

export function squareViewOf(context: Context): SquareView {
  const { core, square, names } = context;
  const corner = (title: string, at: Core | null): SquareCorner | null =>
    at === null ? null : { title, nodes: marksOf(at, context) };
  const side = ({ commands, middle, end, problem }: SquareSide, i: 0 | 1): SquareBranch => ({
    commands,
    middle: corner(label('square-after', { what: names[i] }), middle),
    end: corner(label('square-end', {}), end),
    problem,
    about: label('square-about', { what: names[i] }),
  });
  return {
    outcome: outcomeOf(square),
    sentence: sentenceOf(square),
    now: { title: label('square-now', {}), nodes: marksOf(core, context) },
    sides: [side(square.sides[0], 0), side(square.sides[1], 1)],
    differences: [
      ...square.differences.map(({ node, what }) => label(`differs-${what}`, { node })),
      ...square.onTheWay.map(({ side: i, message }) => label('differs-message', { what: names[i], message })),
    ],
  };
}

function marksOf(core: Core, { identities, table }: Context): readonly NodeMark[] {
  return nodeMarks(
    identities,
    core.nodes.map((node) => ({ node: node.id, up: node.up, version: versionOfTable(node, table) })),
  );
}

function outcomeOf({ equal, later }: Square): SquareView['outcome'] {
  return equal === null ? 'impossible' : equal ? 'equal' : later === 'same' ? 'later' : 'unequal';
}

function sentenceOf({ equal, later, sides }: Square): string {
  if (equal === null) {
    return label('square-impossible', { why: sides.find(({ problem }) => problem !== null)?.problem ?? '' });
  }
  if (equal) {
    return label('square-equal', {});
  }
  return later === 'same'
    ? label('square-later', {})
    : label(later === 'different' ? 'square-unequal' : 'square-unknown', {});
}
