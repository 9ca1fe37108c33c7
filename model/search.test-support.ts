// For tests only: the plainest search over whole cores, each told as a state of SchemaMerge.tla. It shows that the two have
// the very same states; the explorer, which is fast and tells no states, is held to its numbers.

import { canonical } from '../src/engine/plain/canonical.ts';
import { compareText } from '../src/engine/plain/compare.ts';
import type { Command, Delivery } from '../src/engine/sim/command.ts';
import { deliveries } from '../src/engine/sim/deliveries.ts';
import { checkPromises } from '../src/engine/sim/promises/promises.ts';
import type { Core } from '../src/engine/sim/state.ts';
import { stepCore } from '../src/engine/sim/step.ts';
import type { TlcOptions } from '../src/engine/sim/tla/exportForTlc.ts';
import type { MergeModel } from '../src/engine/sim/tla/mergeModel.ts';
import type { ModelState } from '../src/engine/sim/tla/modelState.ts';
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
}

const isLate = (delivery: Delivery) => delivery.kind === 'gossip' || delivery.kind === 'fire';

export function searchModel(start: Core, model: MergeModel, options: TlcOptions): Searched {
  const first: At = { core: start, used: start.config.nodes.map(() => 0), losses: 0 };
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

/** Steps to the nearest core that breaks one of these promises, or null. */
export function depthOfBreak(start: Core, options: TlcOptions, promises: readonly string[]): number | null {
  const first: At = { core: start, used: start.config.nodes.map(() => 0), losses: 0 };
  const seen = new Set([identity(first)]);
  let depth = 0;
  for (let frontier = [first]; frontier.length > 0; depth++) {
    const isBroken = ({ core }: At) =>
      checkPromises(core).some(({ id, held }) => !held && promises.includes(id));
    if (frontier.some(isBroken)) {
      return depth;
    }
    const next = new Map(
      frontier.flatMap((at) => successorsOf(at, options)).map((at) => [identity(at), at] as const),
    );
    frontier = [...next].filter(([id]) => !seen.has(id)).map(([, at]) => at);
    for (const at of frontier) {
      seen.add(identity(at));
    }
  }
  return null;
}

function identity({ core, used, losses }: At): string {
  return `${canonical(core)} ${used} ${losses}`;
}

function textOf(model: MergeModel, { core, used, losses }: At): string {
  return stateText(model.stateOf(core, used), losses);
}

function stateText({ node, msgs }: ModelState, losses: number): string {
  return [`losses=${losses}`, `msgs=${tlaText(msgs)}`, `node=${tlaText(node)}`].sort(compareText).join('\n');
}

function successorsOf(at: At, options: TlcOptions): readonly At[] {
  const { core, used, losses } = at;
  const all = deliveries(core);
  const prompt = [
    ...all.filter((delivery) => !isLate(delivery)).map((command) => ({ ...at, command })),
    ...(losses < options.lossesMax
      ? core.messages.map(({ key }) => ({
          ...at,
          losses: losses + 1,
          command: { kind: 'lose', message: key } as const,
        }))
      : []),
    ...core.config.nodes.flatMap((node, i) => {
      const mine = options.queue.filter((statement) => statement.node === node);
      const command = mine[used[i] ?? 0];
      return command === undefined ? [] : [{ ...at, used: used.with(i, (used[i] ?? 0) + 1), command }];
    }),
  ].flatMap(taken);
  const isTurn =
    options.gossipAndTimers === 'always' || (options.gossipAndTimers === 'whenQuiet' && prompt.length === 0);
  const late = all.filter((delivery) => isTurn && isLate(delivery)).map((command) => ({ ...at, command }));
  return [...prompt, ...late.flatMap(taken)];
}

function taken({ core, used, losses, command }: At & { readonly command: Command }): readonly At[] {
  const stepped = stepCore(core, command);
  return stepped.ok ? [{ core: stepped.value.core, used, losses }] : [];
}
