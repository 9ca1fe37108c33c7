import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { StatementDraft } from '../../engine/index.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { useSession } from '../session/sessionContext.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { CqlEcho } from './CqlEcho.tsx';

/** For the field that a refusal is about. */
export interface Refused {
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

interface StatementDialogProps {
  readonly title: string;
  readonly lead: string;
  readonly draft: StatementDraft;
  /** What the button says that does it. */
  readonly submit: string;
  readonly onClose: () => void;
  readonly children?: (refused: Refused) => ReactNode;
}

/** One statement on one node, with the CQL that it comes to. A refusal stays in the dialog, with its reason. */
export function StatementDialog({ title, lead, draft, submit, onClose, children }: StatementDialogProps) {
  const session = useSession();
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const result = session.act(draft);
    if (result.ok) {
      onClose();
    } else {
      setProblem(result.problem);
      session.dismissProblem();
    }
  };
  return (
    <Dialog title={title} lead={lead} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        {children?.({ 'aria-invalid': problem !== null, 'aria-describedby': id })}
        <p id={id} className="refusal" role="alert">
          {problem}
        </p>
        <CqlEcho draft={draft} />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {dialogWords('cancel')}
          </button>
          <button type="submit" className="button strong">
            {submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
