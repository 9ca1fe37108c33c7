// A cell and its whole fate: who wrote it, which id it has in which version, where it lies now, and every step on its way.

import { columnByName } from '../../engine/index.ts';
import { tableOn } from '../cardEntries.ts';
import { versionsSoFar } from '../dag.ts';
import type { Moment } from '../moment.ts';
import { label } from '../say.ts';
import { tableId } from '../seenVersions.ts';
import { fateOf } from './cellFate.ts';
import type { CellName, FateLine } from './cellPlaces.ts';
import { entryTitle, rowOfEntry, sourceOf } from './inspectEntry.ts';
import type { Block, Inspection, Section, TableRow } from './inspection.ts';
import { missing } from './missing.ts';
import { cellText, type EntryPlace, entriesOfRow, entryPlace, type StoredCell } from './storedCells.ts';
import {
  fact,
  facts,
  heads,
  line,
  link,
  mono,
  nodeValue,
  note,
  nothing,
  quiet,
  section,
  statementValue,
  table,
  value,
  versionValue,
} from './values.ts';

interface CellSelection {
  readonly entry: string;
  readonly row: string;
  readonly column: string;
}

export function inspectCell(moment: Moment, selection: CellSelection): Inspection {
  const place = entryPlace(moment, selection.entry);
  if (place === null) {
    return missing('entry');
  }
  const here = place.cells.filter((cell) => cell.row === selection.row && cell.means === selection.column);
  const [first] = here;
  const head = {
    key: `cell ${selection.entry}/${selection.row}/${selection.column}`,
    kind: label('inspect-kind-cell', {}),
    identity: moment.identities.of(place.schema?.version ?? null),
  };
  const title = label('inspect-cell-title', { column: selection.column, row: rowOfEntry(place) });
  if (first === undefined) {
    return {
      ...head,
      title,
      lead: label('inspect-cell-empty', { entry: entryTitle(place), column: selection.column }),
      sections: [idsSection(moment, place, selection.column)],
    };
  }
  return {
    ...head,
    title,
    lead:
      first.cell.column === first.means
        ? ''
        : label('inspect-cell-strayed', { own: first.cell.column, column: first.means }),
    sections: here.flatMap((stored) => [
      factsSection(moment, place, stored),
      ...fateSections(moment, place, stored),
      nowSection(moment, place, stored),
      ...(stored === here.at(-1) ? [idsSection(moment, place, stored.cell.column)] : []),
    ]),
  };
}

function factsSection(moment: Moment, place: EntryPlace, stored: StoredCell): Section {
  const text = cellText(stored);
  const { cell, id, element } = stored;
  return section(`facts ${element ?? ''}`, label('inspect-facts', {}), [
    facts('facts', [
      fact(
        label('inspect-head-value', {}),
        text === null ? quiet(label('inspect-dead', {})) : mono(text, { copy: text }),
      ),
      fact(
        label('inspect-value-bytes', {}),
        ...(cell.value === null
          ? []
          : [mono(cell.value === '' ? label('inspect-no-bytes', {}) : `0x${cell.value}`)]),
      ),
      fact(label('inspect-element', {}), ...(element === null ? [] : [mono(`0x${element}`)])),
      fact(label('inspect-head-written', {}), mono(label('at-time', { ts: String(cell.ts) }))),
      fact(label('inspect-written-by', {}), statementValue(moment, cell.statement)),
      fact(label('inspect-written-for-column', {}), columnLink(cell.column)),
      fact(label('inspect-stored-in', {}), link(entryTitle(place), { kind: 'entry', entry: place.entry })),
      fact(
        label('inspect-head-id', {}),
        id === null ? quiet(label('inspect-by-name', {})) : mono(String(id)),
      ),
      fact(
        label('inspect-stored-at', {}),
        ...(place.schema === null ? [] : [versionValue(moment, place.schema.version)]),
      ),
    ]),
  ]);
}

const columnLink = (column: string) => link(column, { kind: 'column', column });

