// Two runs of the same commands under two sets of rules: where they part, what breaks in one and not in the other, and
// what each of them cost.

import type { CostCounter, PromiseId, Protections, Timeline } from '../../engine/index.ts';
import { breakAt, checkPromises, costsOf, PROTECTION_TABLE, stateAt } from '../../engine/index.ts';
import { label, listed } from '../say.ts';
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
  /** What the run on the screen has that the other has not, or lacks: 'Without version tags'. */
  readonly wasName: string;
  readonly isName: string;
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
  const [wasName, isName] = namesOf(was.config.protections, is.config.protections);
  const [a, b] = [costsOf(was), costsOf(is)];
  const notes = [
    label('beside-besides', { count: besides }),
    label('beside-skipped', { count: skipped }),
  ].filter((note) => note !== '');
  return {
    wasName,
    isName,
    title: label('beside-title', { was: wasName, is: isName }),
    sentence: parting === null ? label('beside-same', {}) : label('beside-parts', { step: String(parting) }),
    same: parting === null,
    parting,
    notes: parting === null ? [] : notes,
    breaks: breaksOf(was, is),
    counters: (Object.keys(a) as CostCounter[])
      .filter((key) => a[key] !== b[key])
      .map((key) => ({ key, name: label(`counter-${key}`, {}), was: a[key], is: b[key] })),
  };
}

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

/** Each run by what sets it apart: 'With version tags', 'Without version tags'. */
function namesOf(was: Protections, is: Protections): readonly [string, string] {
  const changed = PROTECTION_TABLE.filter(({ id }) => was[id] !== is[id]);
  const names = listed(changed.map(({ id }) => protectionName(id)));
  const isOn = (rules: Protections): boolean => changed.every(({ id, on }) => rules[id] === on);
  const isOff = (rules: Protections): boolean => changed.every(({ id, on }) => rules[id] !== on);
  const nameOf = (rules: Protections): string =>
    changed.length > 0 && changed.length <= 2 && isOn(rules)
      ? label('beside-on', { names })
      : changed.length > 0 && changed.length <= 2 && isOff(rules)
        ? label('beside-off', { names })
        : '';
  const [a, b] = [nameOf(was), nameOf(is)];
  return a === '' || b === '' || a === b ? [label('beside-was', {}), label('beside-is', {})] : [a, b];
}
