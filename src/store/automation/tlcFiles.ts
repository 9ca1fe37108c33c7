// "Export for TLC" of what is on the screen (SPEC T3). Fetched when it is asked for: the model's text is long.

import module from '../../../model/SchemaMerge.tla?raw';
import { exportForTlc, type Result, type TlcFile, type TlcOptions } from '../../engine/index.ts';
import type { SessionState } from '../state/sessionState.ts';
import { timelineOf } from '../state/shown.ts';

const USUAL: TlcOptions = { queue: [], gossipAndTimers: 'whenQuiet' };

/** The model with the state at the playhead as its start, or why that lies outside the model. */
export function tlcFiles(state: SessionState, options: Partial<TlcOptions> = {}): Result<readonly TlcFile[]> {
  return exportForTlc(module, timelineOf(state), state.playhead.step, { ...USUAL, ...options });
}
