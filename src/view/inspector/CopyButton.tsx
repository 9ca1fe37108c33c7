import { useEffect, useState } from 'react';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { Icon } from '../marks/Icon.tsx';

const SAID_MS = 2_000;

/** Copies a text; a browser that refuses says so, and the text is still there to be selected by hand. */
export function CopyButton({
  text,
  name = dialogWords('copy'),
}: {
  readonly text: string;
  readonly name?: string | undefined;
}) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') {
      return;
    }
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(dialogWords('copied'));
    } catch {
      setSaid(dialogWords('the-browser-does-not-allow'));
    }
  };
  return (
    <span className="copy-place">
      <button type="button" className="copy" aria-label={name} title={name} onClick={() => void copy()}>
        <Icon name={said === 'Copied' ? 'check' : 'copy'} />
      </button>
      <span role="status" className="copy-said">
        {said}
      </span>
    </span>
  );
}
