// What is true at a beat, as short data that can be compared with the engine: the sentences of a lesson are held to it,
// and the options of a question.

import type { NodeId, SchemaVersion, Timeline } from '../engine/index.ts';
import { costsOf, entriesOf, fork, pendingChoices, stateAt, valuesOf } from '../engine/index.ts';
import { type EntryLens, type Lens, lensOf } from './lens.ts';

export interface Facts {
  /** Who stands at which version, by letters in the order of first appearance in the lesson's run: 'A X, B Y, C V0'. */
  readonly at?: string;
  /** Columns of a node without its key, in the order of their ids: 'email name phone'. A shard is named as 'A/1'. */
  readonly columns?: Readonly<Record<NodeId, string>>;
  /** A column as a node has it: 'A badge' → 'text static'; '' when it has none. */
  readonly kinds?: Readonly<Record<string, string>>;
  /** 'A memtable 1' → 'Z name=Ada email=-'; '' when there is no such entry. */
  readonly entries?: Readonly<Record<string, string>>;
  /** A statement's answer: 'name=Ada email=-', or its status when it has no rows. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Beginnings of what is on its way (messages only), in the order of their handles; '' for nothing. */
  readonly onTheWay?: readonly string[];
  /** Timers that run, by the beginnings of their handles. */
  readonly timers?: readonly string[];
  /** A version in a node's registry: 'B X' → 'LOADED SYNCED', '' when it is not known there. */
  readonly knows?: Readonly<Record<string, string>>;
  /** Promises that are broken here. */
  readonly broken?: readonly string[];
  /** Counters of the whole run so far. */
  readonly costs?: Partial<ReturnType<typeof costsOf>>;
  /** Kinds of events of the last step, in their order, without those that only go with them. */
  readonly happens?: readonly string[];
}

/** Letters for versions, by first appearance. */
export type Letters = ReadonlyMap<SchemaVersion, string>;

const NAMES = ['V0', 'X', 'Y', 'Z'];

/** Letters as the page gives them: the n-th version of the first table, over several runs of one tree. */
export function lettersOf(timelines: readonly Timeline[]): Letters {
  const letters = new Map<SchemaVersion, string>();
  for (const { start, steps } of timelines) {
    for (const { core } of [start, ...steps.map((step) => step.state)]) {
      for (const version of versionsIn(core)) {
        if (!letters.has(version)) {
          letters.set(version, NAMES[letters.size] ?? `V${letters.size}`);
        }
      }
    }
  }
  return letters;
}

function versionsIn({ nodes }: Timeline['start']['core']): readonly SchemaVersion[] {
  return nodes.flatMap((node) =>
    node.shards.flatMap((shard) => [...valuesOf(shard.tables).map(({ schema }) => schema.version)]),
  );
}

/** Every fact that is not so, as 'what: said …, is …'. */
export function untrue(
  facts: Facts,
  seen: { readonly timeline: Timeline; readonly step: number; readonly letters: Letters },
): readonly string[] {
  const { timeline, step, letters } = seen;
  const { core } = stateAt(timeline, step);
  const lens = lensOf(core);
  const found: string[] = [];
  const compare = (what: string, said: string, is: string): void => {
    if (said !== is) found.push(`${what}: said '${said}', is '${is}'`);
  };
  const letter = (version: SchemaVersion | null): string =>
    version === null ? '-' : (letters.get(version) ?? version.slice(0, 4));
  if (facts.at !== undefined) {
    const parts = facts.at.split(', ').map((part) => part.split(' ')[0] ?? '');
    compare('at', facts.at, parts.map((place) => `${place} ${letter(versionAt(lens, place))}`).join(', '));
  }
  for (const [place, columns] of Object.entries(facts.columns ?? {})) {
    const [node = '', shard = '0'] = place.split('/');
    compare(`columns of ${place}`, columns, lens.columns(node, Number(shard)).join(' '));
  }
  for (const [place, said] of Object.entries(facts.kinds ?? {})) {
    const [node = '', column = ''] = place.split(' ');
    compare(`${column} on ${node}`, said, lens.kindOf(node, column));
  }
  for (const [place, said] of Object.entries(facts.entries ?? {})) {
    const [node = '', source = '', row = ''] = place.split(' ');
    const entry = lens.entries(node, row).find((one) => one.source === source);
    compare(place, said, entry === undefined ? '' : entryText(entry, letter));
  }
  for (const [statement, said] of Object.entries(facts.answers ?? {})) {
    const answer = lens.answer(statement);
    compare(statement, said, answer === null ? (lens.status(statement) ?? '') : cellsText(answer));
  }
  for (const [place, said] of Object.entries(facts.knows ?? {})) {
    const [node = '', name = ''] = place.split(' ');
    const registry = core.nodes.find(({ id }) => id === node)?.shards[0]?.registry ?? {};
    const entry = entriesOf(registry).find(([version]) => letter(version) === name)?.[1];
    compare(place, said, entry === undefined ? '' : `${entry.load} ${entry.sync}`);
  }
  if (facts.broken !== undefined) {
    compare('broken', facts.broken.join(' '), lens.broken().join(' '));
  }
  for (const [counter, said] of Object.entries(facts.costs ?? {})) {
    const costs: Readonly<Record<string, number>> = costsOf(fork(timeline, step));
    compare(counter, String(said), String(costs[counter]));
  }
  if (facts.onTheWay !== undefined) {
    const handles = core.messages.map(({ key }) => key);
    const rest = handles.filter((handle) => !facts.onTheWay?.some((start) => handle.startsWith(start)));
    const missing = facts.onTheWay.filter((start) => !handles.some((handle) => handle.startsWith(start)));
    compare('on the way', '', [...rest, ...missing.map((one) => `no ${one}`)].join('; '));
  }
  if (facts.timers !== undefined) {
    const running = pendingChoices(stateAt(timeline, step)).flatMap(({ kind, id }) =>
      kind === 'timer' ? [id] : [],
    );
    compare(
      'timers',
      facts.timers.join('; '),
      running.map((id) => facts.timers?.find((start) => id.startsWith(start)) ?? id).join('; '),
    );
  }
  if (facts.happens !== undefined) {
    const events = (timeline.steps[step - 1]?.events ?? []).map((event) =>
      event.kind === 'stored' ? event.event.kind : event.kind,
    );
    const missing = facts.happens.filter((kind) => !events.some((event) => event === kind));
    compare('happens', '', missing.map((kind) => `no ${kind} in ${events.join(' ')}`).join('; '));
  }
  return found;
}

function versionAt(lens: Lens, place: string): SchemaVersion | null {
  const [node = '', shard = '0'] = place.split('/');
  return lens.version(node, Number(shard));
}

const cellsText = (cells: Readonly<Record<string, string | null>>): string =>
  Object.entries(cells)
    .map(([column, value]) => `${column}=${value ?? '-'}`)
    .join(' ');

function entryText({ version, cells }: EntryLens, letter: (version: SchemaVersion | null) => string): string {
  return [version === null ? '' : letter(version), cellsText(cells)].filter(Boolean).join(' ');
}
