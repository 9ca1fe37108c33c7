// What may happen to the chosen message, as buttons: over the message on a wide stage, a sheet at the foot of a phone.

import { type CSSProperties, type KeyboardEvent, useRef } from 'react';
import { Icon } from '../marks/Icon.tsx';
import type { ChosenMessage } from './chosenMessage.ts';
import { MESSAGE_TOOLBAR } from './focusMessageToolbar.ts';
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

export function MessageToolbar({ chosen, actions, scale, room, onClose }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const letGo = (): void => {
    onClose();
    // Back to where one came from, when that is still there.
    const home = before.current?.isConnected ? before.current : document.getElementById('next');
    home?.focus();
  };
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') {
      letGo();
    } else if (!moveFocus(event, bar.current)) {
      // Enter and Space belong to the button that has the focus.
      const action = ['Enter', ' '].includes(event.key) ? undefined : actionForKey(event.key, actions);
      if (action === undefined) return;
      action.run();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const x = Math.min(room.width, Math.max(0, chosen.at.x));
  const y = Math.min(room.height, Math.max(0, chosen.at.y));
  // A stroke comes from above: over its end the bar would hide it. Under an envelope there is no room.
  const below = chosen.item === null && (room.height - y) * scale > HEIGHT;
  return (
    <div
      className="message-bar"
      data-side={below ? 'below' : 'above'}
      style={{ left: x * scale, top: y * scale, '--along': x / room.width } as CSSProperties}
    >
      <div className="message-head">
        <p className="message-name">{chosen.label}</p>
        <button
          type="button"
          className="button quiet square"
          aria-label="Let go of the message"
          onClick={letGo}
        >
          <Icon name="cross" />
        </button>
      </div>
      <div
        id={MESSAGE_TOOLBAR}
        role="toolbar"
        aria-label="Message"
        ref={bar}
        onKeyDown={press}
        onFocus={({ relatedTarget: from }) => {
          if (from instanceof HTMLElement && !bar.current?.contains(from)) before.current = from;
        }}
      >
        {actions.map((action, i) => (
          <button
            key={action.name}
            type="button"
            className={action.verb === 'deliver' ? 'button strong' : 'button'}
            tabIndex={i === 0 ? 0 : -1}
            aria-disabled={action.problem === '' ? undefined : true}
            title={action.problem === '' ? undefined : action.problem}
            onClick={action.run}
          >
            {action.name}
          </button>
        ))}
      </div>
    </div>
  );
}

/** One tab stop: the arrows, Home and End go along the buttons. */
function moveFocus(event: KeyboardEvent, bar: HTMLElement | null): boolean {
  const buttons = [...(bar?.querySelectorAll('button') ?? [])];
  const focus = document.activeElement;
  const at = focus instanceof HTMLButtonElement ? buttons.indexOf(focus) : -1;
  const target: Readonly<Record<string, number>> = {
    ArrowLeft: Math.max(0, at - 1),
    ArrowRight: Math.min(buttons.length - 1, at + 1),
    Home: 0,
    End: buttons.length - 1,
  };
  const next = buttons[target[event.key] ?? -1];
  next?.focus();
  return next !== undefined;
}
