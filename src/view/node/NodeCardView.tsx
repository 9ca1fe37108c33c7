// One node: its top edge is "now", its hue is that of its version. At rest it shows its columns and two entries; all the
// rest of what is really in a node is behind "More".

import { useId, useState } from 'react';
import type { EntryView, Identity, NodeCard, TableKey } from '../../scene/scene.ts';
import {
  AddColumnDialog,
  DropColumnDialog,
  Late,
  MoreDialog,
  ReadDialog,
  WriteDialog,
} from '../lazyDialogs.tsx';
import { VersionName } from '../marks/Glyph.tsx';
import { ColumnStrip } from './ColumnStrip.tsx';
import { EntryTable } from './EntryTable.tsx';
import type { ShownResult } from './latestResult.ts';
import { ResultSlip } from './ResultSlip.tsx';

interface Props {
  readonly card: NodeCard;
  readonly table: TableKey | null;
  readonly identities: readonly Identity[];
  readonly answer: ShownResult | null;
  readonly step: number;
  readonly scale: number;
  /** How many entries the card itself has room for. */
  readonly entriesMax: number;
}

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'write' }
  | { readonly kind: 'read' }
  | { readonly kind: 'more' }
  | { readonly kind: 'drop'; readonly column: string }
  | null;

export function NodeCardView({ card, table, identities, answer, step, scale, entriesMax }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const heading = useId();
  const answerIdentity = identities.find(({ version }) => version === answer?.result.version) ?? null;
  return (
    <article
      className="card"
      aria-labelledby={heading}
      data-hue={card.identity?.hue}
      data-down={!card.up || undefined}
      data-frame="card"
      style={{ left: card.x * scale, width: card.w * scale }}
    >
      <header className="card-head" data-changed={card.changed.version || undefined}>
        <h3 id={heading}>{card.label}</h3>
        <dl>
          <dt className="hidden-text">State</dt>
          <dd className="hidden-text">{card.description}</dd>
          <dd aria-hidden="true">{card.up ? <VersionName identity={card.identity} /> : 'down'}</dd>
        </dl>
      </header>
      <div className="card-body">
        {table !== null && (
          <ColumnStrip
            card={card}
            table={table.table}
            onAdd={() => setOpen({ kind: 'add' })}
            onDrop={(column) => setOpen({ kind: 'drop', column })}
          />
        )}
        <Entries card={card} answer={answer} max={entriesMax} />
        {answer !== null && (
          <ResultSlip shown={answer} identity={answerIdentity} fresh={answer.step === step} />
        )}
      </div>
      <footer className="card-foot">
        {table !== null && (
          <>
            <button
              type="button"
              className="button"
              aria-label={`Write on ${card.node}`}
              onClick={() => setOpen({ kind: 'write' })}
            >
              Write
            </button>
            <button
              type="button"
              className="button"
              aria-label={`Read on ${card.node}`}
              onClick={() => setOpen({ kind: 'read' })}
            >
              Read
            </button>
          </>
        )}
        <button
          type="button"
          className="button"
          aria-label={`More about ${card.node}`}
          onClick={() => setOpen({ kind: 'more' })}
        >
          More
        </button>
      </footer>
      <Late>
        <OpenDialog
          open={open}
          card={card}
          table={table}
          identities={identities}
          onClose={() => setOpen(null)}
        />
      </Late>
    </article>
  );
}

interface OpenDialogProps {
  readonly open: Open;
  readonly card: NodeCard;
  readonly table: TableKey | null;
  readonly identities: readonly Identity[];
  readonly onClose: () => void;
}

function OpenDialog({ open, card, table, identities, onClose }: OpenDialogProps) {
  if (open?.kind === 'more') {
    return <MoreDialog card={card} table={table} onClose={onClose} />;
  }
  if (open === null || table === null) {
    return null;
  }
  switch (open.kind) {
    case 'add':
      return <AddColumnDialog card={card} table={table} onClose={onClose} />;
    case 'drop':
      return <DropColumnDialog node={card.node} table={table} column={open.column} onClose={onClose} />;
    case 'write':
      return <WriteDialog card={card} table={table} onClose={onClose} />;
    case 'read':
      return <ReadDialog card={card} table={table} identities={identities} onClose={onClose} />;
  }
}

interface EntriesProps {
  readonly card: NodeCard;
  readonly answer: ShownResult | null;
  readonly max: number;
}

function Entries({ card, answer, max }: EntriesProps) {
  const full = card.sources.filter((source) => source.entries.length > 0);
  const all = full.flatMap((source) => source.entries);
  const shown = new Set(answer === null ? firstOf(all, max) : [readEntry(all, answer)]);
  return (
    <>
      {full
        .map((source) => ({ ...source, entries: source.entries.filter((entry) => shown.has(entry)) }))
        .filter((source) => source.entries.length > 0)
        .map((source) => (
          <section key={source.key} className="source" aria-label={`${source.title} of ${card.node}`}>
            <h4 className="caption">{source.title}</h4>
            {source.entries.map((entry) => (
              <EntryTable key={entry.key} entry={entry} />
            ))}
          </section>
        ))}
      <p className="caption count">
        {all.length > shown.size && `${all.length - shown.size} more behind More. `}
        {card.upgraded.sentence}
      </p>
    </>
  );
}

/** The first ones; with room for one only, the one that has changed. */
function firstOf(entries: readonly EntryView[], max: number): readonly EntryView[] {
  const changed = entries.find((entry) => entry.changed);
  return max === 1 && changed !== undefined ? [changed] : entries.slice(0, max);
}

/** With an answer on the card there is room for one entry: that of the row that was read. */
function readEntry(entries: readonly EntryView[], { result }: ShownResult): EntryView | undefined {
  const texts = result.rows[0]?.map((cell) => cell.text) ?? [];
  return entries.find((entry) => texts.includes(entry.row)) ?? entries[0];
}
