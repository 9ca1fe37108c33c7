// Formats a message of the catalogue. What a message asks for is checked by the compiler: leaving a value out does not
// type-check. Values come from people (column names, texts), so a sentence that grows too long shortens its longest one.

import { formatMessage, type Message, parseMessage, type Values } from './icu.ts';
import type { Slots } from './icuSlots.ts';
import { LABELS_EN, SENTENCES_EN } from './messages.en.ts';
import { PLURAL_RULE_EN } from './pluralRule.en.ts';

/** Length of one narrated sentence, in characters. */
export const SENTENCE_LENGTH_MAX = 90;
/** No value is cut below this. */
const VALUE_LENGTH_MIN = 6;

export type SentenceId = keyof typeof SENTENCES_EN;
export type LabelId = keyof typeof LABELS_EN;
export type SentenceValues<K extends SentenceId> = Slots<(typeof SENTENCES_EN)[K]>;
export type LabelValues<K extends LabelId> = Slots<(typeof LABELS_EN)[K]>;

const parsed = new Map<string, Message>();

function fill(template: string, values: Values): string {
  const message = parsed.get(template) ?? parseMessage(template);
  parsed.set(template, message);
  return formatMessage(message, values, PLURAL_RULE_EN);
}

/** At most `length` characters (code points), the last one an ellipsis when something was cut. */
export function clip(text: string, length: number): string {
  const points = [...text];
  return points.length <= length ? text : `${points.slice(0, length - 1).join('')}…`;
}

function fitted(template: string, values: Values): string {
  let fitting = values;
  for (let turn = 0; turn <= Object.keys(values).length; turn++) {
    const text = fill(template, fitting);
    const excess = [...text].length - SENTENCE_LENGTH_MAX;
    if (excess <= 0) {
      return text;
    }
    const [name, value] = Object.entries(fitting).reduce<readonly [string, string]>(
      (longest, [key, one]) =>
        typeof one === 'string' && one.length > longest[1].length ? [key, one] : longest,
      ['', ''],
    );
    const uses = template.split(`{${name}}`).length - 1;
    const length = [...value].length - Math.ceil(excess / Math.max(1, uses));
    fitting = { ...fitting, [name]: clip(value, Math.max(VALUE_LENGTH_MIN, length)) };
  }
  return clip(fill(template, fitting), SENTENCE_LENGTH_MAX);
}

/** A sentence of at most SENTENCE_LENGTH_MAX characters. */
export function say<K extends SentenceId>(id: K, values: SentenceValues<K>): string {
  return fitted(SENTENCES_EN[id], values);
}

/** A short text, unshortened. */
export function label<K extends LabelId>(id: K, values: LabelValues<K>): string {
  return fill(LABELS_EN[id], values);
}

/** A sentence whose id is only known at run time, as one of several that share their values. */
export function sayAny(id: SentenceId, values: Values): string {
  return fitted(SENTENCES_EN[id], values);
}

/** A short text whose id is only known at run time. */
export function labelAny(id: LabelId, values: Values): string {
  return fill(LABELS_EN[id], values);
}

/** A sentence of the engine as a part of another: without its full stop. */
export function clause(sentence: string): string {
  return sentence.endsWith('.') ? sentence.slice(0, -1) : sentence;
}

/** 'B', 'B and C', 'B, C and D', by the catalogue's patterns of lists. */
export function listed(items: readonly string[]): string {
  const [first, second] = items;
  if (first === undefined || second === undefined) {
    return first ?? '';
  }
  if (items.length === 2) {
    return label('list-two', { first, second });
  }
  const last = items.at(-1) ?? '';
  const start = items
    .slice(1, -1)
    .reduce((all, one) => label('list-middle', { first: all, second: one }), first);
  return label('list-end', { first: start, second: last });
}

/** 'B, C, D': one thing beside the other, without a word between. */
export function enumerated(items: readonly string[]): string {
  const [first, ...others] = items;
  return others.reduce((all, one) => label('list-middle', { first: all, second: one }), first ?? '');
}
