// The fate of one cell, from the statement that wrote it to wherever its bytes went: each step at which something took
// it up, moved it, kept it back or read it, on every node. A cell is known by who wrote it, for which column, and when.

import type { CellFate, SimEvent, StorageEvent } from '../../engine/index.ts';
import { reasonOf } from '../node/fallenCells.ts';
import type { Moment } from '../run/moment.ts';
import { label } from '../words/say.ts';
import { type CellName, isOurs } from './cellCopies.ts';
import { changesOfPlace, type FateLine } from './cellPlaces.ts';
import { toldEventsAt } from './toldEvents.ts';

/** Everything that happened to the cell up to the moment, in order. */
export function fateOf(moment: Moment, name: CellName): readonly FateLine[] {
  const lines: FateLine[] = [];
  for (let step = 1; step <= moment.step; step++) {
    const taken = moment.timeline.steps[step - 1];
    if (taken === undefined) {
      continue;
    }
    for (const [i, event] of taken.events.entries()) {
      lines.push(...linesOf(moment, name, { step, index: i, event }));
    }
    lines.push(...changesOfPlace(moment, name, step));
  }
  return lines;
}

interface Happening {
  readonly step: number;
  readonly index: number;
  readonly event: SimEvent;
}

function linesOf(moment: Moment, name: CellName, { step, index, event }: Happening): FateLine[] {
  const told = (node: string | null): FateLine[] => {
    const sentence = toldEventsAt(moment, step)[index]?.sentence;
    return sentence === undefined ? [] : [{ step, node, sentence }];
  };
  switch (event.kind) {
    case 'statement-received':
      return event.statement === name.statement ? told(null) : [];
    case 'mutation-refused':
    case 'request-waits':
      return event.statement === name.statement ? told(event.node) : [];
    case 'message-lost':
      return event.verb === 'MUTATION' && event.statement === name.statement ? told(event.to) : [];
    case 'mutation-applied':
      return event.statement === name.statement && event.unsafe ? told(event.node) : [];
    case 'statement-ended':
      return answerLines(name, step, event);
    case 'stored': {
      if (event.cfId !== name.cfId) {
        return [];
      }
      const own = storedSentence(name, event.node, event.event, moment);
      return own === 'told'
        ? told(event.node)
        : own === null
          ? []
          : [{ step, node: event.node, sentence: own }];
    }
    default:
      return [];
  }
}

/** A read's answer that shows the cell, and under which name. */
function answerLines(
  name: CellName,
  step: number,
  event: Extract<SimEvent, { kind: 'statement-ended' }>,
): FateLine[] {
  const set = event.result.rows;
  return (set?.rows ?? []).flatMap((row) =>
    row.flatMap((cell, i) => {
      if (cell.statement !== name.statement || cell.column !== name.column || cell.ts !== name.ts) {
        return [];
      }
      const column = set?.columns[i] ?? '';
      const values = { node: event.node, statement: event.statement, column, text: cell.text ?? '' };
      const isOwn = column === name.column;
      const sentence = label(isOwn ? 'fate-read' : 'fate-misread', { ...values, own: name.column });
      return [{ step, node: event.node, sentence }];
    }),
  );
}

/** What changes where it lies is told of the places themselves; this is what happens to it on the way. */
function storedSentence(
  name: CellName,
  node: string,
  event: StorageEvent,
  moment: Moment,
): string | 'told' | null {
  switch (event.kind) {
    case 'cell-discarded':
      return event.source === 'commitlog' && event.key === name.key && isOurs(name, event.fate)
        ? 'told'
        : null;
    case 'entry-upgraded':
    case 'converted': {
      const fate = event.key === name.key ? event.fates.find((one) => isOurs(name, one)) : undefined;
      return fate === undefined
        ? null
        : fate.toId === null
          ? leftOutSentence(moment, node, event, fate)
          : movedSentence(moment, node, event, fate);
    }
    default:
      return null;
  }
}

/** A copy was made without it; what was copied keeps it. */
function leftOutSentence(
  moment: Moment,
  node: string,
  { source, to }: Extract<StorageEvent, { kind: 'entry-upgraded' | 'converted' }>,
  fate: CellFate,
): string | null {
  return source === 'sstable' || source === 'result'
    ? label('fate-left-out', {
        node,
        source,
        to: moment.identities.name(to),
        why: reasonOf(fate, false),
      })
    : null;
}

function movedSentence(
  moment: Moment,
  node: string,
  event: Extract<StorageEvent, { kind: 'entry-upgraded' | 'converted' }>,
  fate: CellFate,
): string {
  const values = {
    node,
    source: event.source,
    from: moment.identities.name(event.from),
    to: moment.identities.name(event.to),
    fromId: String(fate.fromId ?? ''),
    toId: String(fate.toId ?? ''),
    moved: fate.fromId === null ? 'named' : fate.fromId === fate.toId ? 'stays' : 'moves',
  };
  return label(event.kind === 'entry-upgraded' ? 'fate-upgraded' : 'fate-converted', values);
}
