// The runs that figures are taken of: each is made by the engine itself, from its seed, the same on every machine.

import type { Config, Statement, Timeline } from '../../src/engine/index.ts';
import { append, configOf, createTimeline, pendingChoices, stateAt } from '../../src/engine/index.ts';

export const table = { keyspace: 'demo', table: 't' } as const;

export function configWith(nodes: readonly string[]): Config {
  const setup: Statement[] = [
    { id: 'setup1', kind: 'create-keyspace', node: 'A', timestamp: 10, keyspace: 'demo' },
    {
      id: 'setup2',
      kind: 'create-table',
      node: 'A',
      timestamp: 10,
      ...table,
      columns: [
        { name: 'pk', type: 'int', kind: 'partition_key' },
        { name: 'a', type: 'int', kind: 'regular' },
      ],
    },
  ];
  return configOf({ nodes, setup });
}

export function begin(config: Config): Timeline {
  const created = createTimeline({ seed: 1, config });
  if (!created.ok) throw new Error(created.problem);
  return created.value;
}

/** Statements on three nodes in turn, everything delivered in virtual-time order. */
export function grow(events: number, rows: number): { readonly timeline: Timeline; readonly ms: number } {
  let timeline = begin(configWith(['A', 'B', 'C']));
  const began = performance.now();
  let happened = 0;
  const isGrown = () => {
    happened += timeline.steps.at(-1)?.events.length ?? 0;
    return happened >= events;
  };
  for (let n = 0; !isGrown(); n++) {
    const node = 'ABC'[n % 3] ?? 'A';
    const next = append(timeline, {
      id: `w${n}`,
      kind: 'insert',
      node,
      ...table,
      key: { pk: n % rows },
      values: { a: n },
      consistency: 'QUORUM',
    });
    if (!next.ok) throw new Error(next.problem);
    timeline = next.value;
    if (n % 20 === 0) {
      const name = `c${(n / 20) % 8}`;
      const alter = append(timeline, {
        id: `d${n}`,
        kind: 'alter-table',
        node,
        ...table,
        changes: [n % 320 < 160 ? { kind: 'add', name, type: 'text' } : { kind: 'drop', name }],
      });
      timeline = alter.ok ? alter.value : timeline;
    }
    for (let i = 0; i < 60 && !isGrown(); i++) {
      const choice = pendingChoices(stateAt(timeline, timeline.steps.length))[0];
      if (choice === undefined) break;
      const played = append(timeline, choice.command);
      if (!played.ok) throw new Error(played.problem);
      timeline = played.value;
    }
  }
  return { timeline, ms: performance.now() - began };
}

/**
 * Nine nodes that add columns in turn, every push delivered but those of the last statements: about `versions` versions
 * and at least `inFlight` messages on their way.
 */
export function crowd(versions: number, inFlight: number): Timeline {
  const nodes = [...'ABCDEFGHI'];
  let timeline = begin(configWith(nodes));
  const alter = (n: number): void => {
    const next = append(timeline, {
      id: `d${n}`,
      kind: 'alter-table',
      node: nodes[n % nodes.length] ?? 'A',
      ...table,
      changes: [{ kind: n % 2 === 0 ? 'add' : 'drop', name: `c${Math.floor(n / 2) % 20}`, type: 'text' }],
    });
    timeline = next.ok ? next.value : timeline;
  };
  const flying = () =>
    pendingChoices(stateAt(timeline, timeline.steps.length)).filter(({ message }) => message !== null).length;
  const play = (): void => {
    const choice = pendingChoices(stateAt(timeline, timeline.steps.length))[0];
    const played = choice === undefined ? null : append(timeline, choice.command);
    timeline = played?.ok ? played.value : timeline;
  };
  for (let n = 0; n < versions; n++) {
    alter(n);
    while (flying() > 0) play();
  }
  for (let n = versions; flying() < inFlight && n < 2 * versions; n++) {
    alter(n);
    play();
  }
  return timeline;
}
