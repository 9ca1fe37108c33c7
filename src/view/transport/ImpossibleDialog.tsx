// After an edit of the past: the commands that could not be played again, what each did in the old run, and why not now.

import { impossibleLines } from '../../scene/transport/impossible.ts';
import { timeWord } from '../../scene/words/timeWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { shownOptions } from '../session/shownOptions.ts';
import { Dialog } from '../shell/Dialog.tsx';

const reportOf = (state: SessionState) => state.report;
const branchesOf = (state: SessionState) => state.branches;

export function ImpossibleDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const report = useSlice(reportOf);
  const branches = useSlice(branchesOf);
  const edited = report === null ? undefined : branches[report.of];
  if (report === null || edited === undefined) {
    return null;
  }
  const lines = impossibleLines(edited.timeline, report.skipped, shownOptions(session.store.getState()));
  const go = (step: number) => (): void => {
    onClose();
    session.switchBranch(report.of);
    session.seek(step);
  };
  return (
    <Dialog
      title={timeWord('impossible', { count: lines.length })}
      lead={timeWord('impossible-lead', { name: edited.name })}
      onClose={onClose}
    >
      <ol className="places impossible">
        {lines.map(({ step, sentence, problem }) => (
          <li key={step}>
            <button type="button" className="place" onClick={go(step)}>
              <b>{timeWord('bookmark-name', { branch: 'none', step: String(step) })}</b>
              <span>{sentence}</span>
              <span className="reason">{problem}</span>
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
