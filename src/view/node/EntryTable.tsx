// An entry as it lies in memory: boxes with the index under each, and at the left the tile of the version without which
// they mean nothing. In an sstable the boxes carry names instead, and no version. What the step discarded lies below the
// vector, with the reason; whoever goes to the boxes is also told what they mean.

import { type CSSProperties, Fragment, type KeyboardEvent, useId, useState } from 'react';
import type { BoxView, EntryView } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';
import { useBroken } from '../verdict/brokenContext.ts';
import { focusPartToolbar } from './focusPartToolbar.ts';
import { type Roving, useRoving } from './useRoving.ts';

export function EntryTable({ entry }: { readonly entry: EntryView }) {
  const rows = [...(entry.static.length > 0 ? [{ key: 'static', boxes: entry.static }] : []), ...entry.rows];
  const tagged = entry.identity !== null;
  const roving = useRoving([
    ...(tagged ? ['version'] : []),
    ...rows.flatMap((row) => row.boxes.map((box) => `${row.key} ${box.key}`)),
    ...fallenOf(entry).map(({ row, cell }) => `${row} ${cell.key} out`),
  ]);
  const [near, setNear] = useState(false);
  const broken = useBroken('entries');
  const isPicked = entry.selected || rows.some((row) => row.boxes.some((box) => box.selected));
  const shared = { entry, roving, decoded: (near || isPicked) && entry.means !== '' };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it moves the focus between the buttons in it
    <div
      className="entry"
      data-changed={entry.changed || undefined}
      data-stale={entry.stale || undefined}
      data-selected={entry.selected || undefined}
      data-broken={broken(entry.key)}
      onKeyDown={(event: KeyboardEvent<HTMLElement>) => roving.onKeyDown(event)}
      // What fell out stands below the boxes: a line that comes or goes there would take it away from under the pointer.
      onFocus={({ target }) => {
        if (target.closest('.fallen') === null) setNear(true);
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setNear(false);
      }}
    >
      <span className="entry-row mono" aria-hidden="true">
        {entry.row}
      </span>
      {entry.source !== 'sstable' && <EntryTile entry={entry} roving={roving} />}
      <div className="vectors" data-static={entry.static.length > 0 || undefined}>
        {entry.static.length > 0 && (
          <Boxes
            {...shared}
            row="static"
            boxes={entry.static}
            caption={entry.staticCaption}
            lead={pageWords('static')}
          />
        )}
        {entry.rows.map((row) => (
          <Fragment key={row.key}>
            <Boxes {...shared} row={row.key} boxes={row.boxes} caption={row.caption} lead={row.clustering} />
            {row.tombstone !== '' && <p className="note">{row.tombstone}</p>}
          </Fragment>
        ))}
        {entry.tombstone !== '' && <p className="note">{entry.tombstone}</p>}
      </div>
      <Fallen entry={entry} roving={roving} />
    </div>
  );
}

/** The tile of the version that the entry is stored at; in the step that upgraded it also the one that it came from. */
function EntryTile({ entry, roving }: { readonly entry: EntryView; readonly roving: Roving }) {
  const session = useSession();
  const { identity, identityBefore } = entry;
  if (identity === null) {
    return (
      <span className="tile no-tag" aria-hidden="true">
        ?
      </span>
    );
  }
  return (
    <span className="entry-tile">
      {identityBefore !== null && (
        <span
          className="tile-was"
          aria-hidden="true"
          title={pageWords('was-at-name', { name: identityBefore.name })}
        >
          <VersionTile identity={identityBefore} />
          <Icon name="arrow" />
        </span>
      )}
      <button
        type="button"
        className="tile-pick"
        aria-label={pageWords('version-name-of-row-row', { name: identity.name, row: entry.row })}
        onClick={() => session.select({ kind: 'version', version: identity.version })}
        {...roving.stop('version')}
      >
        {identityBefore === null ? (
          <VersionTile identity={identity} />
        ) : (
          <>
            <span className="tile-fading" data-fade="out" aria-hidden="true">
              <VersionTile identity={identityBefore} />
            </span>
            <span data-fade="in">
              <VersionTile identity={identity} />
            </span>
          </>
        )}
      </button>
    </span>
  );
}

const fallenOf = (entry: EntryView) => [
  ...entry.fallen.map((cell) => ({ row: 'static', cell })),
  ...entry.rows.flatMap((row) => row.fallen.map((cell) => ({ row: row.key, cell }))),
];

