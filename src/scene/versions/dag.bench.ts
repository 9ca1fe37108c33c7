// What a table with hundreds of versions costs: the first look at a run that has them, one step on, and its layout.

import { bench, describe } from 'vitest';
import type { CommandDraft, Timeline } from '../../engine/index.ts';
import { add, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { momentAt } from '../run/moment.ts';
import { freshDag } from './dag.ts';
import { dagPicture, dagWindow } from './dagPicture.ts';

const OPTIONS = { selection: null, tableKey: null } as const;
const VERSIONS = 300;
const ROOM = { width: 434, height: 250, unit: 1, detail: 'full' } as const;

function comment(node: string, text: string): CommandDraft {
  return { kind: 'alter-table', node, ...TABLE, changes: [{ kind: 'comment', comment: text }] };
}

/** Two nodes change the table at once, again and again: a diamond each time, and now and then a column. */
function manyVersions(): Timeline {
  let run = usersRun();
  for (
    let round = 0;
    freshDag(momentAt(run, { step: run.steps.length, fraction: 0 }, OPTIONS), null).nodes.length < VERSIONS;
    round++
  ) {
    const first = round % 5 === 0 && round < 200 ? add('A', `c${round}`) : comment('A', `a${round}`);
    run = settled(play(run, first, comment('B', `b${round}`)));
  }
  return run;
}

const run = manyVersions();
const end = { step: run.steps.length, fraction: 0 };

describe(`a DAG of ${VERSIONS} versions`, () => {
  bench('the first look', () => {
    // A copy of the start has no index yet: order, places and words are made anew.
    const fresh = { ...run, start: { ...run.start }, steps: run.steps.map((step) => ({ ...step })) };
    freshDag(momentAt(fresh, end, OPTIONS), null);
  });

  let back = 0;
  bench('a look at another step', () => {
    back = (back + 7) % run.steps.length;
    freshDag(momentAt(run, { step: run.steps.length - back, fraction: 0 }, OPTIONS), null);
  });

  const dag = freshDag(momentAt(run, end, OPTIONS), null);
  bench('its layout for a panel', () => {
    const picture = dagPicture(dag, ROOM);
    dagWindow(picture, picture.height - 500, picture.height);
  });
});
