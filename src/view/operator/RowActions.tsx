// What may be done with one row where it lies: read it or write it through this node, or evict it from the cache.

import { useState } from 'react';
import type { EntryView, Identity, NodeCard, TableKey } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { keyOf } from '../node/fieldValues.ts';
import { ReadDialog } from '../node/ReadDialog.tsx';
import { WriteDialog } from '../node/WriteDialog.tsx';
import { useSession } from '../session/sessionContext.ts';

interface Props {
  readonly card: NodeCard;
  readonly table: TableKey;
  readonly entry: EntryView;
  readonly identities: readonly Identity[];
}

export function RowActions({ card, table, entry, identities }: Props) {
  const session = useSession();
  const [open, setOpen] = useState<'read' | 'write' | null>(null);
  const { node } = card;
  const { row } = entry;
  const close = (): void => setOpen(null);
  const evict = (): void => {
    const key = Object.fromEntries(keyOf(card, row));
    session.act({ kind: 'evict', node, keyspace: table.keyspace, table: table.table, key });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons, not a form
    <div className="row-buttons" role="group" aria-label={entry.caption}>
      <button type="button" className="button" onClick={() => setOpen('read')}>
        {dialogWords('read-row-row', { row })}
      </button>
      <button type="button" className="button" onClick={() => setOpen('write')}>
        {dialogWords('write-row-row', { row })}
      </button>
      {entry.source === 'cache' && (
        <button type="button" className="button" onClick={evict}>
          {dialogWords('evict-row-row', { row })}
        </button>
      )}
      {open === 'read' && (
        <ReadDialog card={card} table={table} identities={identities} row={row} onClose={close} />
      )}
      {open === 'write' && <WriteDialog card={card} table={table} row={row} onClose={close} />}
    </div>
  );
}
