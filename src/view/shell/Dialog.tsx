// A native modal dialog: the browser keeps the focus inside, Escape closes it, and the page behind is inert.

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { Icon } from '../marks/Icon.tsx';

interface DialogProps {
  readonly title: string;
  /** A line under the title. */
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Mounted means open; whoever renders it stops rendering it when `onClose` is called. */
export function Dialog({ title, lead, wide, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Closed before it leaves the page, so that the browser gives the focus back to what opened it.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog !== null && !dialog.open) {
      dialog.showModal();
    }
    return () => dialog?.close();
  }, []);
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
      onClick={(event) => {
        if (event.target === ref.current) onClose();
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
