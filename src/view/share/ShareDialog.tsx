// Taking a run along: as a link with its QR code, as a file, as a picture, as text. Nothing is made before it is asked for,
// and nothing leaves the machine.

import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { timelineOf } from '../../store/state/shown.ts';
import { useSlice } from '../session/sessionContext.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { EmbedPart } from './EmbedPart.tsx';
import { FilePart } from './FilePart.tsx';
import { FilmPart } from './FilmPart.tsx';
import { KeptPart } from './KeptPart.tsx';
import { LinkPart } from './LinkPart.tsx';
import { PicturePart } from './PicturePart.tsx';
import { TextPart } from './TextPart.tsx';
import '../styles/share.css';

const whole = (state: SessionState): SessionState => state;

export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const state = useSlice(whole);
  return (
    <Dialog wide title={takeAlong('title')} lead={leadOf(state)} onClose={onClose}>
      <div className="share">
        <LinkPart state={state} />
        <FilePart state={state} onClose={onClose} />
        <PicturePart />
        <FilmPart state={state} />
        <TextPart state={state} />
        <EmbedPart state={state} />
        <KeptPart onClose={onClose} />
      </div>
    </Dialog>
  );
}

function leadOf(state: SessionState): string {
  const { title, branches, current, playhead } = state;
  return takeAlong('lead', {
    title,
    branches: branches.length,
    branch: branches[current]?.name ?? '',
    step: String(playhead.step),
    steps: String(timelineOf(state).steps.length),
  });
}
