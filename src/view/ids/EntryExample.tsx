// One real entry before and after, box by box; and what it says to somebody who does not know its version.

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { BoxView, IdExample, Identity, IdVectors, UntaggedReading } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { Icon } from '../marks/Icon.tsx';
import { useSize } from '../useSize.ts';

export function EntryExample({ example }: { readonly example: IdExample }) {
  const [asked, setAsked] = useState(false);
  const { title, from, to, vectors, untagged } = example;
  const isUntagged = untagged.real || asked;
  const element = useRef<HTMLDivElement>(null);
  useMovedInSight(element, example);
  return (
    <div className="example" ref={element}>
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

/** More boxes than these may be wider than the panel. */
const MANY_BOXES = 6;
/** Air beside a box that is brought into sight, in px. */
const AIR = 24;

/** Of a wide row the value that moves is in sight, before and after: at once, without motion. */
function useMovedInSight(element: RefObject<HTMLElement | null>, { vectors }: IdExample): void {
  const { width } = useSize(element);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another entry is shown, or the panel comes to have a width
  useEffect(() => {
    for (const row of element.current?.querySelectorAll('.wide-boxes') ?? []) {
      const moved = row.querySelector<HTMLElement>('[data-sight]');
      row.scrollLeft = moved === null ? 0 : moved.offsetLeft + moved.offsetWidth + AIR - row.clientWidth;
    }
  }, [element, vectors, width]);
}

/** The first value that moves, by the key that it has on both sides. */
const movedOf = ({ after }: IdVectors): string | undefined =>
  after.find(({ movedFrom, state }) => movedFrom !== null && state !== 'empty')?.key;

interface RowProps {
  readonly name: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** A row that may be wider than the panel scrolls by itself: what it is about stays beside it. */
function WideRow({ name, count, children }: RowProps) {
  return count <= MANY_BOXES ? (
    children
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section className="wide-boxes" aria-label={name} tabIndex={0}>
      {children}
    </section>
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
  const moved = movedOf(vectors);
  return (
    <div className="before-after" data-kind={kind} data-untagged={untagged !== null || undefined}>
      {isTitled && <span className="caption">{title}</span>}
      {!untagged?.real && (
        <Vector
          identity={ends.from}
          boxes={before}
          moved={moved}
          label={isOne ? title : pageWords('before')}
        />
      )}
      {!untagged?.real && (untagged !== null || !isOne) && <Icon name="arrow" />}
      {untagged !== null && <Untagged reading={untagged} kind={kind} />}
      {untagged === null && !isOne && (
        <Vector identity={ends.to} boxes={after} moved={moved} label={pageWords('after')} />
      )}
    </div>
  );
}

interface VectorProps {
  readonly identity: Identity;
  readonly boxes: readonly BoxView[];
  /** Key of the box that has to be seen. */
  readonly moved: string | undefined;
  readonly label: string;
}

function Vector({ identity, boxes, moved, label }: VectorProps) {
  return (
    <div className="entry">
      <VersionTile identity={identity} />
      <WideRow name={label} count={boxes.length}>
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
                  data-sight={box.key === moved || undefined}
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
      </WideRow>
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
