// What an operation does to a node, said before it is done.

import { lookup, type NodeId, type Operation, type Timeline } from '../../engine/index.ts';
import { stateAt } from '../run/moment.ts';
import { timeText } from '../words/microsWords.ts';
import { label } from '../words/say.ts';

const DOES = {
  flush: 'does-flush',
  compact: 'does-compact',
  evict: 'does-evict',
  crash: 'does-crash',
  restart: 'does-restart',
  'expire-tombstones': 'does-expire',
  skew: 'does-clock',
} as const;

export const operationNote = (kind: keyof typeof DOES & Operation['kind']): string => label(DOES[kind], {});

/** The error of a node's clock, in microseconds. */
export const clockError = (timeline: Timeline, step: number, node: NodeId): number =>
  lookup(stateAt(timeline, step).notes.skew, node) ?? 0;

/** What such an error means; null is none that can be read. */
export function clockSentence(node: NodeId, micros: number | null): string {
  if (micros === null) {
    return label('clock-bad', {});
  }
  const time = timeText(Math.abs(micros));
  return micros === 0
    ? label('clock-right', { node })
    : label(micros > 0 ? 'clock-ahead' : 'clock-back', { node, time });
}
