// What a client told a node: the statement by which it came to its present version, as CQL. A click teaches the language of
// the field where it was made, and a version that came from another node says so by having none.

import type { NodeState, Statement, Timeline } from '../../engine/index.ts';
import { statementCql } from '../../engine/index.ts';
import { type Moment, versionOnShard } from '../run/moment.ts';
import { madeKey } from '../run/statementWords.ts';
import type { ToldStatement } from '../shape/scene.ts';

/** No table's name has a space in it, quoted or not. */
const WITH_TABLE = /^(ALTER TABLE \S+) (.*);$/s;

export function toldOf(moment: Moment, node: NodeState): ToldStatement | null {
  const { statements, step, timeline } = moment;
  const version = versionOnShard(moment, node, 0);
  const makers = version === null ? [] : (statements.makers.get(madeKey(node.id, version)) ?? []);
  const learnedAt = ({ id }: Statement): number => statements.learnedAt.get(id) ?? Number.POSITIVE_INFINITY;
  const statement = makers.findLast((one) => learnedAt(one) <= step);
  if (statement?.kind !== 'alter-table') {
    return null;
  }
  const [, table = '', change = ''] = WITH_TABLE.exec(statementCql(statement, null)) ?? [];
  const isAddition = statement.changes.some(({ kind }) => kind === 'add');
  return { table, change, adds: isAddition && isAtOnce(timeline, learnedAt(statement), step) };
}

/** How many steps those who change a schema at the same moment take at most, on nine nodes. */
const AT_ONCE_STEPS_MAX = 18;

/** Nothing has happened since but that others were told to change the schema too. */
const isAtOnce = ({ steps }: Timeline, from: number, to: number): boolean =>
  to - from <= AT_ONCE_STEPS_MAX &&
  steps.slice(from, to).every(({ command }) => command.kind === 'alter-table' || command.kind === 'merge');
