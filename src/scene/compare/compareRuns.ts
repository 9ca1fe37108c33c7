// What differs between two moments beyond their nodes' cards: what clients were told, which promises hold, what is on
// its way. A statement is the same one on two branches only when it says the same.

import {
  checkPromises,
  firstToldApart,
  isStatement,
  type Message,
  type StatementResult,
  type Timeline,
} from '../../engine/index.ts';
import { factsOf, messageName } from '../narration/narrateMessage.ts';
import { resultText } from '../narration/narrateStatement.ts';
import { statementVerb } from '../run/statementWords.ts';
import { promiseTitle } from '../verdict/promiseWords.ts';
import { label } from '../words/say.ts';
import { changeOf, sayDifference, type Words } from './compareWords.ts';
import type { Change } from './comparison.ts';
import { pairBy } from './pairing.ts';
import type { Seen } from './sideMoment.ts';

interface Outcome {
  readonly key: string;
  readonly id: string;
  readonly node: string;
  readonly what: string;
  readonly text: string;
}

function outcomeText(result: StatementResult): string {
  return result.rows === null
    ? label(`outcome-${result.status}`, {})
    : resultText(result) || label('outcome-empty', {});
}

function outcomesOf({ moment }: Seen): Outcome[] {
  return moment.state.core.nodes.flatMap((node) =>
    Object.entries(node.results).map(([id, result]) => {
      const statement = moment.statements.byId.get(id);
      const what = statement === undefined ? id : statementVerb(statement);
      return { key: `${node.id} ${id} ${what}`, id, node: node.id, what, text: outcomeText(result) };
    }),
  );
}

/** On that side up to that moment. */
const isAsked = ({ moment }: Seen, { id, what }: Outcome): boolean =>
  moment.timeline.steps
    .slice(0, moment.step)
    .some(({ command }) => isStatement(command) && command.id === id && statementVerb(command) === what);

function statementChanges(was: Seen, is: Seen, words: Words): Change[] {
  const open = (side: Seen, one: Outcome): string =>
    label(isAsked(side, one) ? 'outcome-none' : 'outcome-unasked', {});
  return pairBy(outcomesOf(was), outcomesOf(is), (one) => one.key).flatMap(({ key, was: old, is: now }) => {
    const one = now ?? old;
    if (one === null || old?.text === now?.text) {
      return [];
    }
    const texts = { was: old?.text ?? open(was, one), is: now?.text ?? open(is, one) };
    const sentence = sayDifference({ ...words, node: one.node }, 'compare-statement', {
      statement: one.what,
      ...texts,
    });
    const selection = { kind: 'statement', statement: one.id } as const;
    const told = { key: `statement ${key}`, area: 'statement' as const, node: one.node, what: one.what };
    return [changeOf({ ...told, sentence, selection }, texts.was, texts.is)];
  });
}

function promiseChanges(was: Seen, is: Seen, words: Words): Change[] {
  const before = checkPromises(was.moment.state.core);
  return checkPromises(is.moment.state.core).flatMap((now) => {
    const old = before.find((one) => one.id === now.id);
    if (old === undefined || old.held === now.held) {
      return [];
    }
    const title = promiseTitle(now.id);
    const broken = now.held ? words.a : words.b;
    const text = (held: boolean): string => label(held ? 'compare-held' : 'compare-broken', {});
    const sentence = sayDifference(words, 'compare-promise', {
      broken,
      title,
      breaks: now.held ? 'no' : 'yes',
    });
    const told = { key: `promise ${now.id}`, area: 'promise' as const, node: null, what: title };
    return [changeOf({ ...told, sentence, selection: null }, text(old.held), text(now.held))];
  });
}

interface Flying {
  readonly key: string;
  readonly message: string;
  readonly name: string;
}

function flyingOf({ moment }: Seen): Flying[] {
  const copies = new Map<string, number>();
  return moment.state.core.messages.map((message: Message) => {
    const name = messageName(moment.words, factsOf(message));
    const copy = copies.get(message.key) ?? 0;
    copies.set(message.key, copy + 1);
    return { key: `${message.key}~${copy} ${name}`, message: message.key, name };
  });
}

function messageChanges(was: Seen, is: Seen, words: Words): Change[] {
  const flying = label('compare-flying', {});
  return pairBy(flyingOf(was), flyingOf(is), (one) => one.key).flatMap(({ key, was: old, is: now }) => {
    const one = now ?? old;
    if (one === null || (old !== null && now !== null)) {
      return [];
    }
    const there = now === null ? words.a : words.b;
    const sentence = sayDifference(words, 'compare-message', { name: one.name, there });
    const selection = { kind: 'message', message: one.message } as const;
    const told = { key: `message ${key}`, area: 'message' as const, node: null, what: one.name };
    return [changeOf({ ...told, sentence, selection }, old && flying, now && flying)];
  });
}

/** Everything of two moments that stands on no card. */
export function compareRuns(was: Seen, is: Seen, words: Words): readonly Change[] {
  return [
    ...promiseChanges(was, is, words),
    ...statementChanges(was, is, words),
    ...messageChanges(was, is, words),
  ];
}

const shared = new WeakMap<Timeline, WeakMap<Timeline, number | null>>();

/** How many steps two runs share from their start: they part after it. Null: they are the same, or one ends there. */
export function partingStep(a: Timeline, b: Timeline): number | null {
  const known = shared.get(a) ?? new WeakMap<Timeline, number | null>();
  shared.set(a, known);
  const found = known.get(b);
  if (found !== undefined) {
    return found;
  }
  const apart = firstToldApart(a, b);
  const ends = Math.min(a.steps.length, b.steps.length);
  const step = apart === null || apart > ends ? null : apart - 1;
  known.set(b, step);
  return step;
}
