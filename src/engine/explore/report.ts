// What a search tells, at its end or on the way (SPEC X4, X10, X11).

import type { AnomalyId } from '../sim/anomalies.ts';
import type { Break, Breaks } from './breaks.ts';
import type { EndingNames } from './endingNames.ts';
import type { EndingGroup } from './endings.ts';
import { promisesOf } from './judge.ts';
import type { NodeOutcome } from './outcome.ts';
import type { Search } from './search.ts';
import { countWays } from './ways.ts';

/** Why a search is over before it has seen everything. */
export type Stop = 'states' | 'memory' | 'break' | 'goal';

export interface FoundBreak extends Break {
  /** Steps from the start: no run breaks this promise in fewer. */
  readonly depth: number;
}

export interface FoundEnding {
  readonly state: number;
  readonly depth: number;
  /** Distinct states that end like this. */
  readonly states: number;
  /** Orders of choices that end like this, as far as a double counts; null where they can go in circles, or are not known yet. */
  readonly ways: number | null;
  readonly nodes: readonly NodeOutcome[];
  /** Commands that could never be given. */
  readonly left: number;
  readonly broken: readonly string[];
  /** What 2016 did not promise to spare anybody, and the first of these states shows. */
  readonly named: readonly AnomalyId[];
}

export interface Exploration {
  /** Distinct states found, the first included, and how many of them were looked at. */
  readonly states: number;
  readonly looked: number;
  /** Steps from one state to another that were tried. */
  readonly edges: number;
  /** Steps of the longest of all shortest ways to a state. */
  readonly depth: number;
  /** Distinct states from which nothing can happen any more but a fault. */
  readonly endings: number;
  /** The digests of each ending's nodes, as one text each. */
  readonly endingDigests: readonly string[];
  /** Endings in groups, the most frequent first: `GROUPS_MAX` of `groupCount`, and the first for each name that is not among them. */
  readonly groups: readonly FoundEnding[];
  readonly groupCount: number;
  /** False when a bound was met; the figures are then those so far. */
  readonly complete: boolean;
  readonly stopped: Stop | null;
  /** The shortest run for each promise that breaks, and where that was to be expected, the shortest where it was not. */
  readonly breaks: readonly FoundBreak[];
  readonly brokenStates: number;
  readonly brokenAtStart: readonly string[];
  /** What was computed once and looked up ever after. */
  readonly nodeStates: number;
  readonly messages: number;
  readonly nodeSteps: number;
  /** What the search takes, roughly. */
  readonly bytes: number;
}

const GROUPS_MAX = 40;

export function reportOf(
  search: Search,
  { breaks, names }: { readonly breaks: Breaks; readonly names: EndingNames },
  end: Pick<Exploration, 'complete' | 'stopped'>,
): Exploration {
  const { interned, endings, edges } = search;
  const groups = groupsOf(search, names, end.complete);
  return {
    ...end,
    states: search.states(),
    looked: search.looked(),
    edges: edges.targets.length,
    depth: search.depth(),
    endings: endings.count(),
    endingDigests: [...new Set(endings.groups().map(digestsOf))].sort(),
    groups: told(groups),
    groupCount: groups.length,
    breaks: breaks.found().map((found) => ({ ...found, depth: search.depthOf(found.state) })),
    brokenStates: breaks.states(),
    brokenAtStart: breaks.atStart(),
    nodeStates: interned.nodes.values.length,
    messages: interned.messages.values.length,
    nodeSteps: interned.answers(),
    bytes: search.bytes(),
  };
}

const digestsOf = ({ nodes }: EndingGroup): string => nodes.map(({ digest }) => digest.slice(0, 8)).join(' ');

/** Until a search is complete nobody knows how many ways lead anywhere. */
function groupsOf(search: Search, names: EndingNames, complete: boolean): readonly FoundEnding[] {
  const ways = complete ? countWays(search.edges) : null;
  const groups = search.endings.groups().map((group) => {
    const { first, states, nodes, left, broken } = group;
    return {
      state: first,
      depth: search.depthOf(first),
      states: states.length,
      ways: ways === null ? null : states.reduce((sum, state) => sum + (ways[state] ?? 0), 0),
      nodes,
      left,
      broken: promisesOf(broken),
      named: names(search, group),
    };
  });
  return groups.sort((a, b) => (b.ways ?? b.states) - (a.ways ?? a.states) || a.state - b.state);
}

/** The most frequent, and behind them the first of each name that none of those has. */
function told(groups: readonly FoundEnding[]): readonly FoundEnding[] {
  const shown = groups.slice(0, GROUPS_MAX);
  for (const group of groups.slice(GROUPS_MAX)) {
    if (group.named.some((id) => shown.every(({ named }) => !named.includes(id)))) {
      shown.push(group);
    }
  }
  return shown;
}
