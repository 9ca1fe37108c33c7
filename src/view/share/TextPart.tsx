import { useState } from 'react';
import { toRun } from '../../engine/index.ts';
import { mermaidOf } from '../../scene/text/mermaid.ts';
import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { timelineOf } from '../../store/state/shown.ts';
import { shownOptions } from '../session/shownOptions.ts';
import { copied } from './copied.ts';
import { SharePart } from './SharePart.tsx';

export function TextPart({ state }: { readonly state: SessionState }) {
  const [said, setSaid] = useState('');
  const copy = (text: string): void => void copied(text).then(setSaid);
  return (
    <SharePart title={takeAlong('text-title')} about={takeAlong('text-about')} said={said}>
      <button
        type="button"
        className="button"
        onClick={() => copy(mermaidOf(timelineOf(state), shownOptions(state)))}
      >
        {takeAlong('text-mermaid')}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => copy(JSON.stringify(toRun(timelineOf(state)), null, 2))}
      >
        {takeAlong('text-json')}
      </button>
    </SharePart>
  );
}
