// The part of `window.schemerge` that shows: pictures and words of what is on the screen. Fetched when it is asked for.

import type { PictureAutomation } from '../../store/automation/automationOfSharing.ts';
import type { Session } from '../../store/state/sessionState.ts';
import { timelineOf } from '../../store/state/shown.ts';
import { drawn } from './drawn.ts';
import { shownOptions } from './shownOptions.ts';

const pictures = () => import('../share/pictureFile.ts');

export function pictureAutomation(session: Session): PictureAutomation {
  return {
    exportSvg: async (view = 'page') => {
      await drawn();
      return (await pictures()).pictureSvg(view);
    },
    exportPng: async (view = 'page') => {
      await drawn();
      return asAddress(await (await pictures()).pictureFile(view, 'png'));
    },
    mermaid: async (from, to) => {
      const { mermaidOf } = await import('../../scene/text/mermaid.ts');
      const state = session.store.getState();
      const { length } = timelineOf(state).steps;
      const stretch = { from: Math.max(0, from ?? 0), to: Math.min(to ?? length, length) };
      return mermaidOf(timelineOf(state), shownOptions(state), stretch);
    },
  };
}

function asAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error(reader.error?.message ?? ''));
    reader.readAsDataURL(blob);
  });
}