/** What this step discarded, out of the vector, each with its reason. */
function Fallen({ entry, roving }: { readonly entry: EntryView; readonly roving: Roving }) {
  const session = useSession();
  const cells = fallenOf(entry);
  if (cells.length === 0) {
    return null;
  }
  return (
    <ul className="fallen" aria-label={pageWords('discarded-from-row-row', { row: entry.row })}>
      {cells.map(({ row, cell: { key, box, column, statement, selected, text, reason, label } }) => (
        <li key={`${row} ${key}`} title={label}>
          <s
            className="box mono"
            data-selected={selected || undefined}
            data-move={`${entry.key} ${row} ${key} out`}
            data-was={box === '' ? undefined : `${entry.key} ${row} ${box}`}
          >
            <button
              type="button"
              aria-label={label}
              onClick={() =>
                session.select(selected ? null : { kind: 'cell', entry: entry.key, row, column, statement })
              }
              onKeyDown={(event) => enterPartToolbar(event, selected)}
              {...roving.stop(`${row} ${key} out`)}
            >
              {text}
            </button>
          </s>
          <span className="reason">{reason}</span>
        </li>
      ))}
    </ul>
  );
}

/** Enter on what is chosen goes on to what can be done with it. */
function enterPartToolbar(event: KeyboardEvent, selected: boolean): void {
  if (event.key === 'Enter' && selected && focusPartToolbar()) event.preventDefault();
}

/** More boxes than these are not all as wide as one would like. */
const MANY_BOXES = 3;

/** Of many boxes those that hold something stay readable, and the empty ones give way. */
function widthsOf(boxes: readonly BoxView[]): CSSProperties {
  const count = { '--boxes': Math.max(1, boxes.length) } as CSSProperties;
  if (boxes.length <= MANY_BOXES) {
    return count;
  }
  const empty = boxes.filter((box) => box.state === 'empty').length;
  const full = Math.max(1, boxes.length - empty);
  const left = `(100% - ${empty} * (var(--box-empty) + var(--border))) / ${full} - var(--border)`;
  const gridTemplateColumns = boxes
    .map(({ state }) =>
      state === 'empty'
        ? 'minmax(var(--box-empty), var(--box-comfort))'
        : `minmax(clamp(var(--box-empty), ${left}, var(--box-value)), max-content)`,
    )
    .join(' ');
  return { ...count, gridTemplateColumns };
}

interface BoxesProps {
  readonly entry: EntryView;
  readonly row: string;
  readonly boxes: readonly BoxView[];
  readonly caption: string;
  /** The clustering key, or 'static'. */
  readonly lead: string;
  /** Also a row that says what each box means. */
  readonly decoded: boolean;
  readonly roving: Roving;
}

function Boxes({ entry, row, boxes, caption, lead, decoded, roving }: BoxesProps) {
  const session = useSession();
  const broken = useBroken('boxes');
  const id = useId();
  const select = (box: BoxView): void =>
    session.select(box.selected ? null : { kind: 'cell', entry: entry.key, row, column: box.means });
  return (
    <div className="vector">
      {lead !== '' && (
        <span className="lead-key" data-static={row === 'static' || undefined} aria-hidden="true">
          {lead}
        </span>
      )}
      <table
        className="boxes"
        data-many={boxes.length > MANY_BOXES || undefined}
        title={caption}
        style={widthsOf(boxes)}
      >
        <caption className="hidden-text">{caption}</caption>
        <tbody>
          <tr>
            {boxes.map((box, i) => (
              // A header below its cell is not found by itself.
              <td
                key={box.key}
                headers={`${id}${i}`}
                className="box mono"
                data-state={box.state}
                data-changed={box.changed || undefined}
                data-selected={box.selected || undefined}
                data-broken={broken(`${entry.key} ${row} ${box.key}`)}
                data-move={`${entry.key} ${row} ${box.key}`}
              >
                <button
                  type="button"
                  onClick={() => select(box)}
                  onKeyDown={(event) => enterPartToolbar(event, box.selected)}
                  {...roving.stop(`${row} ${box.key}`)}
                >
                  {box.text}
                </button>
              </td>
            ))}
          </tr>
          <tr>
            {boxes.map((box, i) => (
              // Whatever comes to lie in it, box 0 is box 0.
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: the index is what it is the head of
                key={i}
                id={`${id}${i}`}
                scope="col"
                className="index mono"
                aria-label={box.index === null ? undefined : pageWords('box', { index: String(box.index) })}
              >
                {box.index ?? box.name ?? ''}
              </th>
            ))}
          </tr>
          {decoded && (
            <tr className="meanings">
              {boxes.map((box) => (
                <td key={box.key}>{box.means}</td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
