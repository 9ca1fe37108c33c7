// What may happen to the chosen message, as buttons: over the message on a wide stage, a sheet at the foot of a phone.

import { type CSSProperties, useLayoutEffect } from 'react';
import { pageWords } from '../../scene/words/pageWords.ts';
import { ActionBar } from '../shell/ActionBar.tsx';
import type { ChosenMessage } from './chosenMessage.ts';
import { MESSAGE_TOOLBAR, passFocusOn } from './focusMessageToolbar.ts';
import { actionForKey, type MessageAction } from './messageActions.ts';

interface Props {
  readonly chosen: ChosenMessage;
  readonly actions: readonly MessageAction[];
  readonly scale: number;
  /** Size of the window of the loom. */
  readonly room: { readonly width: number; readonly height: number };
  readonly onClose: () => void;
}

/** What it takes in height with its distance from the message, in px of the screen. */
const HEIGHT = 104;

/** The button that held it releases it: whoever stands on it stays there. */
const keyOf = ({ verb }: MessageAction): string => (verb === 'release' ? 'hold' : verb);

export function MessageToolbar({ chosen, actions, scale, room, onClose }: Props) {
  const x = Math.min(room.width, Math.max(0, chosen.at.x));
  // Over all envelopes, where there is room.
  const isFlying = chosen.item !== null && chosen.top * scale > HEIGHT;
  const y = Math.min(room.height, Math.max(0, isFlying ? chosen.top : chosen.at.y));
  useLayoutEffect(() => passFocusOn, []);
  // A stroke comes from above: over its end the bar would hide it. Under an envelope there is no room.
  const below = chosen.item === null && (room.height - y) * scale > HEIGHT;
  return (
    <ActionBar
      id={MESSAGE_TOOLBAR}
      name={pageWords('message')}
      title={chosen.label}
      closing={pageWords('let-go-of-the-message')}
      actions={actions.map((action) => ({
        ...action,
        key: keyOf(action),
        strong: action.verb === 'deliver',
      }))}
      onKey={(key) => {
        const action = actionForKey(key, actions);
        action?.run();
        return action !== undefined;
      }}
      onClose={onClose}
      side={below ? 'below' : 'above'}
      style={{ left: x * scale, top: y * scale, '--along': x / room.width } as CSSProperties}
    />
  );
}
