import { label } from '../words/say.ts';
import type { Inspection } from './inspection.ts';

/** What was selected is not there at the playhead: it has gone, is not there yet, or belongs to another run. */
export function missing(kind: 'node' | 'entry' | 'message' | 'statement'): Inspection {
  return {
    key: `missing ${kind}`,
    kind: label(`inspect-kind-${kind}`, {}),
    title: label('inspect-missing', {}),
    lead: label(`inspect-missing-${kind}`, {}),
    identity: null,
    sections: [],
  };
}
