// What a search through every order has found, in words and rows: the verdict in one sentence, the promises that break with the
// shortest run of each, the endings in groups.

import type { AnomalyId, Exploration, FoundBreak, FoundEnding, NodeOutcome } from '../../engine/index.ts';
import { shortHex } from '../run/identity.ts';
import { promiseTitle, witnessInShort } from '../verdict/promiseWords.ts';
import { anomalyTitle, conditionSentence, protectionName } from '../verdict/protectionWords.ts';
import { enumerated, label } from '../words/say.ts';
import { groupedStandings } from './nodeMarks.ts';
import { countText } from './numbers.ts';

/** How a search stands. */
export interface SearchStanding {
  readonly found: Exploration;
  readonly running: boolean;
  readonly cancelled: boolean;
  readonly ms: number;
  readonly statesMax: number;
}

export interface BreakRow {
  readonly state: number;
  readonly promise: string;
  readonly title: string;
  readonly steps: string;
  readonly witness: string;
  /** Why it breaks, or that it should not have. */
  readonly why: string;
  /** What the branch that shows it is about. */
  readonly about: string;
  /** The break is none of the protocol as configured: the run does not meet what the promise is conditional on. */
  readonly expected: boolean;
}

export interface EndingRow {
  readonly state: number;
  readonly sentence: string;
  readonly ways: string;
  readonly notes: readonly string[];
  /** Entries of "Not promised in 2016" that it shows; `link` says where the name leads. */
  readonly named: readonly { readonly id: AnomalyId; readonly title: string; readonly link: string }[];
  readonly agreed: boolean;
  readonly broken: boolean;
  readonly about: string;
}

export interface SearchView {
  /** 'holds', 'broken', or 'open' while nobody can know. */
  readonly outcome: 'holds' | 'broken' | 'open';
  readonly verdict: string;
  readonly notes: readonly string[];
  readonly figures: readonly {
    readonly id: 'states' | 'depth' | 'endings' | 'waiting' | 'time';
    readonly value: string;
  }[];
  readonly progress: string;
  readonly breaks: readonly BreakRow[];
  readonly endings: readonly EndingRow[];
  readonly endingsSentence: string;
  readonly endingsNotes: readonly string[];
}

export function searchViewOf(standing: SearchStanding): SearchView {
  const { found, running, ms } = standing;
  const waiting = found.states - found.looked;
  const breaks = found.breaks.map(breakRow);
  const real = breaks.filter(({ expected }) => !expected);
  return {
    outcome: found.breaks.length > 0 ? 'broken' : found.complete ? 'holds' : 'open',
    verdict: verdictOf(standing),
    notes: notesOf(standing),
    figures: [
      { id: 'states', value: countText(found.states) },
      { id: 'depth', value: countText(found.depth) },
      { id: 'endings', value: countText(found.endings) },
      ...(waiting > 0 ? [{ id: 'waiting' as const, value: countText(waiting) }] : []),
      { id: 'time', value: timeOf(ms) },
    ],
    progress: label('orders-so-far', {
      states: statesText(found.states),
      depth: found.depth,
      endings: endingsText(found.endings),
      waiting: countText(waiting),
    }),
    breaks: [...real, ...breaks.filter(({ expected }) => expected)],
    endings: found.groups.map((group) => endingRow(group, found.groups)),
    endingsSentence: label('endings-groups', { count: found.groupCount }),
    endingsNotes: endingsNotes(found, running),
  };
}

const statesText = (count: number): string => label('count-states', { count, text: countText(count) });
const endingsText = (count: number): string => label('count-endings', { count, text: countText(count) });

const timeOf = (ms: number): string =>
  ms < 1_000
    ? label('orders-time', { ms: String(Math.round(ms)) })
    : label('orders-seconds', { seconds: (ms / 1_000).toFixed(1) });

function verdictOf({ found, running }: SearchStanding): string {
  const [first] = found.breaks.toSorted((a, b) => rank(a) - rank(b) || a.depth - b.depth);
  const states = statesText(found.states);
  if (first !== undefined) {
    const others = new Set(found.breaks.map(({ promise }) => promise)).size - 1;
    return label('verdict-broken', { depth: first.depth, title: promiseTitle(first.promise), others });
  }
  return found.complete && !running
    ? label('verdict-holds', { states, endings: endingsText(found.endings) })
    : label('verdict-holds-so-far', { states });
}