function nameOf(place: EntryPlace, { cell, kind, clustering }: StoredCell): CellName {
  return {
    cfId: place.table.schema.cfId,
    key: place.key,
    kind,
    clustering,
    column: cell.column,
    statement: cell.statement,
    ts: cell.ts,
  };
}

/** Here first, then what its copies on the other nodes met. */
function fateSections(moment: Moment, place: EntryPlace, stored: StoredCell): readonly Section[] {
  const fate = fateOf(moment, nameOf(place, stored));
  const isHere = ({ node }: FateLine): boolean => node === null || node === place.node.id;
  const isSetup = moment.timeline.config.setup.some(({ id }) => id === stored.cell.statement);
  const [here, elsewhere] = [fate.filter(isHere), fate.filter((one) => !isHere(one))];
  const element = stored.element ?? '';
  const blocks = (lines: readonly FateLine[], none: string): Block[] =>
    lines.length === 0
      ? [note('none', none)]
      : [
          {
            kind: 'history',
            key: 'fate',
            lines: lines.map(({ step, sentence }, i) => line(moment, { key: String(i), step }, sentence)),
          },
        ];
  return [
    section(
      `fate ${element}`,
      label('inspect-fate', { node: place.node.id }),
      [
        ...(isSetup ? [note('setup', label('inspect-fate-setup', {}))] : []),
        ...blocks(here, label('inspect-fate-none', {})),
      ],
      { count: here.length },
    ),
    section(
      `fate elsewhere ${element}`,
      label('inspect-fate-elsewhere', {}),
      blocks(elsewhere, label('inspect-fate-none', {})),
      { count: elsewhere.length, open: false },
    ),
  ];
}

/** Its copies, wherever they lie, and what stands with each. */
function nowSection(moment: Moment, place: EntryPlace, stored: StoredCell): Section {
  const rows = entriesOfRow(moment, place).flatMap((entry) =>
    entry.cells
      .filter(
        ({ cell, row }) =>
          row === stored.row &&
          cell.statement === stored.cell.statement &&
          cell.column === stored.cell.column &&
          cell.ts === stored.cell.ts,
      )
      .map((copy): TableRow => {
        const text = cellText(copy);
        return {
          key: `${entry.entry}/${copy.means}/${copy.element ?? ''}`,
          tone: 'plain',
          cells: [
            [nodeValue(entry.node.id), link(sourceOf(entry), { kind: 'entry', entry: entry.entry })],
            [entry.schema === null ? nothing() : versionValue(moment, entry.schema.version)],
            [copy.id === null ? nothing() : mono(String(copy.id))],
            [
              mono(
                label('inspect-holds', {
                  column: copy.means,
                  text: text ?? label('inspect-dead', {}),
                }),
              ),
            ],
          ],
        };
      }),
  );
  const head = ['where', 'version', 'id', 'holds'] as const;
  return section(
    `now ${stored.element ?? ''}`,
    label('inspect-copies', {}),
    [table('now', label('inspect-copies', {}), heads(head), rows)],
    { count: rows.length },
  );
}

/** The column's id in every version so far, and what the bytes at this id mean there. */
function idsSection(moment: Moment, place: EntryPlace, column: string): Section {
  const id = tableId(place.table.schema);
  const current = new Set(
    moment.state.core.nodes.flatMap((node) => tableOn(moment, node, 0)?.schema.version ?? []),
  );
  const rows = versionsSoFar({ ...moment, tableId: id }).map(({ version, schema }): TableRow => {
    const found = columnByName(schema, column);
    return {
      key: version,
      tone: found === undefined ? 'dead' : 'plain',
      cells: [
        [versionValue(moment, version)],
        found === undefined ? [quiet(label('inspect-absent', {}))] : [mono(String(found.id))],
        found === undefined ? [] : [value(label(`kind-${found.kind}`, {}))],
        current.has(version) ? [value(label('inspect-yes', {}))] : [nothing()],
      ],
    };
  });
  const head = ['version', 'id', 'kind', 'current'] as const;
  return section(
    'ids',
    label('inspect-ids', { column }),
    [table('ids', label('inspect-ids', { column }), heads(head), rows)],
    { count: null },
  );
}
