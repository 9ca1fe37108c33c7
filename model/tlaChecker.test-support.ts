// For tests only: SchemaMerge.tla as tla-checker sees it - every state, which of them are endings, and the first break.

import { readFileSync } from 'node:fs';
import { check_spec_with_options, initSync } from 'tla-checker';
import { compareText } from '../src/engine/plain/compare.ts';

const MODEL = new URL('./', import.meta.url);

export function modelText(name = 'SchemaMerge.tla'): string {
  return readFileSync(new URL(name, MODEL), 'utf8');
}

let isReady = false;
function ready(): void {
  if (!isReady) {
    initSync({ module: readFileSync(new URL(import.meta.resolve('tla-checker/tla_checker_bg.wasm'))) });
    isReady = true;
  }
}

interface Answer {
  readonly success: boolean;
  readonly error_type: string | null;
  readonly error_message: string | null;
  readonly states_explored: number;
  readonly trace: readonly string[] | null;
  readonly dot: string | null;
}

export interface Checked {
  readonly states: number;
  /** Every state as one text, equal for equal states; with `endings` those from which nothing can happen. */
  readonly all: readonly string[];
  readonly endings: readonly string[];
}

const BOUNDS = { max_states: 200_000, max_depth: 1_000, allow_deadlock: true };

function checkModel(spec: string, cfg: string, withGraph: boolean): Answer {
  ready();
  const options = { ...BOUNDS, export_dot: withGraph, dot_mode: 'full', cfg_source: cfg };
  return JSON.parse(check_spec_with_options(spec, JSON.stringify(options))) as Answer;
}

/** Every reachable state; a broken invariant or a fault of the model fails the test that asked. */
export function allStates(spec: string, cfg: string): Checked {
  const answer = checkModel(spec, cfg, true);
  if (!answer.success || answer.dot === null) {
    throw new Error(`tla-checker: ${answer.error_type} ${answer.error_message}`);
  }
  const labels = new Map<string, string>();
  const left = new Set<string>();
  for (const line of answer.dot.split('\n')) {
    const edge = /^ {2}(s\d+) -> /u.exec(line);
    const state = /^ {2}(s\d+) \[label="(.*)"(?:, [a-z]+=[^"]*)*\];$/u.exec(line);
    if (edge?.[1] !== undefined) {
      left.add(edge[1]);
    } else if (state?.[1] !== undefined && state[2] !== undefined) {
      labels.set(state[1], canonicalState(state[2].replaceAll('\\"', '"')));
    }
  }
  const ends = [...labels].filter(([id]) => !left.has(id)).map(([, text]) => text);
  return { states: answer.states_explored, all: [...labels.values()].sort(), endings: ends.sort() };
}

/** Steps to the first state that breaks an invariant; null when none does. Breadth first: it is the least number. */
export function depthInModel(spec: string, cfg: string): number | null {
  const answer = checkModel(spec, cfg, false);
  if (answer.success) {
    return null;
  }
  if (answer.trace === null || answer.error_type !== 'InvariantViolation') {
    throw new Error(`tla-checker: ${answer.error_type} ${answer.error_message}`);
  }
  return [...answer.trace.join('\n').matchAll(/^State \d+/gmu)].length - 1;
}

/** A label's variables, each in the form that `tlaText` has: sets in byte order. The count of losses is left as it is. */
function canonicalState(label: string): string {
  return label
    .split('\\n')
    .map((line) => {
      const at = line.indexOf('=');
      const read = readValue(line, at + 1);
      return `${line.slice(0, at)}=${read.text}`;
    })
    .sort(compareText)
    .join('\n');
}

interface Read {
  readonly text: string;
  readonly end: number;
}

function readValue(text: string, at: number): Read {
  if (text.startsWith('<<', at)) {
    const items = readItems(text, at + 2, '>>');
    return { text: `<<${items.texts.join(', ')}>>`, end: items.end };
  }
  switch (text[at]) {
    case '{': {
      const items = readItems(text, at + 1, '}');
      return { text: `{${items.texts.sort(compareText).join(', ')}}`, end: items.end };
    }
    case '[': {
      const items = readItems(text, at + 1, ']');
      return { text: `[${items.texts.sort(compareText).join(', ')}]`, end: items.end };
    }
    case '"': {
      const end = text.indexOf('"', at + 1) + 1;
      return { text: text.slice(at, end), end };
    }
    default: {
      const [word = ''] = /^[A-Za-z0-9_.-]+/u.exec(text.slice(at)) ?? [];
      const isTruth = word === 'true' || word === 'false';
      return { text: isTruth ? word.toUpperCase() : word, end: at + word.length };
    }
  }
}

/** The items up to a closing mark; in a record each is 'name |-> value'. */
function readItems(text: string, start: number, close: string): { texts: string[]; end: number } {
  const texts: string[] = [];
  let at = start;
  while (!text.startsWith(close, at)) {
    const name = /^[A-Za-z0-9_]+ \|-> /u.exec(text.slice(at, at + 60))?.[0] ?? '';
    const read = readValue(text, at + name.length);
    texts.push(name + read.text);
    at = text.startsWith(', ', read.end) ? read.end + 2 : read.end;
    if (read.end === at && !text.startsWith(close, at)) {
      throw new Error(`A value of tla-checker cannot be read at: ${text.slice(at, at + 40)}`);
    }
  }
  return { texts, end: at + close.length };
}
