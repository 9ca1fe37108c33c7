// Formats a message of the catalogue. Placeholders are checked by the compiler: leaving one out does not type-check.
// Values come from people (column names, texts), so a sentence that grows too long shortens its longest value.

import { LABELS_EN, SENTENCES_EN } from './messages.en.ts';

/** Length of one narrated sentence, in characters. */
export const SENTENCE_LENGTH_MAX = 90;
/** No value is cut below this. */
const VALUE_LENGTH_MIN = 6;

type Slots<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Slots<Rest> : never;

export type SentenceId = keyof typeof SENTENCES_EN;
export type LabelId = keyof typeof LABELS_EN;
export type SentenceValues<K extends SentenceId> = Readonly<Record<Slots<(typeof SENTENCES_EN)[K]>, string>>;

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');
}

/** At most `length` characters (code points), the last one an ellipsis when something was cut. */
export function clip(text: string, length: number): string {
  const points = [...text];
  return points.length <= length ? text : `${points.slice(0, length - 1).join('')}…`;
}

function fitted(template: string, values: Readonly<Record<string, string>>): string {
  let fitting = values;
  for (let turn = 0; turn <= Object.keys(values).length; turn++) {
    const text = fill(template, fitting);
    const excess = [...text].length - SENTENCE_LENGTH_MAX;
    if (excess <= 0) {
      return text;
    }
    const [name, value] = Object.entries(fitting).reduce(
      (a, b) => (b[1].length > a[1].length ? b : a),
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
export function label<K extends LabelId>(
  id: K,
  values: Readonly<Record<Slots<(typeof LABELS_EN)[K]>, string>>,
): string {
  return fill(LABELS_EN[id], values);
}

/** A sentence whose id is only known at run time, as one of several that share their values. */
export function sayAny(id: SentenceId, values: Readonly<Record<string, string>>): string {
  return fitted(SENTENCES_EN[id], values);
}

/** A short text whose id is only known at run time. */
export function labelAny(id: LabelId, values: Readonly<Record<string, string>>): string {
  return fill(LABELS_EN[id], values);
}
