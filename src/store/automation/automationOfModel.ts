// The part of `window.schemerge` that takes a search elsewhere.

import type { TlcFile, TlcOptions } from '../../engine/index.ts';
import type { Session } from '../state/sessionState.ts';

export interface ModelAutomation {
  /**
   * The model in TLA+ with the state at the playhead as its start: two files as name and text. Queued statements, gossip
   * and losses are as the explorer's; unless said, nothing is queued or lost, and gossip acts when nothing else can.
   */
  readonly exportForTlc: (options?: Partial<TlcOptions>) => Promise<readonly TlcFile[]>;
}

export function modelAutomation(session: Session): ModelAutomation {
  return {
    exportForTlc: async (options = {}) => {
      const { tlcFiles } = await import('./tlcFiles.ts');
      const files = tlcFiles(session.store.getState(), options);
      if (!files.ok) {
        throw new Error(files.problem);
      }
      return files.value;
    },
  };
}
