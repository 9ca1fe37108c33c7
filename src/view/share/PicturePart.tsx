import { useId, useState } from 'react';
import { type TakeAlongId, takeAlong } from '../../scene/words/takeAlongWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { useSlice } from '../session/sessionContext.ts';
import { PICTURE_VIEWS, type PictureView } from './pagePicture.ts';
import { pictureFile } from './pictureFile.ts';
import { SharePart } from './SharePart.tsx';
import { saveFile } from './saveFile.ts';

const stepOf = (state: SessionState): number => state.playhead.step;

export function PicturePart() {
  const step = useSlice(stepOf);
  const [view, setView] = useState<PictureView>('page');
  const [said, setSaid] = useState('');
  const id = useId();
  const save = async (kind: 'svg' | 'png'): Promise<void> => {
    setSaid('');
    try {
      saveFile(`schemerge-${view}-${step}.${kind}`, await pictureFile(view, kind));
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <SharePart title={takeAlong('picture-title')} about={takeAlong('picture-about')} said={said}>
      <label className="share-view" htmlFor={id}>
        <span className="hidden-text">{takeAlong('picture-view')}</span>
        <select
          id={id}
          className="input"
          value={view}
          onChange={({ target }) => setView(PICTURE_VIEWS.find((one) => one === target.value) ?? 'page')}
        >
          {PICTURE_VIEWS.map((one) => (
            <option key={one} value={one}>
              {takeAlong(`picture-${one}` satisfies TakeAlongId)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button" onClick={() => void save('svg')}>
        {takeAlong('picture-svg')}
      </button>
      <button type="button" className="button" onClick={() => void save('png')}>
        {takeAlong('picture-png')}
      </button>
    </SharePart>
  );
}
