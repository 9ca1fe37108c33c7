// An entry of a schema registry: its load and sync states and who holds it, now and at every step at which they changed.

import type { NodeState, RegistryEntry, SimEvent } from '../../engine/index.ts';
import { lookup, waitChains } from '../../engine/index.ts';
import { waitsOf } from '../node/cardDetails.ts';
import { type Moment, stateAt } from '../run/moment.ts';
import { label } from '../words/say.ts';
import { historySection } from './historySection.ts';
import { holderValues, type RegistryPlace } from './holders.ts';
import type { Inspection, Section, TableRow, Value } from './inspection.ts';
import {
  fact,
  facts,
  heads,
  nodeValue,
  note,
  quiet,
  section,
  shardMark,
  stepTone,
  stepValue,
  tableSection,
  value,
  versionValue,
  yesNo,
} from './values.ts';

export function inspectRegistry(moment: Moment, place: RegistryPlace): Inspection {
  const { node, shard, version } = place;
  const entry = entryOf(node, place);
  const name = moment.identities.name(version);
  return {
    key: `registry ${node.id}/${shard}/${version}`,
    kind: label('inspect-kind-registry', {}),
    title: label('inspect-registry-title', { version: name, node: node.id }),
    lead:
      entry === undefined
        ? label('inspect-registry-absent', { node: node.id, version: name })
        : label('inspect-registry-lead', {
            node: node.id,
            load: entry.load,
            sync: entry.sync,
            version: name,
          }),
    identity: moment.identities.of(version),
    sections: [
      factsSection(moment, place, entry),
      waitersSection(moment, place),
      statesSection(moment, place),
      historySection(moment, (event) => isAbout(event, place), {
        title: label('inspect-history', {}),
        none: label(entry === undefined ? 'inspect-states-none' : 'inspect-history-none', {}),
      }),
    ],
  };
}

function entryOf(
  node: NodeState | undefined,
  { shard, version }: Pick<RegistryPlace, 'shard' | 'version'>,
): RegistryEntry | undefined {
  return lookup(node?.shards[shard]?.registry ?? {}, version);
}

function factsSection(moment: Moment, place: RegistryPlace, entry: RegistryEntry | undefined): Section {
  const { node, shard, version } = place;
  const holders = holderValues(moment, place);
  return section('facts', label('inspect-facts', {}), [
    facts('facts', [
      fact(label('inspect-kind-version', {}), versionValue(moment, version)),
      fact(label('inspect-kind-node', {}), nodeValue(node.id), ...shardMark(node, shard)),
      ...(entry === undefined
        ? []
        : [
            fact(label('inspect-head-load', {}), value(label(`load-${entry.load}`, {}))),
            fact(label('inspect-head-sync', {}), value(label(`sync-${entry.sync}`, {}))),
            fact(label('inspect-asked-of', {}), ...(entry.source === null ? [] : [nodeValue(entry.source)])),
            fact(label('inspect-pulled', {}), yesNo(entry.pulled)),
          ]),
      fact(
        label('inspect-head-held-by', {}),
        ...(holders.length === 0 ? [quiet(label('inspect-nobody', {}))] : holders),
        ...(entry?.inactive === true ? [quiet(label('inspect-lingers', {}))] : []),
      ),
    ]),
  ]);
}

function waitersSection(moment: Moment, { node, shard, version }: RegistryPlace): Section {
  const waiting = waitChains(node, moment.state.core.config)
    .filter(
      (chain) =>
        chain.shard === shard && chain.links.some((link) => 'version' in link && link.version === version),
    )
    .map((chain) => `${chain.shard}/${chain.statement}`);
  const own = waitsOf(moment, node).filter((row) => waiting.includes(row.key));
  return section(
    'waiters',
    label('inspect-waiters', {}),
    own.length === 0
      ? [note('none', label('inspect-waiters-none', {}))]
      : own.map((row) => note(row.key, row.sentence)),
    { count: own.length },
  );
}

/** The states that the entry went through and who held it, oldest first. */
function statesSection(moment: Moment, place: RegistryPlace): Section {
  const rows: TableRow[] = [];
  let last: NodeState | undefined;
  let told = '';
  for (let step = 0; step <= moment.step; step++) {
    const state = stateAt(moment.timeline, step);
    const node = state.core.nodes.find((one) => one.id === place.node.id);
    // Who holds it is a matter of the node, and of the protections.
    if (
      node !== undefined &&
      (node !== last || moment.timeline.steps[step - 1]?.command.kind === 'protect')
    ) {
      const entry = entryOf(node, place);
      const cells = [...stateCells(entry), holderValues({ ...moment, state }, { ...place, node })];
      const now: string = entry === undefined ? '' : JSON.stringify(cells);
      if (now !== told) {
        rows.push({ key: String(step), tone: stepTone(moment, step), cells: [[stepValue(step)], ...cells] });
      }
      last = node;
      told = now;
    }
  }
  const head = ['step', 'load', 'sync', 'held-by'] as const;
  return tableSection(
    { key: 'states', title: label('inspect-states', {}), none: label('inspect-states-none', {}) },
    heads(head),
    rows,
  );
}

function stateCells(entry: RegistryEntry | undefined): readonly (readonly Value[])[] {
  return entry === undefined
    ? [[quiet(label('inspect-forgotten', {}))], []]
    : [
        [value(label(`load-${entry.load}`, {}))],
        [
          value(label(`sync-${entry.sync}`, {})),
          ...(entry.inactive ? [quiet(label('inspect-lingers', {}))] : []),
        ],
      ];
}

function isAbout(event: SimEvent, { node, shard, version }: RegistryPlace): boolean {
  return (
    'shard' in event &&
    event.node === node.id &&
    event.shard === shard &&
    (event.kind === 'request-waits'
      ? event.wait.version === version
      : 'version' in event && event.version === version)
  );
}
