// How values, facts and lines of the inspector are made.

import type { Moment } from '../moment.ts';
import { label } from '../say.ts';
import type { Selection } from '../scene.ts';
import type { Block, Fact, HistoryLine, Section, Value } from './inspection.ts';

const PLAIN: Value = {
  text: '',
  mono: false,
  identity: null,
  select: null,
  step: null,
  copy: null,
  tone: 'plain',
};

export function value(text: string, more: Partial<Value> = {}): Value {
  return { ...PLAIN, text, ...more };
}

export function mono(text: string, more: Partial<Value> = {}): Value {
  return value(text, { mono: true, ...more });
}

export function link(text: string, select: Selection): Value {
  return value(text, { select });
}

export function stepValue(step: number): Value {
  return value(stepText(step), { step });
}

export function stepText(step: number): string {
  return step === 0 ? label('inspect-start', {}) : label('log-step', { step: String(step) });
}

export function fact(term: string, ...values: readonly Value[]): Fact {
  return { term, values };
}

export function facts(key: string, list: readonly Fact[]): Block {
  return { kind: 'facts', key, facts: list.filter((each) => each.values.length > 0) };
}

export function note(key: string, text: string): Block {
  return { kind: 'note', key, text };
}

export function line(
  moment: Moment,
  at: { readonly key: string; readonly step: number },
  sentence: string,
): HistoryLine {
  return {
    key: at.key,
    step: at.step,
    stepText: stepText(at.step),
    current: at.step === moment.step,
    sentence,
  };
}

export function section(
  key: string,
  title: string,
  blocks: readonly Block[],
  more?: Partial<Section>,
): Section {
  return { key, title, count: null, open: true, blocks, ...more };
}
