// Random runs for laws of the scene: what a person may ask, what the network may do with what is on its way.

import fc from 'fast-check';
import { append, type CommandDraft, pendingChoices, stateAt, type Timeline } from '../../engine/index.ts';
import { TABLE } from '../firstMinute.test-support.ts';

const column = fc.constantFrom('name', 'email', 'phone', 'a_rather_long_name_of_a_column');
const key = fc.constantFrom({ id: 1 }, { id: 2 });
const consistency = fc.constantFrom('ONE' as const, 'QUORUM' as const, 'ALL' as const);

export interface Move {
  readonly command: CommandDraft | null;
  readonly pick: number;
  readonly fault: 'deliver' | 'lose' | 'duplicate';
}

function draftOn(nodes: readonly string[]): fc.Arbitrary<CommandDraft> {
  const node = fc.constantFrom(...nodes);
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ node, name: column }).map(
        ({ node: at, name }): CommandDraft => ({
          kind: 'alter-table',
          node: at,
          ...TABLE,
          changes: [{ kind: 'add', name, type: 'text' }],
        }),
      ),
    },
    fc.record({ node, name: column }).map(
      ({ node: at, name }): CommandDraft => ({
        kind: 'alter-table',
        node: at,
        ...TABLE,
        changes: [{ kind: 'drop', name }],
      }),
    ),
    {
      weight: 2,
      arbitrary: fc.record({ node, key, name: column, consistency }).map(
        ({ node: at, key: row, name, consistency: level }): CommandDraft => ({
          kind: 'update',
          node: at,
          ...TABLE,
          key: row,
          values: { [name]: 'x' },
          consistency: level,
        }),
      ),
    },
    fc.record({ node, key, consistency }).map(
      ({ node: at, key: row, consistency: level }): CommandDraft => ({
        kind: 'select',
        node: at,
        ...TABLE,
        key: row,
        consistency: level,
      }),
    ),
    fc.record({ kind: fc.constantFrom('crash' as const, 'restart' as const), node }),
    fc.record({ kind: fc.constant('add-node' as const), node: fc.constantFrom('P', 'Q') }),
    fc.record({ kind: fc.constant('remove-node' as const), node: fc.constantFrom(...nodes, 'P') }),
    fc
      .record({ kind: fc.constantFrom('cut' as const, 'heal' as const), a: node, b: node })
      .filter(({ a, b }) => a !== b || nodes.length === 1),
    fc
      .record({ kind: fc.constantFrom('flush' as const, 'compact' as const, 'evict' as const), node })
      .map((one) => ({ ...one, ...TABLE })),
    fc.record({ kind: fc.constant('wait' as const), micros: fc.constantFrom(1, 60_000_000) }),
    fc.constantFrom<CommandDraft>(
      { kind: 'protect', protections: { syncBeforeApply: 'convertToMine', syncedCheck: false } },
      { kind: 'protect', protections: { droppedAt: false, versionTags: false } },
    ),
  );
}

/** Moves in a cluster of these nodes: mostly what is pending, in any order and with faults. */
export function movesOn(nodes: readonly string[]): fc.Arbitrary<Move> {
  const fault = fc.constantFrom(
    'deliver' as const,
    'deliver' as const,
    'deliver' as const,
    'lose' as const,
    'duplicate' as const,
  );
  return fc.oneof(
    { weight: 2, arbitrary: draftOn(nodes).map((command): Move => ({ command, pick: 0, fault: 'deliver' })) },
    { weight: 5, arbitrary: fc.record({ command: fc.constant(null), pick: fc.nat(20), fault }) },
  );
}

/** The run goes on by what a person asks, or by one of the pending choices; what is refused changes nothing. */
export function grown(run: Timeline, { command, pick, fault }: Move): Timeline {
  const choices = pendingChoices(stateAt(run, run.steps.length));
  const choice = choices[pick % Math.max(1, choices.length)];
  const taken: CommandDraft | undefined =
    command ??
    (choice?.message && fault !== 'deliver' ? { kind: fault, message: choice.id } : choice?.command);
  const next = taken === undefined ? null : append(run, taken);
  return next?.ok ? next.value : run;
}
