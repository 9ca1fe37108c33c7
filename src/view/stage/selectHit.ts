import type { LoomHit } from '../../scene/loom/loomPick.ts';
import type { Selection } from '../../store/state/sessionState.ts';

/** What a click on a thing of the loom selects, in all views at once. */
export function selectionOf(hit: LoomHit): Selection | null {
  switch (hit.kind) {
    case 'head':
    case 'stroke':
      return { kind: 'message', message: hit.stroke.message };
    case 'knot':
      return { kind: 'step', step: hit.dot.step };
    case 'lane':
      return hit.segment.identity === null
        ? { kind: 'node', node: hit.segment.node }
        : { kind: 'version', version: hit.segment.identity.version };
  }
}

/** The same in words, for the pointer that rests on it. */
export function titleOf(hit: LoomHit | null): string {
  switch (hit?.kind) {
    case 'head':
    case 'stroke':
      return hit.stroke.sentence;
    case 'lane':
      return hit.segment.identity === null ? '' : `${hit.segment.node}: ${hit.segment.identity.name}`;
    default:
      return '';
  }
}
