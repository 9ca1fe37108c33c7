// An entry as it lies in memory: boxes with the index under each, and at the left the tile of the version without which
// they mean nothing. In an sstable the boxes carry names instead, and no version.

import type { BoxView, EntryView } from '../../scene/scene.ts';
import { VersionTile } from '../marks/Glyph.tsx';

export function EntryTable({ entry }: { readonly entry: EntryView }) {
  return (
    <div className="entry" data-changed={entry.changed || undefined} data-stale={entry.stale || undefined}>
      <span className="entry-row mono" aria-hidden="true">
        {entry.row}
      </span>
      {entry.source !== 'sstable' && <VersionTile identity={entry.identity} />}
      <div className="vectors">
        {entry.static.length > 0 && (
          <Boxes entry={entry} boxes={entry.static} caption={`${entry.caption}, static`} />
        )}
        {entry.rows.map((row) => (
          <Boxes
            key={row.key}
            entry={entry}
            boxes={row.boxes}
            caption={row.clustering === '' ? entry.caption : `${entry.caption}, ${row.clustering}`}
            note={row.tombstone}
          />
        ))}
        {entry.tombstone !== '' && <p className="note">{entry.tombstone}</p>}
      </div>
    </div>
  );
}

interface BoxesProps {
  readonly entry: EntryView;
  readonly boxes: readonly BoxView[];
  readonly caption: string;
  readonly note?: string;
}

function Boxes({ entry, boxes, caption, note }: BoxesProps) {
  return (
    <>
      <table className="boxes" title={entry.means === '' ? undefined : entry.means}>
        <caption className="hidden-text">
          {entry.means === '' ? caption : `${caption}; ${entry.means}`}
        </caption>
        <tbody>
          <tr>
            {boxes.map((box) => (
              <td
                key={box.key}
                className="box mono"
                data-state={box.state}
                data-changed={box.changed || undefined}
                data-move={`${entry.key} ${box.key}`}
              >
                {box.text}
              </td>
            ))}
          </tr>
          <tr>
            {boxes.map((box) => (
              <th key={box.key} scope="col" className="index mono">
                {box.index ?? box.name ?? ''}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
      {note !== undefined && note !== '' && <p className="note">{note}</p>}
    </>
  );
}
