import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check_spec_with_options, initSync } from 'tla-checker';
import type { Statement } from '../../src/engine/index.ts';
import { explore, exportForTlc, stateAt } from '../../src/engine/index.ts';
import { begin, configWith, table } from './runs.ts';

// The explorer beside a checker that others wrote, on the same searches: the model in TLA+ with the same start. Both have to
// come to the same number of states. What tla-checker would take minutes for, the explorer does alone.

const CHECKER_STATES_MAX = 20_000;
const module = readFileSync(join(process.cwd(), 'model/SchemaMerge.tla'), 'utf8');
initSync({ module: readFileSync(join(process.cwd(), 'node_modules/tla-checker/tla_checker_bg.wasm')) });

/** Time on a core: a busy machine shares its cores, and both searches need only one. */
const cpuMs = (): number => process.cpuUsage().user / 1_000;

const perSecond = (count: number, ms: number) => `${Math.round((count / ms) * 1000).toLocaleString('en')}/s`;

function compare(nodeCount: number, adds: number, writes: number): void {
  const nodes = [...'ABCDEFGHI'].slice(0, nodeCount);
  const timeline = begin(configWith(nodes));
  const at = (i: number) => nodes[i % nodeCount] ?? 'A';
  const columns = [...'uvwxyz'].slice(0, adds);
  const queue: Statement[] = [
    ...columns.map(
      (name, i): Statement => ({
        id: `add${i}`,
        kind: 'alter-table',
        node: at(i),
        timestamp: 10_000 + i,
        ...table,
        changes: [{ kind: 'add', name, type: 'int' }],
      }),
    ),
    ...columns.slice(0, writes).map(
      (name, i): Statement => ({
        id: `write${i}`,
        kind: 'insert',
        node: at(i),
        timestamp: 20_000 + i,
        ...table,
        key: { pk: i },
        values: { [name]: 1 },
        consistency: 'ONE',
      }),
    ),
  ];
  const options = { queue, gossipAndTimers: 'never' } as const;
  const began = cpuMs();
  const found = explore(stateAt(timeline, 0).core, { ...options, statesMax: 3_000_000, judges: false });
  const ms = cpuMs() - began;
  const what = `${nodeCount} nodes, ${adds} ADDs${writes > 0 ? `, ${writes} writes` : ''}`;
  const own = `${found.states.toLocaleString('en')} states in ${ms.toFixed(0)} ms, ${perSecond(found.states, ms)}, ${Math.round(found.bytes / found.states)} bytes a state`;
  console.log(`${`Explorer: ${what}`.padEnd(40)} ${own}${found.complete ? '' : ' (bound met)'}`);
  if (found.states <= CHECKER_STATES_MAX) {
    const files = exportForTlc(module, timeline, 0, options);
    const [spec = '', cfg = ''] = files.ok ? files.value.map(({ text }) => text) : [];
    const asked = { max_states: 10 * CHECKER_STATES_MAX, max_depth: 1_000, allow_deadlock: true };
    const from = cpuMs();
    const answer = JSON.parse(
      check_spec_with_options(
        spec,
        JSON.stringify({ ...asked, cfg_source: cfg.replace(/INVARIANTS[\s\S]*(?=CHECK)/u, '') }),
      ),
    ) as { states_explored: number; error_message: string | null };
    const took = cpuMs() - from;
    const same =
      answer.states_explored === found.states
        ? 'the same states'
        : `${answer.states_explored} states: THEY DIFFER`;
    console.log(
      `${`tla-checker: ${what}`.padEnd(40)} ${same} in ${took.toFixed(0)} ms, ${perSecond(answer.states_explored, took)}` +
        `, ${Math.round(took / ms).toLocaleString('en')} times as long${answer.error_message === null ? '' : `: ${answer.error_message}`}`,
    );
  }
}

console.log(
  'The same searches by the explorer and by tla-checker on the exported model, one core each; gossip and timers never.',
);
compare(2, 1, 1);
compare(2, 2, 0);
compare(3, 2, 0);
compare(2, 2, 1);
compare(3, 3, 0);
compare(3, 2, 1);
compare(4, 3, 0);
compare(4, 4, 0);
