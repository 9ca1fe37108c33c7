// For tests of the explorer only: small clusters, a few statements, and the plainest search there is, over whole cores without
// interning, fingerprints or memo, which the explorer must agree with (SPEC X5).

import type { Config } from '../config/config.ts';
import { configOf } from '../config/config.ts';
import { PROTECTIONS_2016 } from '../config/protections.ts';
import type { Statement } from '../cql/statement.ts';
import { canonical } from '../plain/canonical.ts';
import type { Command, Delivery } from '../sim/command.ts';
import { deliveries } from '../sim/deliveries.ts';
import { checkPromises } from '../sim/promises/promises.ts';
import type { Core } from '../sim/state.ts';
import { stepCore } from '../sim/step.ts';
import { createTimeline } from '../sim/timeline.ts';
import type { ExploreOptions } from './explore.ts';

export const table = { keyspace: 'demo', table: 't' } as const;

export function startOf(
  nodes: readonly string[],
  protections: Partial<typeof PROTECTIONS_2016> = {},
  part: Partial<Config> = {},
): Core {
  const setup: Statement[] = [
    { id: 'k', kind: 'create-keyspace', node: 'A', timestamp: 10, keyspace: 'demo' },
    {
      id: 't',
      kind: 'create-table',
      node: 'A',
      timestamp: 10,
      ...table,
      columns: [
        { name: 'pk', type: 'int', kind: 'partition_key' },
        { name: 'bk', type: 'int', kind: 'clustering_key' },
        { name: 'ck', type: 'int', kind: 'clustering_key' },
        { name: 'a', type: 'int', kind: 'regular' },
      ],
    },
  ];
  const config = configOf({ nodes, setup, protections: { ...PROTECTIONS_2016, ...protections }, ...part });
  const created = createTimeline({ seed: 1, config });
  if (!created.ok) {
    throw new Error(created.problem);
  }
  return created.value.start.core;
}

export function add(node: string, name: string, timestamp: number): Statement {
  return {
    id: `add ${name}`,
    kind: 'alter-table',
    node,
    timestamp,
    ...table,
    changes: [{ kind: 'add', name, type: 'int' }],
  };
}

export function rename(node: string, from: string, to: string, timestamp: number): Statement {
  return {
    id: `rename ${from}`,
    kind: 'alter-table',
    node,
    timestamp,
    ...table,
    changes: [{ kind: 'rename', from, to }],
  };
}

export function insert(
  node: string,
  timestamp: number,
  values: Record<string, number> = { a: 7 },
): Statement {
  return {
    id: `w${timestamp}`,
    kind: 'insert',
    node,
    timestamp,
    ...table,
    key: { pk: 1, bk: 1, ck: 1 },
    values,
    consistency: 'ONE',
  };
}

/** A whole state of the plain search: a core, the commands that wait, and the faults that are left. */
interface Whole {
  readonly core: Core;
  readonly left: readonly Command[];
  readonly losses: number;
  readonly duplicates: number;
  readonly crashes: number;
  readonly lostPull: boolean;
}

export interface PlainResult {
  readonly states: number;
  readonly endings: number;
  /** By promise, the least number of steps after which it is broken. */
  readonly breaks: Readonly<Record<string, number>>;
}

const isLate = ({ kind }: Delivery) => kind === 'gossip' || kind === 'fire';
const laneOf = (command: Command) => ('node' in command ? command.node : 'links');

export function searchPlainly(start: Core, options: Omit<ExploreOptions, 'statesMax'>): PlainResult {
  const { losses = 0, duplicates = 0, crashes = 0 } = options.faults ?? {};
  const first: Whole = { core: start, left: options.queue, losses, duplicates, crashes, lostPull: false };
  const identity = ({ core, left, ...faults }: Whole) =>
    `${canonical(core)} ${canonical(left)} ${JSON.stringify(faults)}`;
  const seen = new Set([identity(first)]);
  const breaks: Record<string, number> = {};
  let endings = 0;
  let depth = 0;
  let frontier = [first];
  const judge = (core: Core) => {
    for (const { id, held } of checkPromises(core)) {
      breaks[id] ??= held ? Number.POSITIVE_INFINITY : depth;
      breaks[id] = held ? (breaks[id] as number) : Math.min(breaks[id] as number, depth);
    }
  };
  judge(start);
  while (frontier.length > 0) {
    const next: Whole[] = [];
    depth += 1;
    for (const whole of frontier) {
      const { prompt, faulty } = movesOf(whole, options);
      endings += prompt.length === 0 ? 1 : 0;
      for (const successor of [...prompt, ...faulty]) {
        const key = identity(successor);
        if (!seen.has(key)) {
          seen.add(key);
          judge(successor.core);
          next.push(successor);
        }
      }
    }
    frontier = next;
  }
  const broken = Object.entries(breaks).filter(([, at]) => Number.isFinite(at));
  return { states: seen.size, endings, breaks: Object.fromEntries(broken) };
}

function movesOf(whole: Whole, { gossipAndTimers, faults }: Omit<ExploreOptions, 'statesMax'>) {
  const { core, left } = whole;
  const after = (command: Command, change: Partial<Whole> = {}): Whole[] => {
    const stepped = stepCore(core, command);
    return stepped.ok ? [{ ...whole, core: stepped.value.core, ...change }] : [];
  };
  const pending = deliveries(core);
  const given = left.filter((one, i) => left.findIndex((other) => laneOf(other) === laneOf(one)) === i);
  const usual = [
    ...pending.filter((delivery) => !isLate(delivery)).flatMap((delivery) => after(delivery)),
    ...given.flatMap((command) => after(command, { left: left.filter((one) => one !== command) })),
  ];
  const isLateTurn = gossipAndTimers === 'always' || (gossipAndTimers === 'whenQuiet' && usual.length === 0);
  const late = isLateTurn ? pending.filter(isLate).flatMap((delivery) => after(delivery)) : [];
  const restarts = core.nodes
    .filter((node) => !node.up && (faults?.crashes ?? 0) > 0)
    .flatMap((node) => after({ kind: 'restart', node: node.id }));
  const messages = pending.flatMap((delivery) => (delivery.kind === 'deliver' ? [delivery.message] : []));
  const faulty = [
    ...messages.flatMap((message) => [
      ...(whole.losses > 0
        ? after(
            { kind: 'lose', message },
            { losses: whole.losses - 1, lostPull: whole.lostPull || message.startsWith('MIGRATION') },
          )
        : []),
      ...(whole.duplicates > 0
        ? after({ kind: 'duplicate', message }, { duplicates: whole.duplicates - 1 })
        : []),
    ]),
    ...core.nodes
      .filter((node) => node.up && whole.crashes > 0)
      .flatMap((node) => after({ kind: 'crash', node: node.id }, { crashes: whole.crashes - 1 })),
  ];
  return { prompt: [...usual, ...late, ...restarts], faulty };
}
