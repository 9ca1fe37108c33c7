// "Surprise me": a run that a seed makes, and that has something in it. Two nodes alter one table before they hear of each
// other; then the network and the clients do what they like; at last everything arrives and somebody reads. Every choice
// is drawn from the seed by name, so that the same seed is the same run everywhere.

import {
  append,
  type CommandDraft,
  type Config,
  configOf,
  createTimeline,
  draw,
  leqTableRows,
  pendingChoices,
  type Result,
  type Schema,
  type SimState,
  stateAt,
  type Timeline,
  valuesOf,
} from '../../engine/index.ts';
import { ok, refuse } from '../state/outcome.ts';
import { localMergeOf } from '../time/localMerge.ts';
import { sandboxWords } from '../words/messagesOfSandbox.en.ts';
import { setupOf } from './sandboxSetup.ts';
import { type Drawn, type Plot, randomMove } from './surpriseMoves.ts';
import { SANDBOX_KEYSPACE, TABLE_TEMPLATES, type TableTemplate } from './tableTemplates.ts';

/** No surprise is longer. */
export const SURPRISE_STEPS_MAX = 400;
/** Runs that are tried for one seed until one has all that makes it worth looking at. */
const ATTEMPTS = 12;

export interface Surprise {
  readonly timeline: Timeline;
  /** The step after which two nodes first stand at versions of which neither contains the other. */
  readonly parting: number;
}

export function surpriseOf(seed: number): Result<Surprise> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const run = grown(seed, (what, below) => draw(seed, `surprise ${attempt} ${what}`, below));
    if (!run.ok) {
      return run;
    }
    const parting = partingOf(run.value, 0);
    if (parting !== null && isWorthSeeing(run.value)) {
      return ok({ timeline: run.value, parting });
    }
  }
  return refuse(sandboxWords('no-surprise', { seed: String(seed) }));
}

function isWorthSeeing(run: Timeline): boolean {
  const { steps } = run;
  return (
    steps.length <= SURPRISE_STEPS_MAX &&
    pendingChoices(stateAt(run, steps.length)).length === 0 &&
    steps.some(({ events }) =>
      events.some((event) => event.kind === 'stored' && event.event.kind === 'entry-upgraded'),
    )
  );
}

/** The first step from `from` on after which two nodes stand at versions of which neither contains the other. */
export function partingOf(run: Timeline, from: number): number | null {
  for (let step = from; step <= run.steps.length; step++) {
    if (isParted(stateAt(run, step))) {
      return step;
    }
  }
  return null;
}

function isParted({ core }: SimState): boolean {
  const current = core.nodes.flatMap((node) =>
    valuesOf(node.shards[0]?.tables ?? {}).map(({ schema }) => schema),
  );
  return current.some((one) => current.some((other) => areBeside(one, other)));
}

const areBeside = (one: Schema, other: Schema): boolean =>
  one.cfId === other.cfId &&
  one.version !== other.version &&
  !leqTableRows(one.ghost.rows, other.ghost.rows) &&
  !leqTableRows(other.ghost.rows, one.ghost.rows);

function grown(seed: number, drawn: Drawn): Result<Timeline> {
  const template = TABLE_TEMPLATES[drawn('table', TABLE_TEMPLATES.length)] as TableTemplate;
  const nodes = drawn('nodes', 3) === 0 ? ['A', 'B', 'C', 'D'] : ['A', 'B', 'C'];
  const config: Config = configOf({
    nodes,
    shards: drawn('shards', 4) === 0 ? 2 : 1,
    replicationFactor: nodes.length - drawn('replicas', 2),
    latency: { base: 5_000 + drawn('latency', 20) * 1_000, jitter: 10_000 + drawn('jitter', 30) * 1_000 },
  });
  const setup = setupOf(config, seed, [template.cql]);
  const start = setup.ok ? createTimeline({ seed, config: { ...config, setup: setup.value } }) : setup;
  return start.ok ? ok(played(start.value, { drawn, template, nodes })) : start;
}

function played(start: Timeline, plot: Plot): Timeline {
  const { drawn, nodes } = plot;
  const first = drawn('first', nodes.length);
  const second = (first + 1 + drawn('second', nodes.length - 1)) % nodes.length;
  const [a = 'A', b = 'B'] = [nodes[first], nodes[second]];
  let run = start;
  if (drawn('cut', 3) === 0) {
    run = done(run, { kind: 'cut', a, b });
  }
  run = done(run, added(plot, a, drawn('column', 3)));
  run = done(run, added(plot, b, 3 + drawn('other column', 3)));
  const moves = 6 + drawn('moves', 8);
  for (let i = 0; i < moves; i++) {
    const move = randomMove(plot, run, i);
    run = move === null ? run : done(run, move);
  }
  return ended(run, plot);
}

const COLUMNS = [
  ['email', 'text'],
  ['city', 'text'],
  ['nick', 'text'],
  ['phone', 'text'],
  ['age', 'int'],
  ['tags', 'set<text>'],
] as const;

/** One more column on a node; which one is drawn. */
function added({ template }: Plot, node: string, which: number): CommandDraft {
  const [name, type] = COLUMNS[which % COLUMNS.length] ?? COLUMNS[0];
  const place = { node, keyspace: SANDBOX_KEYSPACE, table: template.table };
  return { kind: 'alter-table', ...place, changes: [{ kind: 'add', name, type }] };
}

/** Everything heals and arrives, somebody reads at ALL, and the run comes to rest. */
function ended(before: Timeline, { drawn, template, nodes }: Plot): Timeline {
  const { core } = stateAt(before, before.steps.length);
  let run = before;
  for (const { id, up } of core.nodes) {
    run = up ? run : done(run, { kind: 'restart', node: id });
  }
  for (const link of core.cuts) {
    const [a = '', b = ''] = link.split('|');
    run = done(run, { kind: 'heal', a, b });
  }
  run = rested(run);
  const node = nodes[drawn('reader', nodes.length)] ?? 'A';
  const place = { keyspace: SANDBOX_KEYSPACE, table: template.table };
  return rested(done(run, { kind: 'select', node, ...place, key: template.key, consistency: 'ALL' }));
}

/** The run with a command of a person's; one that the cluster refuses is left out. */
function done(run: Timeline, command: CommandDraft): Timeline {
  const acted = append(run, command);
  const merged = acted.ok ? localMergeOf(acted.value) : acted;
  return merged.ok ? merged.value : run;
}

function rested(start: Timeline): Timeline {
  let run = start;
  while (run.steps.length <= SURPRISE_STEPS_MAX) {
    const next = pendingChoices(stateAt(run, run.steps.length))[0];
    const appended = next === undefined ? null : append(run, next.command);
    if (!appended?.ok) {
      break;
    }
    run = appended.value;
  }
  return run;
}
