import { useRef, useState } from 'react';
import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import { RUN_FILE_ENDING, runFileName, runFileText } from '../../store/keeping/openFile.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { useSession } from '../session/sessionContext.ts';
import { openFile } from './openFile.ts';
import { SharePart } from './SharePart.tsx';
import { saveFile } from './saveFile.ts';

interface Props {
  readonly state: SessionState;
  readonly onClose: () => void;
}

export function FilePart({ state, onClose }: Props) {
  const session = useSession();
  const [said, setSaid] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const problem = await openFile(session, file);
    if (problem === null) {
      onClose();
    } else {
      session.dismissProblem();
      setSaid(problem);
    }
  };
  return (
    <SharePart title={takeAlong('file-title')} about={takeAlong('file-about')} said={said}>
      <button
        type="button"
        className="button"
        onClick={() =>
          saveFile(runFileName(state), new Blob([runFileText(state)], { type: 'application/json' }))
        }
      >
        {takeAlong('file-save')}
      </button>
      <button type="button" className="button" onClick={() => picker.current?.click()}>
        {takeAlong('file-open')}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        accept={`${RUN_FILE_ENDING},.json,application/json`}
        onChange={({ target }) =>
          void open(target.files?.[0]).finally(() => Object.assign(target, { value: '' }))
        }
      />
    </SharePart>
  );
}
