// The verdict at a moment: every promise, held or broken, and whether it is made for this run at all; and of a broken one
// which step broke it, why, and from which step on nothing could keep it.

import type {
  Break,
  Command,
  Config,
  Inevitable,
  PromiseId,
  Protections,
  Timeline,
  Witness,
} from '../../engine/index.ts';
import {
  breakAt,
  CONDITIONS,
  PROMISE_TABLE,
  PROTECTION_TABLE,
  protectionsKept,
  whyBroken,
} from '../../engine/index.ts';
import { contextAt } from '../narration/narrationAt.ts';
import { type Moment, momentAt } from '../run/moment.ts';
import { statementVerb } from '../run/statementWords.ts';
import { promisesAt } from '../run/verdict.ts';
import type { SceneOptions, Selection } from '../shape/scene.ts';
import { label, listed } from '../words/say.ts';
import { promiseTitle, witnessRow, witnessSentence } from './promiseWords.ts';
import { conditionSentence, protectionName } from './protectionWords.ts';
import { type WhyLine, whyLines } from './whyWords.ts';

export interface VerdictItem {
  readonly id: PromiseId;
  readonly title: string;
  readonly held: boolean;
  /** Of a broken one: what is broken and where. */
  readonly sentence: string;
  /** What this run lacks for the promise to be made at all; none when it is made. */
  readonly unmet: readonly string[];
}

export interface VerdictView {
  readonly allHold: boolean;
  /** 'All 16 promises hold.', 'One promise is broken.' */
  readonly heading: string;
  readonly broken: readonly VerdictItem[];
  readonly held: readonly VerdictItem[];
  readonly heldTitle: string;
  /** Held, but not made for this run. */
  readonly unpromised: readonly VerdictItem[];
  readonly unpromisedTitle: string;
}

export function verdictOf(timeline: Timeline, step: number, options: SceneOptions): VerdictView {
  const moment = momentAt(timeline, { step, fraction: 0 }, options);
  const context = contextAt(moment, moment.step);
  const items = promisesAt(moment.state).map(
    ({ id, held, witness }): VerdictItem => ({
      id,
      title: promiseTitle(id),
      held,
      sentence: witness === null ? '' : witnessSentence(context, firstOf(moment, id) ?? witness),
      unmet: unmetBy(moment, id),
    }),
  );
  const broken = items.filter((one) => !one.held);
  const held = items.filter((one) => one.held && one.unmet.length === 0);
  const unpromised = items.filter((one) => one.held && one.unmet.length > 0);
  return {
    allHold: broken.length === 0,
    heading:
      broken.length === 0
        ? label('verdict-all', { count: String(items.length) })
        : label('verdict-broken-count', { count: broken.length }),
    broken,
    held,
    heldTitle: label('verdict-held', { count: held.length }),
    unpromised,
    unpromisedTitle: label('verdict-unpromised', { count: unpromised.length }),
  };
}

/** What a node keeps a record of is told of the one that broke it first, as are the step and the reasons. */
function firstOf({ timeline, step, state }: Moment, promise: PromiseId): Witness | null {
  const recorded = state.core.nodes.filter(({ breaches }) => breaches.some((one) => one.promise === promise));
  const witness = recorded.length < 2 ? null : (breakAt(timeline, step, promise)?.witness ?? null);
  return witness !== null && recorded.some(({ id }) => witness.nodes.includes(id)) ? witness : null;
}

/** The conditions of a promise that this run does not meet, and the protections that it needs and lacks. */
function unmetBy({ timeline, step }: Moment, id: PromiseId): readonly string[] {
  const row = PROMISE_TABLE.find(({ promise }) => promise === id);
  if (row === undefined) {
    return [];
  }
  const commands: readonly Command[] = timeline.steps.slice(0, step).map(({ command }) => command);
  const { config } = timeline;
  const conditions = row.conditions.filter((one) => !CONDITIONS[one].holds(config, commands));
  const lacking = lackingIn(config, commands, row.needs);
  return [
    ...conditions.map(conditionSentence),
    ...(lacking.length === 0
      ? []
      : [label('verdict-needs-on', { names: listed(lacking.map(protectionName)) })]),
  ];
}

function lackingIn(
  config: Config,
  commands: readonly Command[],
  needs: Partial<Protections>,
): readonly (keyof Protections)[] {
  return PROTECTION_TABLE.map(({ id }) => id).filter(
    (id) => Object.hasOwn(needs, id) && !protectionsKept(config, commands, { [id]: needs[id] }),
  );
}

export interface WitnessPlace {
  readonly key: string;
  readonly text: string;
  readonly selection: Selection;
}

export interface BreakView {
  readonly found: Break;
  readonly step: number;
  /** 'Step 7 broke it.' */
  readonly sentence: string;
  readonly why: readonly WhyLine[];
  readonly places: readonly WitnessPlace[];
}

/** Of a promise that is broken at a step: what broke it, why, and where. */
export function breakOf(
  timeline: Timeline,
  step: number,
  promise: PromiseId,
  options: SceneOptions,
): BreakView | null {
  const found = breakAt(timeline, step, promise);
  if (found === null) {
    return null;
  }
  const moment = momentAt(timeline, { step, fraction: 0 }, options);
  return {
    found,
    step: found.step,
    sentence: label('verdict-broke', { step: found.step }),
    why: whyLines(moment, whyBroken(timeline, found)),
    places: placesOf(moment, found),
  };
}

function placesOf(moment: Moment, { witness }: Break): readonly WitnessPlace[] {
  const { nodes, version, statement } = witness;
  const context = contextAt(moment, moment.step);
  const row = witnessRow(context, witness);
  const identity = moment.identities.of(version);
  const given = statement === null ? undefined : moment.statements.byId.get(statement);
  const entryAt = (node: string): string | null =>
    witness.key === null ? null : `${node}/${witness.shard ?? 0}/memtable/${witness.key}`;
  return [
    ...nodes.map((node): WitnessPlace => {
      const entry = entryAt(node);
      return entry === null || row === ''
        ? {
            key: `node ${node}`,
            text: label('verdict-place-node', { node }),
            selection: { kind: 'node', node },
          }
        : {
            key: `row ${node}`,
            text: label('verdict-place-row', { row, node }),
            selection: { kind: 'entry', entry },
          };
    }),
    ...(identity === null
      ? []
      : [
          {
            key: 'version',
            text: label('verdict-place-version', { version: identity.name }),
            selection: { kind: 'version', version: identity.version },
          } as const,
        ]),
    ...(given === undefined
      ? []
      : [
          {
            key: 'statement',
            text: label('verdict-place-statement', { what: statementVerb(given) }),
            selection: { kind: 'statement', statement: given.id },
          } as const,
        ]),
  ];
}

/** 'From step 3 on no order of what was on its way could keep it.' */
export function inevitableSentence({ step, proven }: Inevitable, broke: number): string {
  const kind = step === 0 ? 'none' : !proven ? 'unproven' : step === broke ? 'same' : 'other';
  return label('verdict-inevitable', { kind, step: String(step) });
}
