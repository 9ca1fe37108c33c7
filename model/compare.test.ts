import { expect, test } from 'vitest';
import type { Config, Protections, Statement, TlcOptions } from '../src/engine/index.ts';
import { explore, exportForTlc } from '../src/engine/index.ts';
import { modelAt } from '../src/engine/sim/tla/exportForTlc.ts';
import { add, begun, drop, write } from './runs.test-support.ts';
import { searchModel } from './search.test-support.ts';
import { allStates, depthInModel, modelText } from './tlaChecker.test-support.ts';

/** One small cluster, its statements, and what else may happen. */
interface Small {
  readonly nodes: string;
  readonly queue: readonly Statement[];
  readonly gossipAndTimers?: TlcOptions['gossipAndTimers'];
  readonly losses?: number;
  readonly protections?: Partial<Protections>;
  readonly config?: Partial<Config>;
}

function exported(small: Small) {
  const { nodes, queue, gossipAndTimers = 'never', losses = 0, protections, config } = small;
  const timeline = begun(nodes, protections, config);
  const options: TlcOptions = { queue, gossipAndTimers, faults: { losses } };
  const files = exportForTlc(modelText(), timeline, 0, options);
  if (!files.ok) {
    throw new Error(files.problem);
  }
  const [spec = '', cfg = ''] = files.value.map(({ text }) => text);
  return { timeline, options, spec, cfg, withoutPromises: cfg.replace(/INVARIANTS[\s\S]*?(?=CHECK)/u, '') };
}

const ADD = add('A', 100, 'x');
const OTHER = add('B', 105, 'y');

const family: readonly (readonly [string, Small])[] = [
  ['2 nodes, an ADD', { nodes: 'AB', queue: [ADD] }],
  ['2 nodes, 2 ADDs', { nodes: 'AB', queue: [ADD, OTHER] }],
  ['2 nodes, 2 ADDs, gossip', { nodes: 'AB', queue: [ADD, OTHER], gossipAndTimers: 'whenQuiet' }],
  ['2 nodes, 2 ADDs on one of them', { nodes: 'AB', queue: [ADD, add('A', 105, 'y')] }],
  ['2 nodes, 3 ADDs', { nodes: 'AB', queue: [ADD, OTHER, add('A', 110, 'z')] }],
  ['3 nodes, an ADD, gossip', { nodes: 'ABC', queue: [ADD], gossipAndTimers: 'whenQuiet' }],
  ['3 nodes, 2 ADDs', { nodes: 'ABC', queue: [ADD, OTHER] }],
  [
    '2 nodes, DROP beside ADD, a push or a pull lost',
    { nodes: 'AB', queue: [drop('A', 100, 'a'), OTHER], losses: 1, gossipAndTimers: 'whenQuiet' },
  ],
  [
    '2 nodes, DROP and ADD again, beside an ADD',
    { nodes: 'AB', queue: [drop('A', 100, 'a'), add('A', 110, 'a'), OTHER] },
  ],
  ['2 nodes, DROPs of one column', { nodes: 'AB', queue: [drop('A', 100, 'a'), drop('B', 105, 'a')] }],
  [
    '2 nodes, DROP beside ADD, only changes written',
    { nodes: 'AB', queue: [drop('A', 100, 'a'), OTHER], protections: { alterWritesOnlyChanges: true } },
  ],
  [
    '2 nodes, a write of a new version, anything lost',
    { nodes: 'AB', queue: [ADD, write('A', 110, 'x')], losses: 1, gossipAndTimers: 'whenQuiet' },
  ],
  [
    '2 nodes, writes of an old version and of a new one to one row',
    { nodes: 'AB', queue: [write('A', 90, 'a'), OTHER, write('B', 110, 'y')] },
  ],
  [
    '2 nodes, a write beside a DROP, drop times forgotten',
    { nodes: 'AB', queue: [write('B', 90, 'a'), drop('A', 100, 'a')], protections: { droppedAt: false } },
  ],
  [
    '3 nodes, a write of a version that two nodes do not know',
    { nodes: 'ABC', queue: [ADD, write('A', 110, 'x')], config: { replicationFactor: 3 } },
  ],
  [
    '2 nodes, two writes of one version, sync forgotten',
    {
      nodes: 'AB',
      queue: [ADD, write('A', 110, 'x'), write('A', 120, 'x', 2)],
      protections: { rememberSynced: false },
    },
  ],
  [
    '2 nodes, an ADD, pulls without delay',
    {
      nodes: 'AB',
      queue: [ADD, OTHER],
      losses: 1,
      gossipAndTimers: 'whenQuiet',
      protections: { pullDelay: false },
    },
  ],
];

test.each(family)('T1 T3 the model and the engine have the very same states and endings: %s', (_, small) => {
  const { timeline, options, spec, withoutPromises } = exported(small);
  const model = modelAt(timeline, 0, options.queue);
  if (!model.ok) {
    throw new Error(model.problem);
  }
  const engine = searchModel(timeline.start.core, model.value, options);
  const checked = allStates(spec, withoutPromises);
  expect(checked.all).toEqual(engine.all);
  expect(checked.endings).toEqual(engine.endings);
  expect(checked.states).toBe(engine.cores);
  const found = explore(timeline.start.core, { ...options, statesMax: 100_000 });
  expect({ states: found.states, endings: found.endings, complete: found.complete }).toEqual({
    states: checked.states,
    endings: checked.endings.length,
    complete: true,
  });
});

const breaks: readonly (readonly [string, readonly string[], Small])[] = [
  [
    'without sync before apply',
    ['I2'],
    {
      nodes: 'AB',
      queue: [ADD, write('A', 110, 'x')],
      protections: { syncBeforeApply: 'convertToMine', syncedCheck: false },
    },
  ],
  [
    'without cell-wise merge',
    ['I1'],
    { nodes: 'AB', queue: [ADD, write('A', 102, 'x'), OTHER], protections: { cellwiseMerge: false } },
  ],
  [
    'without gossip pulls, when a push is lost',
    ['I6'],
    {
      nodes: 'AB',
      queue: [ADD],
      losses: 1,
      gossipAndTimers: 'whenQuiet',
      protections: { gossipPull: false },
    },
  ],
];

const INVARIANT_OF: Readonly<Record<string, string>> = {
  I1: 'SyncedIsContained',
  I2: 'AppliedIsContained',
  I6: 'QuietAgrees',
};

test.each(breaks)(
  'T2 the model and the engine break the same promise after as many steps: %s',
  (_, promises, small) => {
    const { timeline, options, spec, withoutPromises } = exported(small);
    const asked = `${withoutPromises}\nINVARIANTS ${promises.map((promise) => INVARIANT_OF[promise]).join(' ')}\n`;
    const depth = depthInModel(spec, asked);
    expect(depth).not.toBeNull();
    const search = { ...options, statesMax: 100_000, stopAt: promises };
    const found = explore(timeline.start.core, search).breaks.filter(({ promise }) =>
      promises.includes(promise),
    );
    expect(found.map((broken) => broken.depth)).toEqual([depth]);
    const whole = exported({ ...small, protections: {} });
    expect(depthInModel(whole.spec, whole.cfg)).toBeNull();
  },
);

test.each(['SchemaMerge.cfg', 'WithoutSync.cfg', 'WithoutCellwiseMerge.cfg'])(
  'T3 the module runs as it stands: %s',
  (name) => {
    const broken = { 'WithoutSync.cfg': 6, 'WithoutCellwiseMerge.cfg': 5 }[name] ?? null;
    expect(depthInModel(modelText(), modelText(name))).toBe(broken);
  },
);
