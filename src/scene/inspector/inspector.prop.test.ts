import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  append,
  type CommandDraft,
  isCollection,
  type Ledger,
  ledgersAt,
  pendingChoices,
  stateAt,
  type Timeline,
  type Verb,
} from '../../engine/index.ts';
import { add, doPending, play, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import { momentAt } from '../run/moment.ts';
import { seenVersions } from '../run/seenVersions.ts';
import { messagesOf } from '../run/statementMessages.ts';
import type { Selection } from '../shape/scene.ts';
import { eventLogOf } from './eventLog.ts';
import type { Inspection, Value } from './inspection.ts';
import { inspectorOf } from './inspectorOf.ts';

const OPTIONS = { selection: null, tableKey: null } as const;
const NO_FILTER = { node: null, group: null, text: '', later: false } as const;

const node = fc.constantFrom('A', 'B', 'C');
const name = fc.constantFrom('name', 'email', 'phone');
const draft: fc.Arbitrary<CommandDraft> = fc.oneof(
  fc.record({ node, name }).map((one) => add(one.node, one.name)),
  fc.record({ node, name }).map(
    (one): CommandDraft => ({
      kind: 'alter-table',
      node: one.node,
      ...TABLE,
      changes: [{ kind: 'drop', name: one.name }],
    }),
  ),
  fc.record({ node, name }).map(
    (one): CommandDraft => ({
      kind: 'update',
      node: one.node,
      ...TABLE,
      key: { id: 1 },
      values: { [one.name]: 'x' },
      consistency: 'ONE',
    }),
  ),
  node.map(
    (at): CommandDraft => ({ kind: 'select', node: at, ...TABLE, key: { id: 1 }, consistency: 'ONE' }),
  ),
  fc.record({ kind: fc.constantFrom('crash' as const, 'restart' as const), node }),
  node.map((at): CommandDraft => ({ kind: 'flush', node: at, ...TABLE })),
  fc.constantFrom<CommandDraft>(
    { kind: 'protect', protections: { versionHash: 'definition' } },
    { kind: 'protect', protections: { tombstonesOutOfHash: false } },
    { kind: 'protect', protections: { versionTags: false } },
  ),
);
const moves = fc.array(fc.oneof(draft, fc.nat(9)), { minLength: 5, maxLength: 30 });

/** Commands, and deliveries of whatever is pending; what is refused is left out. */
function runOf(list: readonly (CommandDraft | number)[], start = usersRun()): Timeline {
  return list.reduce<Timeline>((run, move) => {
    const pending = pendingChoices(stateAt(run, run.steps.length));
    const command = typeof move === 'number' ? pending[move % Math.max(1, pending.length)]?.command : move;
    const next = command === undefined ? null : append(run, command);
    return next?.ok === true ? next.value : run;
  }, start);
}

/** Everything that can be selected at a step. */
function selections(run: Timeline, step: number): readonly Selection[] {
  const scene = project(run, { step, fraction: 0 }, OPTIONS);
  const entries = scene.nodes.flatMap((card) => card.sources.flatMap((source) => source.entries));
  return [
    ...scene.nodes.map((card) => ({ kind: 'node' as const, node: card.node })),
    ...scene.dag.nodes.map(({ identity }) => ({ kind: 'version' as const, version: identity.version })),
    ...scene.inFlight.map((item) => ({ kind: 'message' as const, message: item.message })),
    ...['name', 'email', 'nothing'].map((column) => ({ kind: 'column' as const, column })),
    ...entries.flatMap((entry): Selection[] => [
      { kind: 'entry', entry: entry.key },
      ...entry.rows.flatMap((row) =>
        row.boxes.map(
          (box): Selection => ({ kind: 'cell', entry: entry.key, row: row.key, column: box.means }),
        ),
      ),
    ]),
    ...scene.nodes.flatMap((card) =>
      card.registry.map(
        (row): Selection => ({
          kind: 'registry',
          node: card.node,
          shard: row.shard,
          version: row.identity.version,
        }),
      ),
    ),
    ...run.steps
      .slice(0, step)
      .flatMap(({ command }): Selection[] =>
        'id' in command ? [{ kind: 'statement', statement: command.id }] : [],
      ),
    { kind: 'step', step },
  ];
}

function stepsNamed(inspection: Inspection): readonly number[] {
  const ofValues = (values: readonly Value[]): number[] => values.flatMap(({ step }) => step ?? []);
  return inspection.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      switch (block.kind) {
        case 'history':
          return block.lines.map(({ step }) => step);
        case 'facts':
          return block.facts.flatMap(({ values }) => ofValues(values));
        case 'table':
          return block.rows.flatMap(({ cells }) => cells.flatMap(ofValues));
        default:
          return [];
      }
    }),
  );
}

test('whatever can be selected can be inspected, and nothing of it lies after the playhead', () => {
  fc.assert(
    fc.property(moves, fc.double({ min: 0, max: 1, noNaN: true }), (list, where) => {
      const run = runOf(list);
      const step = Math.round(where * run.steps.length);
      for (const selection of selections(run, step)) {
        const inspection = inspectorOf(run, { step, fraction: 0 }, selection, OPTIONS);
        expect(inspection.key, JSON.stringify(selection)).not.toMatch(/^missing/);
        expect(Math.max(0, ...stepsNamed(inspection))).toBeLessThanOrEqual(step);
        const cut = inspectorOf(
          { ...run, steps: run.steps.slice(0, step) },
          { step, fraction: 0 },
          selection,
          OPTIONS,
        );
        expect(inspection).toEqual(cut);
      }
    }),
    { seed: 20161, numRuns: 25 },
  );
});

