import type { Result } from '../../engine/index.ts';
import type { MessageItem } from '../../scene/scene.ts';
import type { Session } from '../../store/sessionState.ts';

type Act = () => Result<unknown>;

/** What a person may do, as the network, with a message that is on its way. */
export function messageActions(
  session: Session,
  item: MessageItem,
): Record<'deliver' | 'lose' | 'duplicate', Act> {
  return {
    deliver: () => session.deliver(item.choice),
    lose: () => session.act({ kind: 'lose', message: item.message }),
    duplicate: () => session.act({ kind: 'duplicate', message: item.message }),
  };
}
