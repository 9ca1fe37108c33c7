// When a promise broke, and why (SPEC I17, I18): a pure function of the run, told as facts in their order.

import { canonical } from '../../plain/canonical.ts';
import type { PromiseId, Witness } from '../promise.ts';
import { checkPromises } from '../promises/promises.ts';
import type { Timeline } from '../timeline.ts';
import { stateAt } from '../timeline.ts';
import type { Reason } from './reason.ts';
import type { Trace } from './trace.ts';
import { traceOf } from './trace.ts';
import { whyApplied } from './whyApplied.ts';
import { whyLost } from './whyLost.ts';
import {
  whyAgain,
  whyApart,
  whyNotContained,
  whyReused,
  whyStoredElsewhere,
  whyUnequal,
  whyUnknown,
} from './whySchema.ts';
import { whyMisread, whyUndropped } from './whyShown.ts';

export interface Break {
  readonly promise: PromiseId;
  /** The step that broke it: it held before, and has not held since. 0: it never held in this run. */
  readonly step: number;
  /** As it was found then. */
  readonly witness: Witness;
}

const witnessAt = (timeline: Timeline, step: number, promise: PromiseId): Witness | null =>
  checkPromises(stateAt(timeline, step).core).find(({ id }) => id === promise)?.witness ?? null;

/** The break that a promise stands in after `step`; null while it holds. */
export function breakAt(timeline: Timeline, step: number, promise: PromiseId): Break | null {
  let witness = witnessAt(timeline, step, promise);
  if (witness === null) {
    return null;
  }
  let at = step;
  for (; at > 0; at--) {
    const before = witnessAt(timeline, at - 1, promise);
    if (before === null) {
      break;
    }
    witness = before;
  }
  return { promise, step: at, witness };
}

/** What led to it, in the order in which it happened, each fact once. */
export function whyBroken(timeline: Timeline, broken: Break): readonly Reason[] {
  const trace = traceOf(timeline, broken.step);
  const reasons = [...reasonsOf(trace, broken)].sort((a, b) => a.step - b.step);
  const seen = new Set<string>();
  const once = reasons.filter(({ fact, step }) => {
    const key = canonical({ step, fact });
    return !seen.has(key) && seen.add(key).size > 0;
  });
  return once.length > 0 ? once : lastStep(trace);
}

function reasonsOf(trace: Trace, { promise, witness }: Break): readonly Reason[] {
  const { nodes, statement } = witness;
  switch (promise) {
    case 'I1':
      return whyNotContained(trace, witness);
    case 'I2':
      return statement === null ? [] : whyApplied(trace, nodes[0] ?? '', statement);
    case 'I3':
      return whyStoredElsewhere(trace, witness);
    case 'I5':
      return whyUnequal(trace, witness);
    case 'I6':
      return whyApart(trace);
    case 'I7':
    case 'I10':
      return whyUnknown(trace, witness);
    case 'I8':
    case 'I16':
      return whyReused(trace, witness);
    case 'I9':
      return whyLost(trace, witness, false);
    case 'I12':
      return whyAgain(trace, witness);
    case 'I13':
      return whyLost(trace, witness, true);
    case 'I14':
      return whyMisread(trace, witness);
    case 'I15':
      return whyUndropped(trace, witness);
    default:
      return [];
  }
}

/** Of what has no story of its own, the step that broke it is told. */
function lastStep({ timeline, end }: Trace): readonly Reason[] {
  const events = timeline.steps[end - 1]?.events ?? [];
  return events.map((event) => ({ step: end, fact: { kind: 'event', event }, off: [] }));
}
