import { passedSentence } from '../../scene/operator/networkPending.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { Toast } from '../shell/Toast.tsx';

const SHOWN_MS = 10_000;
const passedOf = (state: SessionState) => state.passed;

/** What happened while time passed. */
export function PassedToast() {
  const session = useSession();
  const passed = useSlice(passedOf);
  return passed === null ? null : (
    <Toast key={passed.count} ms={SHOWN_MS} onGone={session.dismissPassed}>
      <p>{passedSentence(passed.timeline, passed)}</p>
    </Toast>
  );
}
