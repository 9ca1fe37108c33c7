// The picture of S1 to S12 at their decisive steps, as text: who stands where, column ids, entries with their versions,
// what is on its way, what is said. Read the difference when one changes: the picture must still be true.

import { expect, test } from 'vitest';
import { type Play, play } from '../../engine/scenarios/play.test-support.ts';
import { project } from '../project.ts';
import type { Scene } from '../shape/scene.ts';
import { textOf } from '../text/describe.ts';

const sceneOf = ({ timeline }: Play): Scene =>
  project(
    timeline,
    { step: timeline.steps.length, fraction: 0 },
    { selection: null, tableKey: null, naming: 'lesson' },
  );

/** The decisive moments of a scenario, one picture a line of its story. */
type Story = Readonly<Record<string, Play>>;

const pictures = (story: Story): string =>
  Object.entries(story)
    .map(([title, moment]) => `──── ${title}\n${textOf(sceneOf(moment))}\n`)
    .join('\n');

const CD = ['pk int key', 'b int', 'd int'];

function s01(protections = {}): Story {
  const stored = play({ nodes: ['A', 'B'], table: CD, protections }).insert(
    'A',
    1,
    { b: 1, d: 2 },
    { at: 20 },
  );
  const altered = stored.alter('A', 30, '+c int').alter('A', 40, '+a int').lose('DEFINITIONS_UPDATE A>B');
  return {
    'stored under V0': stored.drain(),
    'two columns later': altered,
    'read on A': altered.select('A', 1),
  };
}

function s02(protections = {}): Story {
  const parted = play({ protections }).alter('A', 100, '+x int').alter('B', 105, '+y int');
  const one = parted.deliver('DEFINITIONS_UPDATE A>B');
  return {
    'A at X, B at Y': parted,
    'B hears of x': one,
    'all pushes have arrived': one.deliver('DEFINITIONS_UPDATE'),
  };
}

function s03(protections = {}): Story {
  const sent = play({ protections })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>')
    .insert('A', 1, { a: 7, x: 9 }, { at: 110, consistency: 'QUORUM', id: 'w' });
  const arrived = sent.deliver('MUTATION A>B w');
  return { 'the write is sent': sent, 'it reaches B': arrived, 'everything has arrived': arrived.drain() };
}

function s04(protections = {}): Story {
  const met = play({ nodes: ['A', 'B'], protections })
    .alter('A', 100, '+x int')
    .alter('B', 105, '+y int')
    .lose('DEFINITIONS_UPDATE A>B', 'DEFINITIONS_UPDATE B>A')
    .insert('B', 1, { a: 1, y: 5 }, { at: 106, id: 'wy' })
    .lose('MUTATION B>A wy')
    .insert('A', 1, { x: 9 }, { at: 110, id: 'wx', consistency: 'ALL' });
  return { 'a write of X on its way to Y': met, 'B has applied it': met.drain() };
}

function s05(protections = {}): Story {
  const altered = play({ nodes: ['A', 'B'], protections })
    .insert('A', 3, { a: 3 }, { at: 23 })
    .insert('A', 4, { a: 4 }, { at: 24 })
    .flush('A')
    .evict('A', 4)
    .insert('A', 1, { a: 1 }, { at: 31 })
    .insert('A', 2, { a: 2 }, { at: 32 })
    .alter('A', 100, '+c int');
  const V0 = play({ nodes: ['A', 'B'] }).version('A');
  return {
    'nothing is rewritten': altered,
    'row 1 is read': altered.select('A', 1),
    'a reader of V0 asks for row 3': altered.select('A', 3, { as: V0 }),
    'row 4 comes from disk': altered.select('A', 4),
  };
}

function s06(protections = {}): Story {
  const dropped = play({ nodes: ['A'], table: ['pk int key', 'a int', 'c text'], protections })
    .insert('A', 1, { c: 'old' }, { at: 50 })
    .insert('A', 2, { c: 'old' }, { at: 51 })
    .alter('A', 100, '-c');
  const touched = dropped.select('A', 1);
  const back = touched.alter('A', 120, '+c text');
  return {
    'c is dropped': dropped,
    'row 1 is touched': touched,
    'c is back': back,
    'row 2 is read': back.select('A', 2),
  };
}

