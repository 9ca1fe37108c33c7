import { useState } from 'react';
import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import { linkAddress } from '../../store/keeping/link/openLink.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { copied } from './copied.ts';
import { SharePart } from './SharePart.tsx';

/** The HTML of a frame with this moment in it, for a page of one's own. */
export function EmbedPart({ state }: { readonly state: SessionState }) {
  const [said, setSaid] = useState('');
  return (
    <SharePart title={takeAlong('embed-title')} about={takeAlong('embed-about')} said={said}>
      <button type="button" className="button" onClick={() => void copied(frameOf(state)).then(setSaid)}>
        {takeAlong('embed-copy')}
      </button>
    </SharePart>
  );
}

function frameOf(state: SessionState): string {
  const figure = new URL('embed.html', window.location.href).href;
  const address = linkAddress(state, figure, false).replace('#', `?from=${state.playhead.step}#`);
  const frame = document.createElement('iframe');
  Object.assign(frame, { title: takeAlong('embed-frame'), src: address, width: '100%', height: '560' });
  return frame.outerHTML;
}
