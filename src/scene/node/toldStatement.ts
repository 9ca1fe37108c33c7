// What a client told a node: the statement by which it came to its present version, as CQL. A click teaches the language of
// the field where it was made, and a version that came from another node says so by having none.

import type { NodeState, Statement, Timeline } from '../../engine/index.ts';
import { statementCql } from '../../engine/index.ts';
import { type Moment, versionOnShard } from '../run/moment.ts';
import { madeKey } from '../run/statementWords.ts';
import type { ToldStatement } from '../shape/scene.ts';

type Told = Readonly<Record<'pressed' | 'past', ToldStatement | null>>;

const NOTHING: Told = { pressed: null, past: null };

const kept = new WeakMap<Statement, Told>();

/** The same objects for the same statement: a card that stays the same is not drawn again. */
function told(statement: Statement): Told {
  const known = kept.get(statement) ?? inParts(statement);
  kept.set(statement, known);
  return known;
}

function inParts(statement: Statement): Told {
  const [, table, change] = WITH_TABLE.exec(statementCql(statement, null)) ?? [];
  if (statement.kind !== 'alter-table' || table === undefined || change === undefined) {
    return NOTHING;
  }
  const past = { table, change, adds: false };
  return { past, pressed: { ...past, adds: statement.changes.some(({ kind }) => kind === 'add') } };
}

/** No table's name has a space in it, quoted or not. */
const WITH_TABLE = /^(ALTER TABLE \S+) (.*);$/s;

export function toldOf(moment: Moment, node: NodeState): ToldStatement | null {
  const { statements, step, timeline } = moment;
  const version = versionOnShard(moment, node, 0);
  const makers = version === null ? [] : (statements.makers.get(madeKey(node.id, version)) ?? []);
  const learnedAt = ({ id }: Statement): number => statements.learnedAt.get(id) ?? Number.POSITIVE_INFINITY;
  const statement = makers.findLast((one) => learnedAt(one) <= step);
  if (statement === undefined) {
    return null;
  }
  const { pressed, past } = told(statement);
  return isAtOnce(timeline, learnedAt(statement), step) ? pressed : past;
}

/** How many steps those who change a schema at the same moment take at most, on nine nodes. */
const AT_ONCE_STEPS_MAX = 18;

/** Nothing has happened since but that others were told to change the schema too. */
const isAtOnce = ({ steps }: Timeline, from: number, to: number): boolean =>
  to - from <= AT_ONCE_STEPS_MAX &&
  steps.slice(from, to).every(({ command }) => command.kind === 'alter-table' || command.kind === 'merge');