/** A break of what was promised comes before one that was to be expected. */
const rank = ({ expected }: FoundBreak): number => (expected.conditions.length > 0 ? 1 : 0);

function notesOf({ found, running, cancelled, statesMax }: SearchStanding): readonly string[] {
  const notes: string[] = [];
  if (cancelled) {
    notes.push(label('verdict-cancelled', {}));
  } else if (!running && found.stopped === 'states') {
    notes.push(label('verdict-stopped-states', { states: countText(statesMax) }));
  } else if (!running && found.stopped === 'memory') {
    notes.push(label('verdict-stopped-memory', {}));
  }
  if (found.brokenStates > 0) {
    notes.push(label('count-broken', { count: found.brokenStates, text: countText(found.brokenStates) }));
  }
  if (found.brokenAtStart.length > 0) {
    notes.push(label('verdict-at-start', { titles: enumerated(found.brokenAtStart) }));
  }
  return notes;
}

function breakRow({ promise, state, depth, witness, expected }: FoundBreak): BreakRow {
  const names = expected.protections.map(protectionName);
  const conditions = expected.conditions.map(conditionSentence);
  const why =
    conditions.length > 0
      ? label('break-expected', { conditions: conditions.join(' ') })
      : names.length > 0
        ? label('break-off', { names: names.map((name) => name.replace(/\.$/, '')).join('; ') })
        : label('break-promised', {});
  return {
    state,
    promise,
    title: promiseTitle(promise),
    steps: label('break-steps', { depth }),
    witness: witness === null ? '' : witnessInShort(witness),
    why,
    about: label('break-about', { promise }),
    expected: conditions.length > 0,
  };
}

function endingRow(group: FoundEnding, all: readonly FoundEnding[]): EndingRow {
  const { nodes, ways, states, depth, left, broken } = group;
  const running = nodes.filter(({ up }) => up);
  const [first] = running;
  const agreed = running.length === nodes.length && running.every(({ digest }) => digest === first?.digest);
  const digest = first === undefined ? '' : shortHex(first.digest);
  const sentence = agreed
    ? label(nodes.length === 1 ? 'ending-one' : 'ending-agreed', { digest })
    : label('ending-split', { nodes: enumerated(groupedStandings(nodes)) });
  const notes = [
    ...(left > 0 ? [label('ending-left', { count: left })] : []),
    ...(broken.length > 0 ? [label('ending-broken', { titles: enumerated(broken) })] : []),
    ...failedNote(nodes),
    ...(hasTwin(group, all) ? [label('ending-data', { data: dataOf(nodes) })] : []),
  ];
  return {
    state: group.state,
    sentence,
    ways: enumerated([
      ...(ways === null ? [] : [label('ending-many-ways', { ways: countText(ways) })]),
      label('ending-states', { states }),
      label('ending-shortest', { depth }),
    ]),
    notes,
    named: group.named.map((id) => {
      const title = anomalyTitle(id);
      return { id, title, link: label('ending-named-link', { title }) };
    }),
    agreed,
    broken: broken.length > 0,
    about: label('ending-about', { digest }),
  };
}

function failedNote(nodes: readonly NodeOutcome[]): readonly string[] {
  const failed = nodes.flatMap(({ results }) =>
    results
      .filter(({ status }) => status !== 'ok')
      .map(({ statement, status }) => label('ending-statement', { statement, status })),
  );
  return failed.length === 0 ? [] : [label('ending-failed', { statements: enumerated(failed) })];
}

const schemaOf = (nodes: readonly NodeOutcome[]): string =>
  JSON.stringify(nodes.map(({ up, digest }) => [up, digest]));

/** Another ending has the same schema: then the data tells them apart. */
function hasTwin(group: FoundEnding, all: readonly FoundEnding[]): boolean {
  return all.some((other) => other !== group && schemaOf(other.nodes) === schemaOf(group.nodes));
}

const dataOf = (nodes: readonly NodeOutcome[]): string =>
  enumerated(nodes.map(({ node, data }) => `${node} ${data.slice(0, 4)}`));

function endingsNotes(found: Exploration, running: boolean): readonly string[] {
  const notes: string[] = [];
  if (found.groupCount > found.groups.length) {
    notes.push(
      label('endings-more', { shown: String(found.groups.length), count: String(found.groupCount) }),
    );
  }
  if (found.complete && !running && found.groupCount > 0) {
    notes.push(
      label(found.groups.some(({ ways }) => ways === null) ? 'ways-circular' : 'ways-explained', {}),
    );
  }
  return notes;
}
