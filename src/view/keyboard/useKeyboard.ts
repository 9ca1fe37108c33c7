import { useEffect, useRef } from 'react';
import type { Scene } from '../../scene/shape/scene.ts';
import { useSession } from '../session/sessionContext.ts';
import { handleKey, handleRemote } from './keyboard.ts';
import type { ActionReach } from './pageActions.ts';

/** What the page's actions reach: the session, and the parts of the page that open. */
export function useActionReach(
  scene: Scene,
  opens: Pick<ActionReach, 'help' | 'palette' | 'pane' | 'share'>,
): ActionReach {
  const session = useSession();
  return { session, sentence: () => scene.narration.sentence, ...opens };
}

/** The page's keys, for as long as the page is there. */
export function useKeyboard(reach: ActionReach): void {
  const latest = useRef(reach);
  useEffect(() => {
    latest.current = reach;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (handleKey(event, latest.current)) {
        event.preventDefault();
      }
    };
    const first = (event: KeyboardEvent): void => {
      if (handleRemote(event, latest.current)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    document.addEventListener('keydown', press);
    document.addEventListener('keydown', first, true);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('keydown', first, true);
    };
  }, []);
}