/** Every cell that a memtable's entry holds, by who wrote it for which column. */
function memtableCells(run: Timeline, step: number, node: string): readonly string[] {
  const found = stateAt(run, step).core.nodes.find(({ id }) => id === node);
  const entries = Object.values(found?.shards[0]?.tables ?? {}).flatMap(({ memtable }) =>
    Object.values(memtable.entries),
  );
  return entries.flatMap(({ partition }) =>
    Object.values(partition.rows).flatMap(({ cells }) =>
      cells.flatMap((cell) =>
        cell === null || isCollection(cell) ? [] : `${cell.column} ${cell.statement}`,
      ),
    ),
  );
}

test('every cell that an entry once had, and no other, is listed as gone, and leads to its own fate', () => {
  fc.assert(
    fc.property(moves, (list) => {
      const run = runOf(list);
      const step = run.steps.length;
      const at = { step, fraction: 0 };
      for (const id of ['A', 'B', 'C']) {
        const entry = `${id}/0/memtable/00000001`;
        const { sections } = inspectorOf(run, at, { kind: 'entry', entry }, OPTIONS);
        const tables = sections.flatMap(({ key, blocks }) => (key === 'gone' ? blocks : []));
        const rows = tables.flatMap((block) => (block.kind === 'table' ? block.rows : []));
        const links = rows.map(({ cells }) => cells[0]?.[0]?.select).filter((one) => one?.kind === 'cell');
        const stored = rows.filter(({ cells }) => !cells[4]?.some(({ text }) => text === 'not stored:'));
        const now = new Set(memtableCells(run, step, id));
        const ever = Array.from({ length: step }, (_, i) => memtableCells(run, i, id)).flat();
        expect(stored).toHaveLength(new Set(ever.filter((cell) => !now.has(cell))).size);
        for (const link of links) {
          const { lead, sections: parts } = inspectorOf(run, at, link ?? null, OPTIONS);
          expect(lead).toMatch(/no longer holds it|did not store it/u);
          expect(parts.find(({ key }) => key === 'fate ')?.count).toBeGreaterThan(0);
        }
      }
    }),
    { seed: 20164, numRuns: 40 },
  );
});

const CHARGED = {
  GET_SCHEMA_VERSION: 'loads',
  MIGRATION_REQUEST: 'pulls',
  DEFINITIONS_UPDATE: 'pushes',
  MUTATION: 'mutations',
  READ_DATA: 'reads',
  READ_DIGEST: 'reads',
  READ_MUTATION_DATA: 'reads',
} as const satisfies Partial<Record<Verb, keyof Ledger>>;

test('the messages of a statement are as many as its ledger charges', () => {
  const news = doPending(play(usersRun(), add('A', 'email')), ({ kind }) => kind === 'merge');
  fc.assert(
    fc.property(moves, (list) => {
      const run = runOf(list, news);
      const { length } = run.steps;
      const ledgers = ledgersAt(run, length);
      const moment = momentAt(run, { step: length, fraction: 0 }, OPTIONS);
      for (const { command } of run.steps) {
        if ('id' in command) {
          const counts = { loads: 0, pulls: 0, pushes: 0, mutations: 0, reads: 0 };
          for (const { verb } of messagesOf(moment, command.id).filter(({ copyOf }) => copyOf === null)) {
            const item = verb in CHARGED ? CHARGED[verb as keyof typeof CHARGED] : null;
            if (item !== null) counts[item] += 1;
          }
          expect(ledgers[command.id] ?? counts).toMatchObject(counts);
        }
      }
    }),
    { seed: 20165, numRuns: 60 },
  );
});

test('every version shows the bytes that it is the hash of, whatever was hashed when it was made', () => {
  fc.assert(
    fc.property(moves, (list) => {
      const run = runOf(list);
      for (const { version, step } of seenVersions(run).list) {
        const at = { step: Math.max(step, run.steps.length), fraction: 0 };
        const inspection = inspectorOf(run, at, { kind: 'version', version }, OPTIONS);
        const preimage = inspection.sections.find(({ key }) => key === 'preimage');
        expect(preimage?.blocks.map(({ kind }) => kind)).toContain('table');
      }
    }),
    { seed: 20162, numRuns: 40 },
  );
});

test('the log holds every event up to the playhead once, and its filters part them', () => {
  fc.assert(
    fc.property(moves, fc.double({ min: 0, max: 1, noNaN: true }), (list, where) => {
      const run = runOf(list);
      const step = Math.round(where * run.steps.length);
      const logWith = (filter: Partial<Parameters<typeof eventLogOf>[3]>) =>
        eventLogOf(run, { step, fraction: 0 }, OPTIONS, { ...NO_FILTER, ...filter });
      const log = logWith({});
      const events = run.steps.slice(0, step).flatMap((taken) => taken.events);
      expect(log.total).toBe(events.length);
      expect(log.rows(0, log.total).map((row) => row.index)).toEqual(events.map((_event, i) => i));
      expect(log.rows(0, log.total).every((row) => row.step <= step)).toBe(true);
      const byGroup = log.groups.map(({ group }) => logWith({ group }).total);
      expect(byGroup.reduce((a, b) => a + b, 0)).toBe(log.total);
      expect(logWith({ text: 'no sentence says this' }).total).toBe(0);
      const all = run.steps.flatMap((taken) => taken.events).length;
      expect(logWith({ later: true }).total).toBe(all);
    }),
    { seed: 20163, numRuns: 30 },
  );
});
