// A cell and its whole fate: who wrote it, which id it has in which version, where it lies now, and every step on its way.

import { columnByName } from '../../engine/index.ts';
import { decodedKey } from '../narration/entryWords.ts';
import { tableOn } from '../node/cardEntries.ts';
import type { CellSelection } from '../node/chosenCell.ts';
import type { Moment } from '../run/moment.ts';
import { tableId } from '../run/seenVersions.ts';
import { versionsSoFar } from '../versions/dag.ts';
import { enumerated, label } from '../words/say.ts';
import { fateOf } from './cellFate.ts';
import type { FateLine } from './cellPlaces.ts';
import { cellName, type GoneCell, goneCells, placeOnceThere } from './goneCells.ts';
import { goneSections } from './goneSection.ts';
import { entryTitle, rowOfEntry } from './inspectEntry.ts';
import type { Block, Fact, Inspection, Section, TableRow } from './inspection.ts';
import { missing } from './missing.ts';
import {
  cellText,
  type EntryPlace,
  elementText,
  entriesOfRow,
  type StoredCell,
  sourceText,
} from './storedCells.ts';
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
  stepValue,
  tableSection,
  value,
  versionValue,
} from './values.ts';

/** The cell, and how it went if it is there no more. */
interface Subject {
  readonly stored: StoredCell;
  readonly gone: GoneCell | null;
}

export function inspectCell(moment: Moment, selection: CellSelection): Inspection {
  const found = placeOnceThere(moment, selection.entry);
  if (found === null) {
    return missing('entry');
  }
  const { place, goneAt } = found;
  const { row, column, statement } = selection;
  const isInBox = ({ stored }: Pick<Subject, 'stored'>): boolean =>
    stored.row === row && stored.means === column;
  const gone = goneCells(moment, found).filter(isInBox);
  const here = (goneAt === null ? place.cells : []).map((stored) => ({ stored, gone: null })).filter(isInBox);
  const subjects = subjectsOf(here, gone, statement);
  const others = gone.filter((cell) => !subjects.some((subject) => subject.gone === cell));
  const [first] = subjects;
  return {
    key: `cell ${selection.entry}/${row}/${column}/${statement ?? ''}`,
    kind: label('inspect-kind-cell', {}),
    identity: moment.identities.of(place.schema?.version ?? null),
    title: label('inspect-cell-title', { column, row: rowText(place, row) }),
    lead:
      first === undefined
        ? label('inspect-cell-empty', { entry: entryTitle(place), column })
        : leadOf(place, first),
    sections: [
      ...subjects.flatMap((subject) => subjectSections(moment, place, subject)),
      ...goneSections(moment, place, others),
      idsSection(moment, place, subjects.at(-1)?.stored.cell.column ?? column),
    ],
  };
}

/** What the statement wrote; without one what lies in the box, or when it is empty what lay in it last. */
function subjectsOf(
  here: readonly Subject[],
  gone: readonly GoneCell[],
  statement: string | undefined,
): readonly Subject[] {
  const wanted = statement ?? (here.length > 0 ? null : gone.at(-1)?.stored.cell.statement);
  const lost = gone.map((cell) => ({ stored: cell.stored, gone: cell }));
  return wanted === null ? here : [...here, ...lost].filter(({ stored }) => stored.cell.statement === wanted);
}

/** The partition's key with the clustering key, as rows are named everywhere. */
function rowText(place: EntryPlace, row: string): string {
  const clustering =
    row === 'row' || row === 'static' ? [] : [decodedKey(place.table.schema, 'clustering_key', row)];
  return enumerated([rowOfEntry(place), ...clustering]);
}

function leadOf(place: EntryPlace, { stored, gone }: Subject): string {
  const { cell, means } = stored;
  if (gone !== null) {
    return label(gone.wasStored ? 'inspect-cell-gone' : 'inspect-cell-never', { entry: entryTitle(place) });
  }
  return cell.column === means ? '' : label('inspect-cell-strayed', { own: cell.column, column: means });
}

function subjectSections(moment: Moment, place: EntryPlace, subject: Subject): readonly Section[] {
  const { stored } = subject;
  return [
    factsSection(moment, place, subject),
    ...fateSections(moment, place, stored),
    nowSection(moment, place, stored),
  ];
}

function factsSection(moment: Moment, place: EntryPlace, { stored, gone }: Subject): Section {
  const text = cellText(stored);
  const { cell, id } = stored;
  const element = elementText(stored);
  const title = element === '' ? label('inspect-facts', {}) : label('inspect-element', { element });
  return section(`facts ${stored.element ?? ''}`, title, [
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
      fact(label('inspect-head-written', {}), mono(label('at-time', { ts: String(cell.ts) }))),
      fact(label('inspect-written-by', {}), statementValue(moment, cell.statement)),
      fact(label('inspect-written-for-column', {}), columnLink(cell.column)),
      fact(label('inspect-head-gone', {}), ...(gone === null ? [] : [stepValue(gone.step)])),
      fact(label('inspect-head-why', {}), ...(gone === null || gone.why === '' ? [] : [value(gone.why)])),
      ...(gone?.wasStored === false ? [] : placeFacts(moment, place, gone, id)),
    ]),
  ]);
}

/** Where it lies, or lay last. */
function placeFacts(
  moment: Moment,
  place: EntryPlace,
  gone: GoneCell | null,
  id: number | null,
): readonly Fact[] {
  const version = gone === null ? (place.schema?.version ?? null) : gone.version;
  return [
    fact(
      label(gone === null ? 'inspect-stored-in' : 'inspect-was-stored-in', {}),
      link(entryTitle(place), { kind: 'entry', entry: place.entry }),
    ),
    fact(label('inspect-head-id', {}), id === null ? quiet(label('inspect-by-name', {})) : mono(String(id))),
    fact(
      label(gone === null ? 'inspect-stored-at' : 'inspect-was-stored-at', {}),
      ...(version === null ? [] : [versionValue(moment, version)]),
    ),
  ];
}

const columnLink = (column: string) => link(column, { kind: 'column', column });

/** Here first, then what its copies on the other nodes met. */
function fateSections(moment: Moment, place: EntryPlace, stored: StoredCell): readonly Section[] {
  const fate = fateOf(moment, cellName(place, stored));
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
        ({ cell, row, element }) =>
          row === stored.row &&
          cell.statement === stored.cell.statement &&
          cell.column === stored.cell.column &&
          cell.ts === stored.cell.ts &&
          element === stored.element,
      )
      .map((copy): TableRow => {
        const text = cellText(copy);
        return {
          key: `${entry.entry}/${copy.means}/${copy.element ?? ''}`,
          tone: 'plain',
          cells: [
            [nodeValue(entry.node.id), link(sourceText(entry), { kind: 'entry', entry: entry.entry })],
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
  return tableSection(
    {
      key: `now ${stored.element ?? ''}`,
      title: label('inspect-copies', {}),
      none: label('inspect-copies-none', {}),
    },
    heads(head),
    rows,
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
  return tableSection(
    { key: 'ids', title: label('inspect-ids', { column }), count: null },
    heads(head),
    rows,
  );
}
