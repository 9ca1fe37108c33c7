import { useMemo, useState } from 'react';
import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import { linkAddress } from '../../store/keeping/link/openLink.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { Icon } from '../marks/Icon.tsx';
import { copied } from './copied.ts';
import { QrCode } from './QrCode.tsx';
import { QrScreen } from './QrScreen.tsx';
import { qrOf } from './qr.ts';
import { SharePart } from './SharePart.tsx';

/** Mail programs and chats cut what is longer. */
const LENGTH_GOOD = 2_000;
const LOCAL = /^(?:localhost|127\.|\[::1\])/;

/** The address of this moment, for copying and for cameras. */
export function LinkPart({ state }: { readonly state: SessionState }) {
  const [said, setSaid] = useState('');
  const [large, setLarge] = useState(false);
  const link = useMemo(() => linkAddress(state, pageAddress()), [state]);
  const qr = useMemo(() => qrOf(link), [link]);
  return (
    <SharePart title={takeAlong('link-title')} said={said}>
      <div className="share-link">
        <input
          className="input mono"
          readOnly
          aria-label={takeAlong('link-name')}
          value={link}
          onFocus={({ target }) => target.select()}
        />
        <div className="share-row">
          <button type="button" className="button strong" onClick={() => void copied(link).then(setSaid)}>
            <Icon name="copy" />
            {takeAlong('link-copy')}
          </button>
          {qr !== null && (
            <button type="button" className="button" onClick={() => setLarge(true)}>
              {takeAlong('qr-large')}
            </button>
          )}
        </div>
        <p className="caption">{aboutOf(link)}</p>
        {placeOf() !== null && <p className="caption">{placeOf()}</p>}
        {qr === null && <p className="caption">{takeAlong('qr-much')}</p>}
      </div>
      {qr !== null && <QrCode picture={qr} />}
      {large && qr !== null && <QrScreen picture={qr} onClose={() => setLarge(false)} />}
    </SharePart>
  );
}

/** A figure in another page is opened as the whole page. */
const pageAddress = (): string => window.location.href.replace(/embed\.html(?=[?#]|$)/, '');

const aboutOf = ({ length }: string): string =>
  takeAlong(length > LENGTH_GOOD ? 'link-long' : 'link-about', { length });

function placeOf(): string | null {
  const { protocol, hostname } = window.location;
  return protocol === 'file:'
    ? takeAlong('link-file')
    : LOCAL.test(hostname)
      ? takeAlong('link-local')
      : null;
}
