// Where in its text a statement is refused (SPEC Q9): the part that the refusal is about, as it was noted when the text was read.

import type { Assignment, CqlStatement, DataText } from '../cql/text/ast.ts';
import type { PartPlace } from '../cql/text/cursor.ts';
import { type CqlProblem, problemAt } from '../cql/text/problem.ts';
import type { ScriptPart } from '../cql/text/script.ts';
import { lookup } from '../plain/record.ts';
import type { Part, Refusal } from '../plain/result.ts';
import type { ConsoleSession } from './bindCql.ts';

/** The refusal with its place in the statement's own text; without a part of its own it is about the whole statement. */
export function refusedPlace(script: ScriptPart, session: ConsoleSession, refusal: Refusal): CqlProblem {
  const { text, offset, read } = script;
  if (!read.ok) {
    const { what, place } = read.problem;
    return problemAt(text, { offset: Math.max(0, place.offset - offset), length: place.length }, what);
  }
  const { about } = refusal;
  const wanted = about === undefined ? null : inExecute(read.statement, session, about);
  const found = wanted === null ? undefined : placeOf(read.parts, wanted);
  return found === undefined
    ? problemAt(text, { offset: 0, length: text.length }, refusal.problem)
    : problemAt(text, { offset: found.offset - offset, length: found.length }, refusal.problem);
}

/** The name that a refusal is about is the first of its kind; a column of a WHERE may stand under either word. */
function placeOf(parts: readonly PartPlace[], { what, name }: Part): PartPlace | undefined {
  const named = (kind: Part['what']): readonly PartPlace[] =>
    parts.filter((part) => part.what === kind && part.name === name);
  switch (what) {
    case 'value':
      // A WHERE stands behind the values that are set, and its values are judged first.
      return named('value').at(-1);
    case 'condition':
      return named('condition')[0] ?? named('column')[0];
    case 'column':
      return named('column')[0] ?? named('condition')[0];
    case 'type':
      return named('type')[0] ?? named('column')[0];
    default:
      return named(what)[0];
  }
}

/** An EXECUTE has the values of its statement's question marks, and nothing else of it. */
function inExecute(statement: CqlStatement, session: ConsoleSession, about: Part): Part {
  if (statement.kind !== 'execute' || about.what === 'marker') {
    return about;
  }
  const text = lookup(session.prepared, statement.statement)?.text;
  const marker = about.what === 'value' && text !== undefined ? markerOf(text, about.name) : null;
  return marker === null
    ? { what: 'statement', name: statement.statement }
    : { what: 'marker', name: String(marker) };
}

function markerOf(text: DataText, column: string): number | null {
  const assigned: readonly Assignment[] = [
    ...('values' in text ? text.values : []),
    ...('where' in text ? text.where : []),
  ];
  const term = assigned.findLast((one) => one.column === column)?.term;
  return term !== undefined && 'marker' in term ? term.marker : null;
}
