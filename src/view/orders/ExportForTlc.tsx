// "Export for TLC": the files of a search, saved by the browser. What lies outside the model says so instead.

import { useState } from 'react';
import type { TlcFile, TlcOptions } from '../../engine/index.ts';
import { label } from '../../scene/words/say.ts';
import { useSession } from '../session/sessionContext.ts';
import '../styles/randomRuns.css';

/** `options`: what the search on the page was asked. */
export function ExportForTlc({ options }: { readonly options: TlcOptions }) {
  const session = useSession();
  const [said, setSaid] = useState<{ readonly saved: string; readonly problem: string }>(SILENT);
  const save = async (): Promise<void> => {
    const { tlcFiles } = await import('../../store/automation/tlcFiles.ts');
    const files = tlcFiles(session.store.getState(), options);
    if (files.ok) {
      files.value.forEach(saveFile);
      const names = files.value.map(({ name }) => name).join(', ');
      setSaid({ ...SILENT, saved: label('tlc-done', { names }) });
    } else {
      setSaid({ ...SILENT, problem: files.problem });
    }
  };
  return (
    <div className="tlc-export">
      <p className="caption">{label('tlc-lead', {})}</p>
      <button type="button" className="button" onClick={() => void save()}>
        {label('tlc-export', {})}
      </button>
      <p className="caption" role="status">
        {said.saved}
      </p>
      <p className="refusal" role="alert">
        {said.problem}
      </p>
    </div>
  );
}

const SILENT = { saved: '', problem: '' } as const;

function saveFile({ name, text }: TlcFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
