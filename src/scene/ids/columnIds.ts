// Column ids between two versions: one ribbon a column, from its id in one version to its id in the other, ending where it
// is dropped, beginning where it is added; between versions side by side, at one end only. How they lie in a panel is
// idsPicture.ts's.

import type { ColumnDefinition, Schema } from '../../engine/index.ts';
import { columnsOfKind, cqlTypeName } from '../../engine/index.ts';
import type { Moment } from '../run/moment.ts';
import { isDrop } from '../run/seenDrops.ts';
import type { ColumnIdsView, Identity, IdGroup, Ribbon } from '../shape/scene.ts';
import { hasseAt, type ShownPair } from '../versions/dag.ts';
import { containsVersion } from '../versions/dagOrder.ts';
import { enumerated, label } from '../words/say.ts';
import { idExample } from './idExample.ts';

const KINDS = ['static', 'regular'] as const;
type DataKind = (typeof KINDS)[number];

/** The last edge into the version that changed last before the playhead; a picked pair goes first. */
export function pairOf(moment: Moment): ShownPair | null {
  const { pair } = moment.options;
  const { versions, edges } = hasseAt(moment);
  const isSeen = (version: string): boolean => versions.some((one) => one.version === version);
  if (pair && isSeen(pair.from) && isSeen(pair.to)) {
    return { ...pair, picked: true };
  }
  const edge = edges.at(-1);
  if (edge !== undefined) {
    return { from: edge.from.version, to: edge.to.version, picked: false };
  }
  const [first] = versions;
  return first === undefined ? null : { from: first.version, to: first.version, picked: false };
}

type Was = ColumnDefinition | undefined;

function stateOf(was: Was, now: Was): Ribbon['state'] {
  if (was === undefined) {
    return 'added';
  }
  if (now === undefined) {
    return 'dropped';
  }
  return was.id === now.id ? 'kept' : 'moved';
}

function typeText(was: Was, now: Was): string {
  const [old, is] = [was?.type, now?.type].map((type) => (type === undefined ? '' : cqlTypeName(type)));
  return old === is || !old || !is ? is || old || '' : label('ribbon-retyped', { old, now: is });
}

interface Looks {
  /** The column in focus. */
  readonly focus: string | null;
  /** The names of two versions of which the second does not contain the first: neither adds or drops what the other lacks. */
  readonly apart: { readonly from: string; readonly to: string } | null;
}

function valuesOf(name: string, from: number | null, to: number | null, apart: Looks['apart']) {
  const version = (from === null ? apart?.to : apart?.from) ?? '';
  return { name, version, from: String(from ?? ''), to: String(to ?? '') };
}

function ribbon(name: string, was: Was, now: Was, { focus, apart }: Looks): Ribbon {
  const isAtOneEnd = was === undefined || now === undefined;
  const state = apart !== null && isAtOneEnd ? 'only' : stateOf(was, now);
  const type = typeText(was, now);
  const isRetyped = was !== undefined && now !== undefined && was.type !== now.type;
  const [fromId, toId] = [was?.id ?? null, now?.id ?? null];
  const values = valuesOf(name, fromId, toId, apart);
  return {
    key: name,
    name,
    fromId,
    toId,
    state,
    mark: isRetyped ? type : state === 'kept' || state === 'moved' ? '' : label(`mark-${state}`, values),
    focus: name === focus,
    label: label(`ribbon-${state}`, { ...values, type }),
  };
}

/** The two definitions between which ids are shown. */
interface Ends {
  readonly old: Schema;
  readonly now: Schema;
}

type Columns = readonly ColumnDefinition[];

function ribbonsOf(old: Columns, now: Columns, looks: Looks): readonly Ribbon[] {
  const [before, after] = [old, now].map((all) => new Map(all.map((column) => [column.name, column])));
  const names = [...new Set([...old, ...now].map((column) => column.name))];
  return names.map((name) => ribbon(name, before?.get(name), after?.get(name), looks));
}

/** Between two tables of one name no column is the same, whatever it is called. */
function apartOf(old: Columns, now: Columns, looks: Looks): readonly Ribbon[] {
  return [
    ...old.map((was) => ({
      ...ribbon(was.name, was, undefined, looks),
      key: `${was.name} before`,
    })),
    ...now.map((is) => ribbon(is.name, undefined, is, looks)),
  ];
}

function groups(ends: Ends, looks: Looks): readonly IdGroup[] {
  return KINDS.flatMap((kind: DataKind): IdGroup[] => {
    const [old, now] = [columnsOfKind(ends.old, kind), columnsOfKind(ends.now, kind)];
    return old.length + now.length === 0
      ? []
      : [
          {
            kind,
            title: label(`kind-${kind}`, {}),
            before: old.length,
            after: now.length,
            ribbons: ends.old.cfId === ends.now.cfId ? ribbonsOf(old, now, looks) : apartOf(old, now, looks),
          },
        ];
  });
}

function caption(all: readonly Ribbon[], { apart }: Looks): string {
  const texts = all.flatMap(({ name, fromId, toId, state }) =>
    state === 'kept' ? [] : [label(`ids-${state}`, valuesOf(name, fromId, toId, apart))],
  );
  return texts.length === 0 ? label('ids-same', {}) : enumerated(texts);
}

function keysText({ old, now }: Ends): string {
  const names = (isDrop(now.version) ? old : now).columns
    .filter(({ kind }) => kind === 'partition_key' || kind === 'clustering_key')
    .map((column) => column.name);
  return label('ids-keys', { count: names.length, names: enumerated(names) });
}

/** What has to be said of the pair besides its ribbons. */
function noteOf({ old, now }: Ends, from: Identity, to: Identity): string {
  if (isDrop(now.version)) {
    return label('ids-drop', {});
  }
  const names = { from: from.name, to: to.name };
  if (isDrop(old.version)) {
    return label(old.cfId === now.cfId ? 'ids-back' : 'ids-undrop', {});
  }
  if (old.cfId !== now.cfId) {
    return label('ids-other-table', names);
  }
  const isApart = !containsVersion(old, now) && !containsVersion(now, old);
  return isApart ? label('ids-apart', names) : '';
}

/** The mapping between two versions; null as long as the table has none. */
export function projectColumnIds(moment: Moment, pair: ShownPair | null): ColumnIdsView | null {
  const [from, to] = [moment.identities.of(pair?.from ?? null), moment.identities.of(pair?.to ?? null)];
  const old = pair === null ? undefined : moment.seen.byVersion.get(pair.from)?.schema;
  const now = pair === null ? undefined : moment.seen.byVersion.get(pair.to)?.schema;
  if (pair === null || from === null || to === null || old === undefined || now === undefined) {
    return null;
  }
  const { selection } = moment.options;
  const focus = selection?.kind === 'column' || selection?.kind === 'cell' ? selection.column : null;
  const ends = { old, now };
  const isOneTable = old.cfId === now.cfId && !isDrop(old.version) && !isDrop(now.version);
  const isApart = isOneTable && !containsVersion(now, old);
  const looks = { focus, apart: isApart ? { from: from.name, to: to.name } : null };
  const all = groups(ends, looks);
  return {
    from,
    to,
    picked: pair.picked,
    groups: all,
    keys: keysText(ends),
    note: noteOf(ends, from, to),
    example: isOneTable ? idExample(moment, ends) : null,
    caption: caption(
      all.flatMap((group) => group.ribbons),
      looks,
    ),
  };
}
