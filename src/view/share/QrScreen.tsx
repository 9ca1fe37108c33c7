import { useLayoutEffect, useRef } from 'react';
import { pageWords } from '../../scene/words/pageWords.ts';
import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import { Icon } from '../marks/Icon.tsx';
import { QrCode } from './QrCode.tsx';
import type { QrPicture } from './qr.ts';

interface Props {
  readonly picture: QrPicture;
  readonly onClose: () => void;
}

/** The code as large as the screen, for the back rows of a hall. A click or Escape closes it. */
export function QrScreen({ picture, onClose }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape and the button do the same from the keyboard
    <dialog
      ref={ref}
      className="qr-screen"
      aria-label={takeAlong('qr-name')}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onClick={(event) => {
        event.stopPropagation();
        onClose();
      }}
    >
      <QrCode picture={picture} />
      <p>{takeAlong('qr-scan')}</p>
      <button type="button" className="button quiet square close" aria-label={pageWords('close')}>
        <Icon name="cross" />
      </button>
    </dialog>
  );
}
