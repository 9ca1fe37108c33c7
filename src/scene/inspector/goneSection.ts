// The cells that are gone from an entry as a section: each leads to its fate.

import { decodedKey } from '../narration/entryWords.ts';
import type { Moment } from '../run/moment.ts';
import { label } from '../words/say.ts';
import type { GoneCell } from './goneCells.ts';
import type { Section, TableRow } from './inspection.ts';
import { cellText, type EntryPlace, elementText } from './storedCells.ts';
import { heads, mono, quiet, statementValue, stepTone, stepValue, tableSection, value } from './values.ts';

/** None where nothing is gone. */
export function goneSections(
  moment: Moment,
  place: EntryPlace,
  gone: readonly GoneCell[],
): readonly Section[] {
  const head = ['means', 'value', 'by', 'gone', 'why'] as const;
  const rows = gone.map((cell) => goneRow(moment, place, cell));
  const title = label('inspect-gone', {});
  return rows.length === 0 ? [] : [tableSection({ key: 'gone', title }, heads(head), rows)];
}

function goneRow(moment: Moment, place: EntryPlace, { stored, step, why, wasStored }: GoneCell): TableRow {
  const { cell, row, means } = stored;
  const text = cellText(stored);
  const { statement } = cell;
  const element = elementText(stored);
  return {
    key: `${row}/${means}/${stored.element ?? ''}/${statement}`,
    tone: stepTone(moment, step),
    cells: [
      [
        value(means, { select: { kind: 'cell', entry: place.entry, row, column: means, statement } }),
        ...(element === '' ? [] : [mono(element, { tone: 'quiet' })]),
        ...(stored.clustering === ''
          ? []
          : [quiet(decodedKey(place.table.schema, 'clustering_key', stored.clustering))]),
      ],
      [text === null ? quiet(label('inspect-dead', {})) : mono(text)],
      [statementValue(moment, statement)],
      [stepValue(step)],
      [...(wasStored ? [] : [quiet(label('inspect-never-stored', {}))]), ...(why === '' ? [] : [value(why)])],
    ],
  };
}
