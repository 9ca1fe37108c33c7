import type { Session } from '../../store/state/sessionState.ts';
import { engineArrival } from '../loading/engineArrival.ts';

/** To the sandbox; the lesson is kept among the runs before. */
export function leaveLesson(session: Session): void {
  void engineArrival().then(({ sandbox }) => {
    session.open(sandbox());
    session.dismissNotice();
  });
}
