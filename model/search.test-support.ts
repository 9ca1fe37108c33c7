// For tests only: the plainest search over whole cores, each told as a state of SchemaMerge.tla. It shows that the two have
// the very same states; the explorer, which is fast and tells no states, is held to its numbers.

import { canonical } from '../src/engine/plain/canonical.ts';
import { compareText } from '../src/engine/plain/compare.ts';
import type { Command, Delivery } from '../src/engine/sim/command.ts';
import { deliveries } from '../src/engine/sim/deliveries.ts';
import type { Core } from '../src/engine/sim/state.ts';
import { stepCore } from '../src/engine/sim/step.ts';
import type { TlcOptions } from '../src/engine/sim/tla/exportForTlc.ts';
import type { MergeModel } from '../src/engine/sim/tla/mergeModel.ts';
import { tlaText } from '../src/engine/sim/tla/tlaValue.ts';

export interface Searched {
  /** Distinct cores (with what is queued and lost), and the same as states of the model. */
  readonly cores: number;
  readonly all: readonly string[];
  readonly endings: readonly string[];
}

interface At {
  readonly core: Core;
  readonly used: readonly number[];
  readonly losses: number;
  readonly pullLost: boolean;
}

const isLate = (delivery: Delivery) => delivery.kind === 'gossip' || delivery.kind === 'fire';

export function searchModel(start: Core, model: MergeModel, options: TlcOptions): Searched {
  const first: At = { core: start, used: start.config.nodes.map(() => 0), losses: 0, pullLost: false };
  const seen = new Set([identity(first)]);
  const all: string[] = [textOf(model, first)];
  const endings: string[] = [];
  for (let frontier = [first]; frontier.length > 0; ) {
    const next: At[] = [];
    for (const at of frontier) {
      const successors = successorsOf(at, options);
      if (successors.length === 0) {
        endings.push(textOf(model, at));
      }
      for (const successor of successors) {
        const id = identity(successor);
        if (!seen.has(id)) {
          seen.add(id);
          all.push(textOf(model, successor));
          next.push(successor);
        }
      }
    }
    frontier = next;
  }
  return { cores: seen.size, all: [...new Set(all)].sort(), endings: [...new Set(endings)].sort() };
}

function identity({ core, used, losses, pullLost }: At): string {
  return `${canonical(core)} ${used} ${losses} ${pullLost}`;
}

function textOf(model: MergeModel, { core, used, losses, pullLost }: At): string {
  const { node, msgs } = model.stateOf(core, used);
  const variables = [
    `losses=${losses}`,
    `msgs=${tlaText(msgs)}`,
    `node=${tlaText(node)}`,
    `pullLost=${tlaText(pullLost)}`,
  ];
  return variables.sort(compareText).join('\n');
}

function successorsOf(at: At, options: TlcOptions): readonly At[] {
  const { core, used, losses, pullLost } = at;
  const all = deliveries(core);
  const prompt = [
    ...all.filter((delivery) => !isLate(delivery)).map((command) => ({ ...at, command })),
    ...(losses < (options.faults?.losses ?? 0)
      ? core.messages.map(({ key }) => ({
          ...at,
          losses: losses + 1,
          pullLost: pullLost || key.startsWith('MIGRATION'),
          command: { kind: 'lose', message: key } as const,
        }))
      : []),
    ...core.config.nodes.flatMap((node, i) => {
      const mine = options.queue.filter((command) => 'node' in command && command.node === node);
      const command = mine[used[i] ?? 0];
      return command === undefined ? [] : [{ ...at, used: used.with(i, (used[i] ?? 0) + 1), command }];
    }),
  ].flatMap(taken);
  const isTurn =
    options.gossipAndTimers === 'always' || (options.gossipAndTimers === 'whenQuiet' && prompt.length === 0);
  const late = all.filter((delivery) => isTurn && isLate(delivery)).map((command) => ({ ...at, command }));
  return [...prompt, ...late.flatMap(taken)];
}

function taken({ core, used, losses, pullLost, command }: At & { readonly command: Command }): readonly At[] {
  const stepped = stepCore(core, command);
  return stepped.ok ? [{ core: stepped.value.core, used, losses, pullLost }] : [];
}
