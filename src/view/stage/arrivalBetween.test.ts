import { expect, test } from 'vitest';
import { pendingChoices, stateAt } from '../../engine/index.ts';
import { add, play, usersRun } from '../../scene/firstMinute.test-support.ts';
import { project, projectOn } from '../../scene/project.ts';
import { ARRIVAL } from '../../scene/shape/arrival.ts';
import type { Scene } from '../../scene/shape/scene.ts';
import { arrivalBetween } from './arrivalBetween.ts';

// Node A adds a column and merges it itself (two steps), then its push arrives at B.
const changed = play(usersRun(), add('A', 'email'));
const merged = play(
  changed,
  ...pendingChoices(stateAt(changed, changed.steps.length))
    .filter(({ message }) => message === null)
    .slice(0, 1)
    .map(({ command }) => command),
);
const push = pendingChoices(stateAt(merged, merged.steps.length)).find(({ to }) => to === 'B');
const run = push === undefined ? merged : play(merged, push.command);
const last = run.steps.length;

const options = { selection: null, tableKey: null };

const at = (step: number, fraction: number): Scene => project(run, { step, fraction }, options);

const arriving = (earlier: Scene): Scene => projectOn(run, earlier, ARRIVAL, options);

function between(from: number, to: number, branch = 0): Scene | null {
  return arrivalBetween({ scene: at(from, 0), branch: 0 }, { scene: at(to, 0), arriving }, branch);
}

/** Versions of the nodes, as the cards show them. */
const versions = ({ nodes }: Scene) => nodes.map(({ node, identity }) => `${node} ${identity?.name}`);

test('forth or back over an arrival, the earlier picture stands until the message is in its lane', () => {
  const arrival = between(last - 1, last);
  expect(arrival).toEqual(at(last - 1, ARRIVAL));
  expect(between(last, last - 1)).toEqual(arrival);
  expect(arrival && versions(arrival)).toEqual(versions(at(last - 1, 0)));
  expect(arrival && versions(arrival)).not.toEqual(versions(at(last, 0)));
  const lane = arrival?.loom.lanes.find(({ node }) => node === 'B')?.x;
  const envelope = arrival?.inFlight.find(({ to }) => to === 'B');
  expect((envelope?.x ?? 0) + (envelope?.w ?? 0) / 2).toBeCloseTo(lane ?? Number.NaN);
});

test('no arrival: where nothing arrives, further than a step, or from another branch', () => {
  expect(between(last - 2, last - 1)).toBeNull();
  expect(between(last - 2, last)).toBeNull();
  expect(between(last - 1, last, 1)).toBeNull();
  expect(
    arrivalBetween({ scene: at(last - 1, 0), branch: 0 }, { scene: at(last - 1, 0.7), arriving }, 0),
  ).toBeNull();
});
