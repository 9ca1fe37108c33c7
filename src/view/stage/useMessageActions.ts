import { useMemo } from 'react';
import { useSession } from '../session/sessionContext.ts';
import type { ChosenMessage } from './chosenMessage.ts';
import { type MessageAction, messageActions } from './messageActions.ts';

const NONE: readonly MessageAction[] = [];

/** The places of a message are judged again only when it, or the picture that it is in, is another one. */
export function useMessageActions(chosen: ChosenMessage | null, step: number): readonly MessageAction[] {
  const session = useSession();
  const { item = null, stroke = null } = chosen ?? {};
  return useMemo(
    () => (item === null && stroke === null ? NONE : messageActions(session, { item, stroke }, step)),
    [session, item, stroke, step],
  );
}
