// What the page has to say by itself, at the lower edge of the stage: a refusal, or that the old run is kept. Neither is
// red: nothing was lost and nothing was changed. They go by themselves, but not while someone is at them.

import { Suspense, useState } from 'react';
import { pageWords } from '../../scene/words/pageWords.ts';
import { timeWord } from '../../scene/words/timeWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { ImpossibleDialog, KeptToast, Late, PassedToast } from '../loading/lazyDialogs.tsx';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { Toast } from './Toast.tsx';

const problemOf = (state: SessionState) => state.problem;
const noticeOf = (state: SessionState) => state.notice;
const reportOf = (state: SessionState) => state.report;
const hasPassedOf = (state: SessionState) => state.passed !== null;
const branchesOf = (state: SessionState) => state.branches;

const REFUSAL_MS = 8_000;
/** There is something to press, so there is time to reach it. */
const NOTICE_MS = 20_000;

/** What offers a kept run stands with the dialogs. */
export function Toasts({ hasDialogs }: { readonly hasDialogs: boolean }) {
  const session = useSession();
  const problem = useSlice(problemOf);
  const hasPassed = useSlice(hasPassedOf);
  const [listing, setListing] = useState(false);
  return (
    <>
      <div className="toast-place">
        <div aria-live="polite">
          <NoticeToast onList={() => setListing(true)} />
          {(hasPassed || hasDialogs) && (
            <Suspense fallback={null}>
              {hasPassed && <PassedToast />}
              {hasDialogs && <KeptToast />}
            </Suspense>
          )}
        </div>
        <div role="alert">
          {problem !== null && (
            <Toast key={problem.count} ms={REFUSAL_MS} onGone={session.dismissProblem}>
              <p>{problem.sentence}</p>
            </Toast>
          )}
        </div>
      </div>
      {/* Not in the place of the toasts: what lies there lets the pointer through. */}
      <Late>{listing && <ImpossibleDialog onClose={() => setListing(false)} />}</Late>
    </>
  );
}

/** The old run is kept; and what of it could not be played again. */
function NoticeToast({ onList }: { readonly onList: () => void }) {
  const session = useSession();
  const notice = useSlice(noticeOf);
  const report = useSlice(reportOf);
  const branches = useSlice(branchesOf);
  if (notice === null) {
    return null;
  }
  const target = notice.branch === null ? undefined : branches[notice.branch];
  const count = report?.skipped.length ?? 0;
  return (
    <Toast key={notice.count} ms={NOTICE_MS} onGone={session.dismissNotice}>
      <p>
        {notice.sentence}
        {count > 0 && <span className="toast-more">{timeWord('impossible', { count })}</span>}
      </p>
      <div className="toast-actions">
        {count > 0 && (
          <button type="button" className="button" onClick={onList}>
            {pageWords('which')}
          </button>
        )}
        {notice.branch === null && (
          <button type="button" className="button" onClick={() => session.reopen()}>
            {timeWord('reopen', {})}
          </button>
        )}
        {notice.branch !== null && target !== undefined && (
          <button
            type="button"
            className="button"
            onClick={() => {
              session.switchBranch(notice.branch ?? 0);
              session.dismissNotice();
            }}
          >
            {timeWord('go-branch', { name: target.name })}
          </button>
        )}
      </div>
    </Toast>
  );
}
