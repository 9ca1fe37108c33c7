// A value of the inspector: text, or a button that selects another thing or goes to a step. Long ones are clipped and
// unfold; what an engineer wants to take along has a copy button.

import { Fragment, useState } from 'react';
import type { Value } from '../../scene/inspector/inspection.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { useSession } from '../session/sessionContext.ts';
import { CopyButton } from './CopyButton.tsx';
import { wordPieces } from './wordPieces.ts';

const SHOWN_LENGTH = 160;
/** Timestamps and names that are no longer than this stay in one piece. */
const WHOLE_LENGTH = 18;

interface Props {
  readonly value: Value;
  /** What it is the value of. */
  readonly term?: string | undefined;
}

export function ValueView({ value, term }: Props) {
  const session = useSession();
  const { identity, select, step, copy } = value;
  const leads = select !== null || step !== null;
  const follow = (): void => {
    if (step !== null) session.seek(step);
    if (select !== null) session.select(select);
  };
  const inside = (
    <>
      {identity !== null && <VersionTile identity={identity} />}
      <ClippedText text={value.text} folds={!leads} />
    </>
  );
  return (
    <span
      className={value.mono ? 'value mono' : 'value'}
      data-tone={value.tone}
      data-whole={value.text.length <= WHOLE_LENGTH || undefined}
    >
      {leads ? (
        <button type="button" className="lead-on" onClick={follow}>
          {inside}
        </button>
      ) : (
        inside
      )}
      {copy !== null && <CopyButton text={copy} name={term && dialogWords('copy-term', { term })} />}
    </span>
  );
}

const Breakable = ({ text }: { readonly text: string }) =>
  wordPieces(text).map((piece, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {piece}
    </Fragment>
  ));

/** A long text shows its beginning; the rest unfolds where a button may stand. */
function ClippedText({ text, folds }: { readonly text: string; readonly folds: boolean }) {
  const [all, setAll] = useState(false);
  if (text.length <= SHOWN_LENGTH) {
    return <span>{text.length <= WHOLE_LENGTH ? text : <Breakable text={text} />}</span>;
  }
  return (
    <span title={folds ? undefined : text}>
      {all ? text : `${text.slice(0, SHOWN_LENGTH)}…`}
      {folds && (
        <button type="button" className="lead-on" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? dialogWords('show-less') : dialogWords('show-all')}
        </button>
      )}
    </span>
  );
}
