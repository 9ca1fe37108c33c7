// What a message is called when it is not what its verb says: an answer about a version that is not known, a write that is
// the repair of a read.

import { expect, test } from 'vitest';
import {
  type CommandDraft,
  PROTECTIONS_2016,
  pendingChoices,
  replicasOf,
  stateAt,
  type Timeline,
} from '../../engine/index.ts';
import { add, doPending, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import type { Scene } from '../shape/scene.ts';

const sceneOf = (run: Timeline): Scene =>
  project(run, { step: run.steps.length, fraction: 0 }, { selection: null, tableKey: null });
const messages = (run: Timeline) => stateAt(run, run.steps.length).core.messages;

/** A change of the schema that only its own node hears of. */
function unheard(run: Timeline, node: string, column: string): Timeline {
  const asked = play(run, add(node, column));
  const pushes = messages(asked).filter(({ verb }) => verb === 'DEFINITIONS_UPDATE');
  const lost = pushes.map(({ key }): CommandDraft => ({ kind: 'lose', message: key }));
  return doPending(play(asked, ...lost), ({ kind }) => kind === 'merge');
}

const delivered = (run: Timeline, verb: string): Timeline =>
  play(run, { kind: 'deliver', message: messages(run).find((one) => one.verb === verb)?.key ?? '' });

test('an answer that a version is not known is not told as its definition', () => {
  const protections = { ...PROTECTIONS_2016, coordinatorHoldsSchema: false };
  const start = usersRun({ replicationFactor: 1, protections });
  const [owner = ''] = replicasOf('00000001', start.config);
  const other = owner === 'A' ? 'B' : 'A';
  const write: CommandDraft = {
    kind: 'insert',
    node: other,
    ...TABLE,
    key: { id: 1 },
    values: { email: 'ada@x' },
    consistency: 'ONE',
  };
  const sent = unheard(play(unheard(start, other, 'email'), write), other, 'nick');
  const asked = delivered(delivered(sent, 'MUTATION'), 'GET_SCHEMA_VERSION');
  const scene = sceneOf(asked);
  expect(scene.inFlight.map(({ text, label }) => [text, label])).toContainEqual([
    'V1 is unknown',
    `Answer that V1 is unknown, ${other} to ${owner}`,
  ]);
  expect(scene.narration.more).toContain(`${other} tells ${owner} that it does not know V1.`);
  expect(scene.next?.label).toBe(`${owner} hears that ${other} does not know V1`);
  const heard = sceneOf(delivered(asked, 'SCHEMA_VERSION_REPLY'));
  expect(heard.narration.more).toContain(`${owner} hears that ${other} does not know V1.`);
  expect(heard.loom.strokes.at(-1)?.sentence).toBe(
    `Answer that V1 is unknown, ${other} to ${owner}, delivered`,
  );
});

test('what a read writes back is a repair', () => {
  let run = play(usersRun({ nodes: ['A', 'B'] }), {
    kind: 'insert',
    node: 'A',
    ...TABLE,
    key: { id: 1 },
    values: { name: 'Eve' },
    consistency: 'ONE',
  });
  run = settled(play(run, { kind: 'lose', message: messages(run)[0]?.key ?? '' }));
  run = play(run, { kind: 'select', node: 'A', ...TABLE, key: { id: 1 }, consistency: 'ALL' });
  for (let i = 0; i < 12 && !messages(run).some(({ verb }) => verb === 'MUTATION'); i++) {
    const [next] = pendingChoices(stateAt(run, run.steps.length));
    run = next === undefined ? run : play(run, next.command);
  }
  const scene = sceneOf(run);
  expect(scene.inFlight.map(({ text, label }) => [text, label])).toEqual([
    ['repair', 'Repair at V0, A to B'],
  ]);
  expect(scene.next?.label).toBe('the repair reaches B');
  expect(sceneOf(delivered(run, 'MUTATION')).narration.more).toContain('B confirms the repair to A.');
});
