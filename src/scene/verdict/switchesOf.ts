// The panel of protections: each switch with what it says, where it comes from, what its lack lets in and what one learns
// from it, in groups that can be read.

import type { Config, ProtectionRow, Protections } from '../../engine/index.ts';
import { PROTECTION_TABLE, PROTECTIONS_2016, PROTECTIONS_LATER } from '../../engine/index.ts';
import { label, listed } from '../words/say.ts';
import { promiseTitle } from './promiseWords.ts';
import { protectionLesson, protectionName, protectionSince, protectionTitle } from './protectionWords.ts';

type ProtectionId = keyof Protections;

export interface SwitchView {
  readonly id: ProtectionId;
  readonly name: string;
  readonly title: string;
  readonly lesson: string;
  /** '2016 merge', 'later: April 2018, #3393' */
  readonly since: string;
  readonly on: boolean;
  /** The values that switch it. */
  readonly onValue: Protections[ProtectionId];
  readonly offValue: Protections[ProtectionId];
  readonly outcome: {
    readonly kind: 'broken' | 'cost';
    /** 'Off, so this can break:' */
    readonly lead: string;
    readonly items: readonly string[];
  };
  /** 'Seen only together with synced check off.' or ''. */
  readonly together: string;
  /** Only where there is a second way of being off: what it is, and whether it is taken. */
  readonly adopts: { readonly text: string; readonly taken: boolean } | null;
  readonly showName: string;
}

export type Preset = 'first' | 'later' | 'own';

export interface SwitchesView {
  readonly lead: string;
  readonly preset: Preset;
  readonly presets: readonly { readonly id: Preset; readonly text: string }[];
  /** With several shards the rules of 2016 can lose data; '' otherwise. */
  readonly warning: string;
  readonly groups: readonly {
    readonly key: string;
    readonly title: string;
    readonly items: readonly SwitchView[];
  }[];
}

const GROUPS = {
  versions: ['versionTags', 'versionHash', 'tombstonesOutOfHash'],
  sync: [
    'syncBeforeApply',
    'syncedCheck',
    'rememberSynced',
    'containedVersionsSynced',
    'readsSync',
    'syncSource',
    'publishToAllShards',
  ],
  merge: ['cellwiseMerge', 'deterministicTieBreak', 'mergeLock', 'alterWritesOnlyChanges'],
  gossip: ['gossipPull', 'pullDelay'],
  registry: ['coordinatorHoldsSchema', 'registryGrace'],
  storage: ['droppedAt', 'lazyUpgrade', 'schemaFlushedBeforeUse'],
} as const satisfies Readonly<Record<string, readonly ProtectionId[]>>;

/** Every protection is in one group: the compiler holds it. */
type Grouped = (typeof GROUPS)[keyof typeof GROUPS][number];
const ROWS: Readonly<Record<Grouped, ProtectionRow>> = Object.fromEntries(
  PROTECTION_TABLE.map((row) => [row.id, row]),
) as Record<ProtectionId, ProtectionRow>;

export function switchesOf(config: Config, protections: Protections): SwitchesView {
  const preset = presetOf(protections);
  const shards = config.shards > 1 && !protections.publishToAllShards;
  return {
    lead: label('switches-lead', {}),
    preset,
    presets: (preset === 'own' ? (['first', 'later', 'own'] as const) : (['first', 'later'] as const)).map(
      (id) => ({ id, text: label(`switches-preset-${id}`, {}) }),
    ),
    warning: shards ? label('switches-shards-warning', { shards: String(config.shards) }) : '',
    groups: (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((key) => ({
      key,
      title: label(`switches-group-${key}`, {}),
      items: GROUPS[key].map((id) => switchOf(ROWS[id], protections)),
    })),
  };
}

function presetOf(protections: Protections): Preset {
  const same = (preset: Protections): boolean =>
    PROTECTION_TABLE.every(({ id }) => preset[id] === protections[id]);
  return same(PROTECTIONS_2016) ? 'first' : same(PROTECTIONS_LATER) ? 'later' : 'own';
}

export const PRESET_RULES: Readonly<Record<Exclude<Preset, 'own'>, Protections>> = {
  first: PROTECTIONS_2016,
  later: PROTECTIONS_LATER,
};

function switchOf(row: ProtectionRow, protections: Protections): SwitchView {
  const { id, outcome } = row;
  const on = protections[id] === row.on;
  const state = on ? 'on' : 'off';
  const others = (Object.keys(row.together) as ProtectionId[]).map(protectionName);
  return {
    id,
    name: protectionName(id),
    title: protectionTitle(id),
    lesson: protectionLesson(id),
    since: protectionSince(id),
    on,
    onValue: row.on,
    offValue: row.off,
    outcome:
      outcome.kind === 'broken'
        ? {
            kind: 'broken',
            lead: label('switches-breaks', { state }),
            items: outcome.promises.map(promiseTitle),
          }
        : {
            kind: 'cost',
            lead: label('switches-costs', { state }),
            items: outcome.counters.map((counter) => label(`counter-${counter}`, {})),
          },
    together: others.length === 0 ? '' : label('switches-together', { names: listed(others) }),
    adopts:
      id === 'syncBeforeApply' && !on
        ? { text: label('switches-adopts', {}), taken: protections[id] === 'adoptIncoming' }
        : null,
    showName: label('switches-show-of', { name: protectionName(id) }),
  };
}
