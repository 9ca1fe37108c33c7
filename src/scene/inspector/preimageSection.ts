// The bytes that feed a version's hash, row by row, each part with what it says: enough to compute the version again.

import type { Hex, PreimagePart, Schema, VersionPreimage } from '../../engine/index.ts';
import { decodeText, preimageOfVersion } from '../../engine/index.ts';
import { type LabelId, label, labelAny } from '../words/say.ts';
import type { Block, Section, TableRow } from './inspection.ts';
import { fact, facts, mono, note, quiet, section, value } from './values.ts';

const TEXT = 'org.apache.cassandra.db.marshal.UTF8Type';
/** Hex digits of a length or of a 32-bit number. */
const INT_DIGITS = 8;
/** No tombstone: the smallest timestamp, little-endian, and a deletion time of zero. */
const NO_TOMBSTONE = '000000000000008000000000';

export function preimageSection(schema: Schema): Section {
  const preimage = preimageOfVersion(schema.ghost.rows, schema.version);
  const title = label('inspect-preimage', {});
  if (preimage === null) {
    return section('preimage', title, [note('none', label('inspect-preimage-none', {}))], { open: false });
  }
  const bytes = preimage.parts.map((part) => part.bytes).join('');
  return section(
    'preimage',
    title,
    [
      note('how', label('inspect-preimage-how', {})),
      facts('digests', [
        fact(
          label('inspect-preimage-bytes', {}),
          value(label('inspect-bytes', { count: bytes.length / 2 }), { copy: bytes }),
        ),
        fact(label('inspect-preimage-md5', {}), mono(preimage.md5, { copy: preimage.md5 })),
        fact(label('inspect-preimage-md5-md5', {}), mono(preimage.md5OfMd5, { copy: preimage.md5OfMd5 })),
        fact(label('inspect-preimage-version', {}), mono(preimage.version, { copy: preimage.version })),
      ]),
      ...groupsOf(preimage),
    ],
    { open: false },
  );
}

/** A partition's own bytes, or one row's. */
interface Group {
  readonly title: string;
  readonly parts: PreimagePart[];
}

function groupsOf(preimage: VersionPreimage): readonly Block[] {
  const groups: Group[] = [];
  let inKeys = false;
  for (const part of preimage.parts) {
    const isKey = part.part.startsWith('key ');
    const last = groups.at(-1);
    if (part.part.startsWith('keyspace ')) {
      groups.push({
        title: label('preimage-partition', { table: part.of, keyspace: said(part) }),
        parts: [part],
      });
    } else if (isKey && !inKeys) {
      groups.push({ title: label('preimage-row', { table: part.of, key: said(part) }), parts: [part] });
    } else if (isKey && last !== undefined) {
      groups[groups.length - 1] = {
        title: label('preimage-row', { table: part.of, key: keysOf([...last.parts, part]) }),
        parts: [...last.parts, part],
      };
    } else {
      last?.parts.push(part);
    }
    inKeys = isKey;
  }
  // Where each cell's name is part of the bytes, it need not be said again beside every part.
  const isNamed = preimage.parts.some(({ part }) => part === 'column name');
  return groups.map((group, i) => ({
    kind: 'table' as const,
    key: `group ${i}`,
    caption: group.title,
    captionHidden: false,
    head: [label('inspect-head-part', {}), label('inspect-head-says', {}), label('inspect-head-bytes', {})],
    rows: group.parts.map((part, at) => partRow(part, at, isNamed)),
  }));
}

const keysOf = (parts: readonly PreimagePart[]): string => parts.map(said).join('.');

function partRow(part: PreimagePart, index: number, isNamed: boolean): TableRow {
  const text = said(part);
  const name = partName(part);
  const cell = part.of.split(' ').slice(1).join(' ');
  return {
    key: String(index),
    tone: part.part === 'column name' || part.part === 'element key' ? 'begins' : 'plain',
    cells: [
      cell === '' || isNamed ? [value(name)] : [value(name), quiet(cell)],
      text === '' ? [] : [mono(text)],
      [mono(spaced(part.bytes))],
    ],
  };
}

const NAMES: readonly (readonly [prefix: string, id: LabelId])[] = [
  ['keyspace ', 'preimage-keyspace'],
  ['key ', 'preimage-key'],
  ['partition tombstone', 'preimage-partition-tombstone'],
  ['row tombstone', 'preimage-row-tombstone'],
  ['row marker', 'preimage-row-marker'],
  ['collection tombstone', 'preimage-collection-tombstone'],
  ['column name', 'preimage-column-name'],
  ['type name', 'preimage-type-name'],
  ['element key', 'preimage-element-key'],
  ['live', 'preimage-live'],
  ['dead', 'preimage-dead'],
  ['timestamp', 'preimage-timestamp'],
  ['deletion time', 'preimage-deletion-time'],
  ['value', 'preimage-value'],
];

function partName({ part }: PreimagePart): string {
  const found = NAMES.find(([prefix]) => part.startsWith(prefix));
  return found === undefined ? part : labelAny(found[1], {});
}

/** What the bytes say, as a person reads it. */
function said({ part, bytes }: PreimagePart): string {
  if (part.startsWith('timestamp')) {
    return part.slice('timestamp '.length);
  }
  if (part.endsWith('tombstone') || part.endsWith('(none)')) {
    const isNone = NO_TOMBSTONE.startsWith(bytes);
    return isNone ? label('inspect-none', {}) : label('at-time', { ts: littleEndian(bytes.slice(0, 16)) });
  }
  if (part === 'live' || part === 'dead') {
    return '';
  }
  if (part === 'deletion time') {
    return littleEndian(bytes);
  }
  return readable(bytes.slice(INT_DIGITS));
}

/** A text behind its length; what is no text stays hex. */
function readable(hex: Hex): string {
  const text = hex === '' ? '' : decodeText(TEXT, hex);
  return text === null || /\p{Cc}/u.test(text) ? `0x${hex}` : text;
}

/** A number of up to eight bytes, exact. */
function littleEndian(hex: Hex): string {
  const digits = hex.match(/../g)?.reverse().join('') ?? '0';
  return String(BigInt.asIntN(hex.length * 4, BigInt(`0x${digits}`)));
}

/** Four bytes, a space, four bytes. */
function spaced(hex: Hex): string {
  return hex.match(/.{1,8}/g)?.join(' ') ?? '';
}
