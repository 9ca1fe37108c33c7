// What may be done with the thing that is selected, as a toolbar with one tab stop beside it; a sheet at the foot of a
// phone. Arrows, Home and End go along the buttons, Escape lets the thing go.

import { type CSSProperties, type KeyboardEvent, type Ref, useRef } from 'react';
import { Icon } from '../marks/Icon.tsx';

export interface BarAction {
  readonly key: string;
  readonly name: string;
  /** Why it cannot be done; '' when it can. */
  readonly problem: string;
  /** What it stands for, as CQL or as a sentence. */
  readonly about?: string;
  readonly strong?: boolean;
  readonly run: () => void;
}

interface Props {
  /** DOM id of the toolbar. */
  readonly id: string;
  /** Accessible name of the toolbar. */
  readonly name: string;
  /** What is selected. */
  readonly title: string;
  readonly closing: string;
  readonly actions: readonly BarAction[];
  /** A key that means one of the actions. */
  readonly onKey?: (key: string) => boolean;
  readonly onClose: () => void;
  readonly frame?: Ref<HTMLDivElement>;
  readonly side?: 'above' | 'below';
  readonly style?: CSSProperties;
}

export function ActionBar({ id, name, title, closing, actions, onKey, onClose, ...frame }: Props) {
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
      if (['Enter', ' '].includes(event.key) || onKey?.(event.key) !== true) return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="message-bar" ref={frame.frame} data-side={frame.side} style={frame.style}>
      <div className="message-head">
        <p className="message-name">{title}</p>
        <button type="button" className="button quiet square" aria-label={closing} onClick={letGo}>
          <Icon name="cross" />
        </button>
      </div>
      <div
        id={id}
        role="toolbar"
        aria-label={name}
        ref={bar}
        onKeyDown={press}
        onFocus={({ relatedTarget: from }) => {
          if (from instanceof HTMLElement && !bar.current?.contains(from)) before.current = from;
        }}
      >
        {actions.map((action, i) => (
          <button
            key={action.key}
            type="button"
            className={action.strong === true ? 'button strong' : 'button'}
            tabIndex={i === 0 ? 0 : -1}
            aria-disabled={action.problem === '' ? undefined : true}
            title={action.problem === '' ? action.about : action.problem}
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
