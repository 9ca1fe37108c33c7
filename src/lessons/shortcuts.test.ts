// A person may do more than a lesson's challenge needs: stop nodes, cut links, drop the table, let time pass. None of it may
// reach the goal in fewer moves than par, as far as a bounded search sees: some two moves deep.

import { expect, test } from 'vitest';
import type { CommandDraft, Config } from '../engine/index.ts';
import { LESSONS } from './catalogue.ts';
import { shortestWay } from './goal.ts';
import { TRY } from './lesson.ts';
import { crash, restart, skew, statementsOf } from './moves.ts';
import { playedLesson } from './playedLesson.ts';
import { KEYSPACE } from './usersTable.ts';

const STATES_MAX = 2_000;
const SECOND = 1_000_000;

/** What the page offers on every node and every link, whatever a lesson is about. */
function anything({ nodes, setup }: Config): readonly CommandDraft[] {
  const table = setup.flatMap((one) => (one.kind === 'create-table' ? [one.table] : []))[0] ?? '';
  const { alter, evict, flush, insert, select } = statementsOf(KEYSPACE, table, 'id');
  const links = nodes.flatMap((a, i) => nodes.slice(i + 1).map((b) => ({ a, b })));
  return [
    ...nodes.flatMap((node): readonly CommandDraft[] => [
      crash(node),
      restart(node),
      flush(node),
      evict(node),
      skew(node, SECOND),
      { kind: 'compact', node, keyspace: KEYSPACE, table },
      { kind: 'expire-tombstones', node },
      { kind: 'drop-table', node, keyspace: KEYSPACE, table },
      ...['-name', '-email', '-phone', '+email text', '+nick text', '"other'].map((change) =>
        alter(node, change),
      ),
      select(node, 1, { level: 'ALL' }),
      insert(node, 1, { name: 'Eve' }, { level: 'ALL' }),
      insert(node, 7, { name: 'Eve' }),
    ]),
    ...links.flatMap((link): readonly CommandDraft[] => [
      { kind: 'cut', ...link },
      { kind: 'heal', ...link },
    ]),
    { kind: 'wait', micros: 100 * SECOND },
  ];
}

const TRIED = LESSONS.flatMap((lesson) => {
  const start = playedLesson(lesson).runs.find(({ id }) => id === TRY)?.timeline;
  const { id, config, challenge } = lesson;
  return challenge === undefined || start === undefined ? [] : [{ id, config, challenge, start }];
});

test.each(TRIED)('$id: nothing else that one can do is a shortcut to the goal', (lesson) => {
  const { challenge, config, start } = lesson;
  const may = [...challenge.may, ...anything(config)];
  const found = shortestWay({ ...challenge, may, mayLose: true }, start, start.steps.length, STATES_MAX);
  expect(found).toMatchObject({ ok: true });
  const { moves = null, commands = null } = found.ok ? found.value : {};
  expect(moves !== null && moves < challenge.par ? commands : null).toBeNull();
});
