// A native modal dialog: the browser keeps the focus inside, Escape closes it, and the page behind is inert.

import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';

interface DialogProps {
  readonly title: string;
  /** A line under the title. */
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  /** Time goes on behind it; else it stands while nobody can see what it brings. */
  readonly goesOn?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** So soon after it opened the second press of a double click is still meant for what opened it. */
const OPENING_MS = 500;

/** Mounted means open; whoever renders it stops rendering it when `onClose` is called. */
export function Dialog({ title, lead, wide, goesOn, onClose, children }: DialogProps) {
  const { pause } = useSession();
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const openedAt = useRef(0);
  const pressedBeside = useRef(false);
  // Closed before it leaves the page, so that the browser gives the focus back to what opened it.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog !== null && !dialog.open) {
      dialog.showModal();
      openedAt.current = performance.now();
      if (!goesOn) pause();
    }
    return () => dialog?.close();
  }, [pause, goesOn]);
  const passOver = (event: MouseEvent): void => {
    if (event.detail > 1 && event.timeStamp - openedAt.current < OPENING_MS) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop closes; Escape does the same from the keyboard
    <dialog
      ref={ref}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDownCapture={passOver}
      onClickCapture={passOver}
      onMouseDown={(event) => {
        pressedBeside.current = event.target === ref.current;
      }}
      onClick={(event) => {
        // A text that is marked from within may be let go beside the dialog: that closes nothing.
        if (event.target === ref.current && pressedBeside.current) onClose();
      }}
    >
      <div className="dialog-body">
        <div className="dialog-head">
          <div>
            <h2 id={heading}>{title}</h2>
            {lead !== undefined && <p className="lead">{lead}</p>}
          </div>
        </div>
        {children}
        {/* Last in order, so that opening puts the focus on what the dialog is for. */}
        <button
          type="button"
          className="button quiet square close"
          aria-label={dialogWords('close')}
          onClick={onClose}
        >
          <Icon name="cross" />
        </button>
      </div>
    </dialog>
  );
}