function s07(protections = {}): Story {
  const back = play({ nodes: ['A', 'B'], protections })
    .alter('A', 100, '+b int')
    .deliver('DEFINITIONS_UPDATE A>B')
    .insert('B', 2, { b: 2 }, { at: 150, id: 'cold' })
    .lose('MUTATION B>A cold')
    .alter('A', 200, '-b')
    .deliver('DEFINITIONS_UPDATE A>B')
    .alter('A', 300, '+b int')
    .lose('DEFINITIONS_UPDATE A>B');
  const sent = back.insert('A', 1, { a: 1, b: 9 }, { at: 310, id: 'w', consistency: 'ALL' });
  return { 'b is added again, unheard by B': back, 'a write of it has arrived': sent.drain() };
}

function s08(protections = {}): Story {
  const tied = play({ table: ['pk int key', 'ck int clustering', 'a int'], protections })
    .alter('A', 100, '+c int static')
    .alter('B', 100, '+c text');
  return {
    'one timestamp, two columns c': tied,
    'all pushes have arrived': tied.deliver('DEFINITIONS_UPDATE'),
  };
}

function s09(protections = {}): Story {
  const apart = play({ table: ['pk int key', 'a int', 'x int'], protections })
    .insert('A', 1, { a: 1, x: 2 }, { at: 50, consistency: 'ALL' })
    .drain()
    .alter('A', 100, '-x')
    .alter('B', 105, '+y int');
  const met = apart.deliver('DEFINITIONS_UPDATE');
  return {
    'A drops x, B adds y': apart,
    'all pushes have arrived': met,
    'row 1 is read': met.select('A', 1),
  };
}

function s10(protections = {}): Story {
  const restarted = play({ protections })
    .insert('A', 9, { a: 0 }, { at: 20, id: 'cold', consistency: 'ALL' })
    .drain()
    .prepare('A', 'ins')
    .alter('A', 100, '"hello')
    .drain()
    .operate('crash', 'B')
    .operate('restart', 'B')
    .drain();
  const sent = restarted.insert('A', 1, { a: 1 }, { prepared: 'ins', consistency: 'ALL', id: 'w1' });
  return {
    'B is back and knows V1 only': restarted,
    'a write of V0 reaches B': sent.deliver('MUTATION A>B w1'),
    'it is applied': sent.drain(),
  };
}

function s11(protections = {}): Story {
  const lost = play({ nodes: ['A', 'C'], protections })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>C');
  const heard = lost.gossip('A', 'C');
  return { 'the push is lost': lost, 'gossip tells C': heard, 'a minute later': heard.settle() };
}

function s12(protections = {}): Story {
  const half = play({ nodes: ['A'], shards: 2, protections: { publishToAllShards: false, ...protections } })
    .begin('A', 100, '+x int')
    .deliver('merge A')
    .deliver('publish A.0');
  return { 'shard 0 has switched': half, 'both have': half.drain() };
}

test.each<[string, Story]>([
  ['s01', s01()],
  ['s01.versionTags-off', s01({ versionTags: false })],
  ['s02', s02()],
  ['s02.cellwiseMerge-off', s02({ cellwiseMerge: false })],
  ['s03', s03()],
  ['s03.unsynced', s03({ syncBeforeApply: 'convertToMine', syncedCheck: false })],
  ['s04', s04()],
  ['s04.convertToMine', s04({ syncBeforeApply: 'convertToMine', syncedCheck: false })],
  ['s05', s05()],
  ['s05.eager', s05({ lazyUpgrade: false })],
  ['s06', s06()],
  ['s06.droppedAt-off', s06({ droppedAt: false })],
  ['s07', s07()],
  ['s07.definition', s07({ versionHash: 'definition' })],
  ['s08', s08()],
  ['s08.tieBreak-off', s08({ deterministicTieBreak: false })],
  ['s09', s09()],
  ['s09.onlyChanges', s09({ alterWritesOnlyChanges: true })],
  ['s10', s10()],
  ['s11', s11()],
  ['s11.gossipPull-off', s11({ gossipPull: false })],
  ['s12', s12()],
])('the picture of %s', async (name, story) => {
  await expect(pictures(story)).toMatchFileSnapshot(`./${name}.txt`);
});
