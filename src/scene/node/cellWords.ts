// A cell's slot in words: its value as one writes it, and whether there is one.

import type { Slot, StatementId } from '../../engine/index.ts';
import { decodeText, isCollection, valuesOf } from '../../engine/index.ts';
import type { BoxView } from '../shape/scene.ts';
import { label } from '../words/say.ts';

export interface ShownSlot {
  readonly text: string;
  readonly state: BoxView['state'];
  readonly ts: number | null;
}

/** Whether it holds a cell, or an element, that a statement wrote. */
export function isWrittenBy(slot: Slot | undefined, statement: StatementId): boolean {
  const cells = !slot ? [] : isCollection(slot) ? valuesOf(slot.elements) : [slot];
  return cells.some((cell) => cell.statement === statement);
}

export const EMPTY_SLOT: ShownSlot = { text: '–', state: 'empty', ts: null };

export function showSlot(slot: Slot | undefined, type: string | undefined): ShownSlot {
  if (slot === null || slot === undefined) {
    return EMPTY_SLOT;
  }
  if (isCollection(slot)) {
    const count = valuesOf(slot.elements).filter((cell) => cell.value !== null).length;
    const ts = Math.max(slot.tombstone ?? 0, ...valuesOf(slot.elements).map((cell) => cell.ts));
    return { text: label('elements', { count }), state: 'live', ts };
  }
  if (slot.value === null) {
    return { text: '×', state: 'dead', ts: slot.ts };
  }
  const text = type === undefined ? null : decodeText(type, slot.value);
  return text === null
    ? { text: `0x${slot.value}`, state: 'undecodable', ts: slot.ts }
    : { text, state: 'live', ts: slot.ts };
}

export const slotText = (slot: Slot, type: string | undefined): string => showSlot(slot, type).text;
