// How a version looks: the n-th version of a table takes hue n mod 12, glyph n mod 20 and the n-th name. It goes by
// first appearance in the run tree and never by the digest's value (digest pictures come out alike), and it is append-only.

import type { SchemaVersion, Timeline } from '../../engine/index.ts';
import type { Identity, SceneOptions, TableKey } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { GLYPHS, HUES } from './palette.ts';
import { isDrop } from './seenDrops.ts';
import { type SeenVersions, seenVersions, tableId } from './seenVersions.ts';

const PATTERNS = ['plain', 'hatch', 'dots'] as const;
const LESSON_NAMES = ['V0', 'X', 'Y', 'Z'];

type Naming = NonNullable<SceneOptions['naming']>;
type Known = NonNullable<SceneOptions['known']>;
type Named = Known[number];

export interface Identities {
  /** In order of slots, all tables; drops are not among them. */
  readonly list: readonly Identity[];
  readonly of: (version: SchemaVersion | null) => Identity | null;
  /** A version in words: its name, or its first four hex digits when nobody has seen its definition. */
  readonly name: (version: SchemaVersion | null) => string;
  readonly ofTable: (table: TableKey | null) => readonly Identity[];
}

/** Whether a version is one of this table's. */
export function isOfTable(identity: Identity, table: TableKey | null): boolean {
  return table !== null && identity.keyspace === table.keyspace && identity.table === table.table;
}

/** The first four hex digits of a version or of a digest. */
export function shortHex(version: SchemaVersion): string {
  return version.slice(0, 4);
}

function identityAt(slot: number, named: Named, naming: Naming): Identity {
  return {
    version: named.version,
    slot,
    hue: slot % HUES.length,
    glyph: slot % GLYPHS.length,
    pattern: PATTERNS[slot % PATTERNS.length] ?? 'plain',
    name: (naming === 'lesson' ? LESSON_NAMES[slot] : undefined) ?? `V${slot}`,
    hex: shortHex(named.version),
    keyspace: named.keyspace,
    table: named.table,
  };
}

/** How a dropped table looks: no hue and no glyph, for no version has it. The second of a table is 'dropped 2'. */
function droppedIdentity(version: SchemaVersion, table: TableKey, place: number): Identity {
  return {
    version,
    slot: -1,
    hue: -1,
    glyph: -1,
    pattern: 'plain',
    name: label('dropped-table', { place }),
    hex: '',
    keyspace: table.keyspace,
    table: table.table,
    dropped: true,
  };
}

function dropsOf({ points, list }: SeenVersions): readonly Identity[] {
  const counts = new Map<string, number>();
  const drops = points.length === list.length ? [] : points.filter(({ version }) => isDrop(version));
  return drops.map(({ version, schema }) => {
    const place = (counts.get(tableId(schema)) ?? 0) + 1;
    counts.set(tableId(schema), place);
    return droppedIdentity(version, schema, place);
  });
}

function build(order: readonly Named[], drops: readonly Identity[], naming: Naming): Identities {
  const slots = new Map<string, number>();
  const byVersion = new Map<SchemaVersion, Identity>();
  for (const named of order) {
    if (!byVersion.has(named.version)) {
      const slot = slots.get(tableId(named)) ?? 0;
      slots.set(tableId(named), slot + 1);
      byVersion.set(named.version, identityAt(slot, named, naming));
    }
  }
  const list = [...byVersion.values()];
  for (const drop of drops) {
    byVersion.set(drop.version, drop);
  }
  const of = (version: SchemaVersion | null): Identity | null =>
    version === null ? null : (byVersion.get(version) ?? null);
  return {
    list,
    of,
    name: (version) => of(version)?.name ?? (version === null ? '' : shortHex(version)),
    ofTable: (table) => (table === null ? [] : list.filter((one) => isOfTable(one, table))),
  };
}

const besides = new WeakMap<Identities, Map<string, Identities>>();

/**
 * The same identities for words in which a bare name means a version of this table: each table counts its versions from
 * V0, so one of another table comes with that table's name.
 */
export function namedBeside(identities: Identities, table: TableKey | null): Identities {
  if (table === null || identities.list.every((one) => isOfTable(one, table))) {
    return identities;
  }
  const byTable = besides.get(identities) ?? new Map<string, Identities>();
  besides.set(identities, byTable);
  const known = byTable.get(tableId(table));
  if (known !== undefined) {
    return known;
  }
  const { of } = identities;
  const name = (version: SchemaVersion | null): string => {
    const one = of(version);
    return one === null || isOfTable(one, table)
      ? identities.name(version)
      : label('version-of-table', { version: one.name, table: one.table });
  };
  const named = { ...identities, name };
  byTable.set(tableId(table), named);
  return named;
}

interface Kept {
  readonly count: number;
  readonly known: Known;
  readonly naming: Naming;
  readonly identities: Identities;
}

const NONE: Known = [];
const kept = new WeakMap<object, Kept[]>();

/**
 * The identities of all versions of the run, `known` ones first. The same object as long as the run has seen no new
 * version. A slot belongs to a version within its table: another table's versions begin at slot 0 again.
 */
export function identitiesOf(
  timeline: Timeline,
  options: Pick<SceneOptions, 'naming' | 'known'> = {},
): Identities {
  const seen = seenVersions(timeline);
  const known = options.known ?? NONE;
  const naming = options.naming ?? 'counted';
  const candidates = kept.get(seen) ?? [];
  const hit = candidates.find(
    (one) => one.count === seen.points.length && one.known === known && one.naming === naming,
  );
  if (hit !== undefined) {
    return hit.identities;
  }
  const here = seen.list.map(({ version, schema }) => ({
    version,
    keyspace: schema.keyspace,
    table: schema.table,
  }));
  const identities = build([...known, ...here], dropsOf(seen), naming);
  const others = candidates.filter((one) => one.known !== known || one.naming !== naming).slice(-3);
  kept.set(seen, [...others, { count: seen.points.length, known, naming, identities }]);
  return identities;
}
