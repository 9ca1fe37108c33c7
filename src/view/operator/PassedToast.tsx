import { passedSentence } from '../../scene/networkPending.ts';
import { timelineOf } from '../../store/session.ts';
import type { SessionState } from '../../store/sessionState.ts';
import { useSession, useSlice } from '../sessionContext.ts';
import { Toast } from '../shell/Toast.tsx';

const SHOWN_MS = 10_000;
const whole = (state: SessionState): SessionState => state;

/** What happened while time passed. */
export function PassedToast() {
  const session = useSession();
  const state = useSlice(whole);
  const { passed } = state;
  return passed === null ? null : (
    <Toast key={passed.count} ms={SHOWN_MS} onGone={session.dismissPassed}>
      <p>{passedSentence(timelineOf(state), passed)}</p>
    </Toast>
  );
}
