// Two runs of the same commands under two sets of rules: where they part, what breaks in one and not in the other, and
// what each of them cost.

import type { CostCounter, PromiseId, Protections, Timeline } from '../../engine/index.ts';
import { breakAt, checkPromises, costsOf, PROTECTION_TABLE, stateAt } from '../../engine/index.ts';
import { label, listed } from '../words/say.ts';
import { promiseTitle } from './promiseWords.ts';
import { protectionName } from './protectionWords.ts';

export interface BesideBreak {
  readonly id: PromiseId;
  readonly title: string;
  /** The step that broke it in either run; null where it holds to the end. */
  readonly was: number | null;
  readonly is: number | null;
  /** 'Broken at step 7', 'Holds' */
  readonly wasText: string;
  readonly isText: string;
}

export interface BesideView {
  /** 'With it', 'Without it', 'Old rules', 'New rules' */
  readonly wasName: string;
  readonly isName: string;
  readonly showWas: string;
  readonly showIs: string;
  readonly title: string;
  /** 'They part at step 7.' or that they are the same. */
  readonly sentence: string;
  readonly same: boolean;
  readonly parting: number | null;
  /** What else is to be said: commands that became impossible, steps that are new. */
  readonly notes: readonly string[];
  /** Promises that are broken at the end of one of them. */
  readonly breaks: readonly BesideBreak[];
  /** Counters that differ. */
  readonly counters: readonly {
    readonly key: CostCounter;
    readonly name: string;
    readonly was: number;
    readonly is: number;
  }[];
}

export interface Pair {
  readonly was: Timeline;
  readonly is: Timeline;
  readonly parting: number | null;
  readonly skipped: number;
  readonly besides: number;
}

export function besideOf({ was, is, parting, skipped, besides }: Pair): BesideView {
  const [before, after] = [was.config.protections, is.config.protections];
  const [wasWhich, isWhich] = whichOf(before, after);
  const isRenamed =
    before.versionHash !== after.versionHash || before.tombstonesOutOfHash !== after.tombstonesOutOfHash;
  const [a, b] = [costsOf(was), costsOf(is)];
  const notes = [
    label('beside-besides', { count: besides }),
    label('beside-skipped', { count: skipped }),
  ].filter((note) => note !== '');
  return {
    wasName: label('beside-name', { which: wasWhich }),
    isName: label('beside-name', { which: isWhich }),
    showWas: label('beside-show', { which: wasWhich }),
    showIs: label('beside-show', { which: isWhich }),
    title: titleOf(before, after, wasWhich),
    sentence: parting === null ? label('beside-same', {}) : label('beside-parts', { step: String(parting) }),
    same: parting === null,
    parting,
    notes: parting !== null ? notes : isRenamed ? [label('beside-renamed', {})] : [],
    breaks: breaksOf(was, is),
    counters: (Object.keys(a) as CostCounter[])
      .filter((key) => a[key] !== b[key])
      .map((key) => ({ key, name: label(`counter-${key}`, {}), was: a[key], is: b[key] })),
  };
}

/** So many protections are named in a title. */
const NAMED_MAX = 2;

const endOf = (timeline: Timeline): number => timeline.steps.length;

function breaksOf(was: Timeline, is: Timeline): readonly BesideBreak[] {
  const text = (step: number | null): string =>
    step === null
      ? label('verdict-state', { state: 'held' })
      : label('beside-broken-at', { step: String(step) });
  return checkPromises(stateAt(is, endOf(is)).core).flatMap(({ id }) => {
    const [a, b] = [was, is].map((run) => breakAt(run, endOf(run), id)?.step ?? null);
    return (a ?? null) === null && (b ?? null) === null
      ? []
      : [
          {
            id,
            title: promiseTitle(id),
            was: a ?? null,
            is: b ?? null,
            wasText: text(a ?? null),
            isText: text(b ?? null),
          },
        ];
  });
}

type Which = 'on' | 'off' | 'old' | 'new';

/** Each run by what sets it apart: with one protection or without it, or by old and new rules. */
function whichOf(was: Protections, is: Protections): readonly [Which, Which] {
  const changed = PROTECTION_TABLE.filter(({ id }) => was[id] !== is[id]);
  const isOn = (rules: Protections): boolean => changed.every(({ id, on }) => rules[id] === on);
  const isOff = (rules: Protections): boolean => changed.every(({ id, on }) => rules[id] !== on);
  if (changed.length > 0 && changed.length <= NAMED_MAX && isOn(was) && isOff(is)) {
    return ['on', 'off'];
  }
  return changed.length > 0 && changed.length <= NAMED_MAX && isOff(was) && isOn(is)
    ? ['off', 'on']
    : ['old', 'new'];
}

function titleOf(was: Protections, is: Protections, which: Which): string {
  const changed = PROTECTION_TABLE.filter(({ id }) => was[id] !== is[id]);
  return which === 'old' || which === 'new'
    ? label('beside-title-rules', {})
    : label('beside-title', { names: listed(changed.map(({ id }) => protectionName(id))) });
}
