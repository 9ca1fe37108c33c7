// One real entry before and after, box by box; and what it says to somebody who does not know its version.

import { useState } from 'react';
import { pageWords } from '../../scene/pageWords.ts';
import type { BoxView, IdExample, Identity, IdVectors, UntaggedReading } from '../../scene/scene.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { Icon } from '../marks/Icon.tsx';

export function EntryExample({ example }: { readonly example: IdExample }) {
  const [asked, setAsked] = useState(false);
  const { title, from, to, vectors, untagged } = example;
  const isUntagged = untagged.real || asked;
  return (
    <div className="example">
      <div className="example-head">
        <h3>{title}</h3>
        {!untagged.real && (
          <button
            type="button"
            className="button small"
            aria-pressed={asked}
            onClick={() => setAsked(!asked)}
          >
            {pageWords('without-version-tags')}
          </button>
        )}
      </div>
      <div className="both-kinds">
        {vectors.map((one) => (
          <BeforeAfter
            key={one.kind}
            vectors={one}
            ends={{ from, to }}
            isTitled={vectors.length > 1}
            untagged={isUntagged ? untagged : null}
          />
        ))}
      </div>
      {(isUntagged || untagged.wrong) && <p>{untagged.sentence}</p>}
    </div>
  );
}

interface BeforeAfterProps {
  readonly vectors: IdVectors;
  readonly ends: { readonly from: Identity; readonly to: Identity };
  readonly isTitled: boolean;
  /** What takes the place of the later vector when nobody knows the version of the earlier one. */
  readonly untagged: UntaggedReading | null;
}

function BeforeAfter({ vectors, ends, isTitled, untagged }: BeforeAfterProps) {
  const { kind, title, before, after } = vectors;
  const isOne = ends.from.version === ends.to.version;
  return (
    <div className="before-after" data-kind={kind} data-untagged={untagged !== null || undefined}>
      {isTitled && <span className="caption">{title}</span>}
      {!untagged?.real && (
        <Vector identity={ends.from} boxes={before} label={isOne ? title : pageWords('before')} />
      )}
      {!untagged?.real && (untagged !== null || !isOne) && <Icon name="arrow" />}
      {untagged !== null && <Untagged reading={untagged} kind={kind} />}
      {untagged === null && !isOne && <Vector identity={ends.to} boxes={after} label={pageWords('after')} />}
    </div>
  );
}

interface VectorProps {
  readonly identity: Identity;
  readonly boxes: readonly BoxView[];
  readonly label: string;
}

function Vector({ identity, boxes, label }: VectorProps) {
  return (
    <div className="entry">
      <VersionTile identity={identity} />
      <table className="boxes">
        <caption className="hidden-text">
          {pageWords('label-at-version-name', { label, name: identity.name })}
        </caption>
        <tbody>
          <tr>
            {boxes.map((box) => (
              <td
                key={box.key}
                className="box mono"
                data-state={box.state}
                data-moved={box.movedFrom !== null || undefined}
                title={box.text}
              >
                {box.text}
              </td>
            ))}
          </tr>
          <tr>
            {boxes.map((box) => (
              <th
                key={box.key}
                scope="col"
                className="index mono"
                aria-label={box.index === null ? undefined : pageWords('box', { index: String(box.index) })}
              >
                {box.index ?? box.name}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

interface UntaggedProps {
  readonly reading: UntaggedReading;
  readonly kind: IdVectors['kind'];
}

/** Each value under the name that it would be taken for; where that is not its own, the right one struck out. */
function Untagged({ reading, kind }: UntaggedProps) {
  const boxes = reading.boxes.filter((box) => box.kind === kind);
  return (
    <div className="untagged" data-wrong={reading.wrong || undefined}>
      <VersionTile identity={reading.as} />
      <table className="boxes">
        <caption className="hidden-text">
          {pageWords('read-with-the-names-of', { name: reading.as.name })}
        </caption>
        <tbody>
          <tr>
            {boxes.map((box) => (
              <th key={box.key} scope="col" className="read-as" data-wrong={box.wrong || undefined}>
                {box.name === '' ? pageWords('no-name') : box.name}
              </th>
            ))}
          </tr>
          <tr>
            {boxes.map((box) => (
              <td
                key={box.key}
                className="box mono"
                data-state={box.state}
                data-wrong={box.wrong || undefined}
                title={box.text}
              >
                {box.text}
              </td>
            ))}
          </tr>
          <tr>
            {boxes.map((box) => (
              <td key={box.key} className="written">
                {box.wrong ? (
                  <>
                    <b>≠</b> <s>{box.written}</s>
                  </>
                ) : (
                  <span className="mono">{box.index}</span>
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
