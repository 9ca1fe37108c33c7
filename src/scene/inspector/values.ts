// How values, facts and lines of the inspector are made.

import type { NodeId, NodeState, SchemaVersion, StatementId } from '../../engine/index.ts';
import type { Moment } from '../run/moment.ts';
import type { Selection } from '../shape/scene.ts';
import { type LabelId, label } from '../words/say.ts';
import type { Block, Fact, HistoryLine, Section, TableBlock, Value } from './inspection.ts';

/** Where a table has nothing to say. */
const NOTHING = '–';

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

export function quiet(text: string): Value {
  return value(text, { tone: 'quiet' });
}

export function mono(text: string, more: Partial<Value> = {}): Value {
  return value(text, { mono: true, ...more });
}

export function link(text: string, select: Selection): Value {
  return value(text, { select });
}

/** A version by its name and tile; it leads to the version when its definition has been seen. */
export function versionValue(moment: Moment, version: SchemaVersion | null): Value {
  const identity = moment.identities.of(version);
  const name = version === null ? NOTHING : moment.identities.name(version);
  return value(name, {
    identity,
    select: version === null || identity === null ? null : { kind: 'version', version },
  });
}

export function nodeValue(node: NodeId): Value {
  return link(node, { kind: 'node', node });
}

/** A statement by its label and id: '+email s1'. */
export function statementValue(moment: Moment, statement: StatementId): Value {
  const text = label('inspect-statement', { what: moment.words.label(statement), statement });
  return moment.statements.byId.has(statement) ? link(text, { kind: 'statement', statement }) : value(text);
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

/** A table; its caption is read aloud, and shown when it says more than the section's title. */
export function table(
  key: string,
  caption: string,
  head: readonly string[],
  rows: TableBlock['rows'],
): TableBlock {
  return { kind: 'table', key, caption, captionHidden: true, head, rows };
}

type HeadName = LabelId extends infer Id ? (Id extends `inspect-head-${infer Name}` ? Name : never) : never;

/** What heads the columns of a table. */
export function heads(names: readonly HeadName[]): readonly string[] {
  return names.map((name) => label(`inspect-head-${name}`, {}));
}

/** Behind a node, which of its shards; nothing where it has but one. */
export function shardMark({ shards }: Pick<NodeState, 'shards'>, shard: number): readonly Value[] {
  return shards.length > 1 ? [quiet(label('dot-shard', { shard: String(shard) }))] : [];
}

/** A row about something that happened: it stands out in the step that did it. */
export function stepTone({ step: now }: Moment, step: number): 'changed' | 'plain' {
  return step === now && step > 0 ? 'changed' : 'plain';
}

export const nothing = (): Value => quiet(NOTHING);

export function yesNo(is: boolean): Value {
  return value(label(is ? 'inspect-yes' : 'inspect-no', {}));
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

/** A section with one table, or a sentence where it would have no row. */
export function tableSection(
  {
    key,
    title,
    none,
    ...more
  }: Partial<Section> & Pick<Section, 'key' | 'title'> & { readonly none?: string },
  head: readonly string[],
  rows: TableBlock['rows'],
): Section {
  const block =
    rows.length === 0 ? note('none', none ?? label('inspect-none', {})) : table(key, title, head, rows);
  return section(key, title, [block], { count: rows.length, ...more });
}
