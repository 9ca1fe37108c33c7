// What has become of a message, as far as the playhead knows.

import type { StrokeFact } from '../run/loomIndex.ts';
import type { Moment } from '../run/moment.ts';
import { label } from '../words/say.ts';

export interface MessageState {
  /** 'on the way', 'delivered', 'lost' … */
  readonly text: string;
  /** The step at which it ended; null while it is on its way. */
  readonly step: number | null;
}

export function strokeState(moment: Moment, stroke: StrokeFact): MessageState {
  if (stroke.endStep === null || stroke.endStep > moment.step) {
    const held = moment.options.held?.includes(stroke.message) === true;
    return { text: label(held ? 'message-held' : 'message-on-the-way', {}), step: null };
  }
  const id =
    stroke.end === 'lost' ? 'message-lost' : stroke.late ? 'message-late' : ('message-delivered' as const);
  return { text: label(id, {}), step: stroke.endStep };
}

/** Of equal messages the n-th is named 'key~n'. */
export const bareKey = (handle: string): string => handle.replace(/~\d+$/u, '');
