// A small panel over the page, beside the button that opens it: not modal, closed by Escape, by a click elsewhere and when
// the focus goes on. Whoever renders it stops rendering it when `onClose` is called.

import { type ReactNode, type RefObject, useEffect, useRef } from 'react';

interface PopoverProps {
  readonly title: string;
  readonly opener: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Popover({ title, opener, onClose, children }: PopoverProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.focus();
  }, []);
  useEffect(() => {
    const pressed = (event: PointerEvent): void => {
      const { target } = event;
      const inside =
        target instanceof Node && (panel.current?.contains(target) || opener.current?.contains(target));
      if (!inside) onClose();
    };
    document.addEventListener('pointerdown', pressed, true);
    return () => document.removeEventListener('pointerdown', pressed, true);
  }, [opener, onClose]);
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={title}
      className="popover"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
          opener.current?.focus();
        }
      }}
      onBlur={({ relatedTarget }) => {
        const stays =
          relatedTarget === null ||
          panel.current?.contains(relatedTarget) ||
          relatedTarget === opener.current;
        if (!stays) onClose();
      }}
    >
      {children}
    </div>
  );
}
