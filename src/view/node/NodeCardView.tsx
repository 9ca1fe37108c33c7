// One node: its top edge is "now", its hue is that of its version. At rest it shows its columns and two entries; all the
// rest of what is really in a node is behind "More". Where many nodes share the stage, cards count instead of showing.

import { type CSSProperties, memo, Suspense, useId, useState } from 'react';
import type { Identity, NodeCard, TableKey } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { hasComparedCards } from '../compare/comparing.ts';
import {
  AddColumnDialog,
  CardComparison,
  ChangeTableDialog,
  DropColumnDialog,
  KnownVersions,
  Late,
  PartBar,
  ReadDialog,
  WriteDialog,
} from '../loading/lazyDialogs.tsx';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { useBroken } from '../verdict/brokenContext.ts';
import { CardEntries, UpgradeCount } from './CardEntries.tsx';
import { CardHead } from './CardHead.tsx';
import { ColumnStrip } from './ColumnStrip.tsx';
import { CompactBody } from './CompactBody.tsx';
import { isWideCard } from './cardNeed.ts';
import { isOfTable, type ShownResult } from './latestResult.ts';
import type { PartDialog } from './partActions.ts';
import { ResultSlip } from './ResultSlip.tsx';

interface Props {
  readonly card: NodeCard;
  readonly table: TableKey | null;
  readonly identities: readonly Identity[];
  readonly answer: ShownResult | null;
  /** The answer has come in this very step. */
  readonly hasNews: boolean;
  readonly scale: number;
  /** How many entries the card itself has room for. */
  readonly entriesMax: number;
  /** It has the width of the page: lane and width above have no meaning for it. */
  readonly isStacked: boolean;
  /** What it keeps beside its own version is told too. */
  readonly tellsKnown: boolean;
}

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'write' | 'read'; readonly row?: string }
  | Extract<PartDialog, { column: unknown }>
  | null;

export const NodeCardView = memo(function NodeCardView({
  card,
  table,
  identities,
  answer,
  hasNews,
  scale,
  entriesMax,
  isStacked,
  tellsKnown,
}: Props) {
  const session = useSession();
  const comparing = useSlice(hasComparedCards);
  const broken = useBroken('nodes');
  const actsHere = useSlice((state) => isChosenOn(state, card.node));
  const [open, setOpen] = useState<Open>(null);
  const heading = useId();
  const room = isStacked ? 'wide' : roomOf(card.w * scale, scale > 1);
  const unfold = (drawer: 'node' | 'console') => (): void => {
    session.select({ kind: 'node', node: card.node });
    session.openDrawer(drawer);
  };
  const more = unfold('node');
  const cql = unfold('console');
  return (
    <article
      className={card.compact ? 'card compact' : 'card'}
      aria-labelledby={heading}
      data-node={card.node}
      data-down={!card.up || undefined}
      data-selected={card.selected || undefined}
      data-broken={broken(card.node)}
      data-acting={actsHere || undefined}
      data-room={room}
      data-cut-off={card.cutOff !== null || undefined}
      data-sharded={card.shards.length > 1 || undefined}
      data-frame="card"
      style={{ left: card.x * scale, width: card.w * scale, ...edgeOf(card) }}
    >
      <CardHead card={card} heading={heading} />
      {card.compact ? (
        <CompactBody
          card={card}
          isTight={room === 'tight'}
          hasTable={table !== null && card.note === ''}
          onAdd={() => setOpen({ kind: 'add' })}
          onWrite={() => setOpen({ kind: 'write' })}
          onRead={() => setOpen({ kind: 'read' })}
          onCql={cql}
          onMore={more}
        />
      ) : (
        <>
          <div className="card-body">
            {card.note !== '' && <p className="note">{card.note}</p>}
            {table !== null && card.note === '' && (
              <ColumnStrip
                card={card}
                table={table.table}
                isNarrow={room === 'tight' || room === 'narrow'}
                onAdd={() => setOpen({ kind: 'add' })}
                onDrop={(column) => setOpen({ kind: 'drop', column })}
              />
            )}
            {comparing ? (
              <Late>
                <CardComparison node={card.node} />
              </Late>
            ) : (
              <Stored
                card={card}
                table={table}
                answer={answer}
                identities={identities}
                hasNews={hasNews}
                max={entriesMax}
                tellsKnown={tellsKnown}
                isWide={isStacked || isWideCard(card.w * scale, scale > 1)}
              />
            )}
          </div>
          {table !== null && card.note === '' && actsHere && (
            <Late>
              <PartBar card={card} table={table} onOpen={setOpen} />
            </Late>
          )}
          <Foot
            card={card}
            hasTable={table !== null && card.note === ''}
            onOpen={setOpen}
            onCql={cql}
            onMore={more}
          />
        </>
      )}
      <Late>
        {open !== null && table !== null && (
          <OpenDialog
            open={open}
            card={card}
            table={table}
            identities={identities}
            onClose={() => setOpen(null)}
          />
        )}
      </Late>
    </article>
  );
});

/** The hue of its edge; its head and what lies in it have their own. */
const edgeOf = ({ identity }: NodeCard): CSSProperties =>
  (identity === null ? {} : { '--edge': `var(--solid-${identity.hue})` }) as CSSProperties;

/** A column or a row is selected on this node's card: what may be done with it stands there. */
const isChosenOn = ({ selection }: SessionState, node: string): boolean =>
  selection?.kind === 'column'
    ? selection.node === node
    : (selection?.kind === 'cell' || selection?.kind === 'entry') && selection.entry.startsWith(`${node}/`);

interface StoredProps extends Pick<Props, 'card' | 'table' | 'answer' | 'identities' | 'hasNews'> {
  readonly max: number;
  readonly tellsKnown: boolean;
  readonly isWide: boolean;
}

function Stored({ card, table, answer, identities, hasNews, max, tellsKnown, isWide }: StoredProps) {
  return (
    <>
      <CardEntries
        card={card}
        answer={answer?.result && isOfTable(answer, table) ? answer : null}
        max={max}
      />
      {answer !== null && (
        <ResultSlip shown={answer} card={card} identities={identities} fresh={hasNews} table={table} />
      )}
      <UpgradeCount card={card} />
      {tellsKnown && (
        // No key is meant for it: none is kept back while it comes.
        <Suspense fallback={null}>
          <KnownVersions card={card} isWide={isWide} />
        </Suspense>
      )}
    </>
  );
}

/** How much room a card of this width has for what is in it, in px. */
function roomOf(width: number, isLarge: boolean): 'tight' | 'narrow' | 'wide' | undefined {
  return width <= 114 ? 'tight' : width <= 236 ? 'narrow' : isWideCard(width, isLarge) ? 'wide' : undefined;
}

interface FootProps {
  readonly card: NodeCard;
  readonly hasTable: boolean;
  readonly onOpen: (open: Open) => void;
  readonly onCql: () => void;
  readonly onMore: () => void;
}

function Foot({ card: { node, up }, hasTable, onOpen, onCql, onMore }: FootProps) {
  const session = useSession();
  return (
    <footer className="card-foot">
      {!up && (
        <button
          type="button"
          className="button"
          aria-label={pageWords('restart-node', { node })}
          onClick={() => session.act({ kind: 'restart', node })}
        >
          {pageWords('restart')}
        </button>
      )}
      {hasTable && (
        <>
          <button
            type="button"
            className="button"
            aria-label={pageWords('write-on-node', { node })}
            onClick={() => onOpen({ kind: 'write' })}
          >
            {pageWords('write')}
          </button>
          <button
            type="button"
            className="button"
            aria-label={pageWords('read-on-node', { node })}
            onClick={() => onOpen({ kind: 'read' })}
          >
            {pageWords('read')}
          </button>
        </>
      )}
      <button
        type="button"
        className="button"
        aria-label={pageWords('cql-console-on-node', { node })}
        onClick={onCql}
      >
        CQL
      </button>
      <button
        type="button"
        className="button"
        aria-label={pageWords('more-about-node', { node })}
        onClick={onMore}
      >
        {pageWords('more')}
      </button>
    </footer>
  );
}

const rowOf = ({ row }: { readonly row?: string }) => (row === undefined ? {} : { row });

interface OpenDialogProps {
  readonly open: NonNullable<Open>;
  readonly card: NodeCard;
  readonly table: TableKey;
  readonly identities: readonly Identity[];
  readonly onClose: () => void;
}

function OpenDialog({ open, card, table, identities, onClose }: OpenDialogProps) {
  switch (open.kind) {
    case 'add':
      return <AddColumnDialog card={card} table={table} onClose={onClose} />;
    case 'drop':
      return <DropColumnDialog node={card.node} table={table} column={open.column} onClose={onClose} />;
    case 'change':
      return <ChangeTableDialog node={card.node} table={table} column={open.column} onClose={onClose} />;
    case 'write':
      return <WriteDialog card={card} table={table} {...rowOf(open)} onClose={onClose} />;
    case 'read':
      return (
        <ReadDialog card={card} table={table} identities={identities} {...rowOf(open)} onClose={onClose} />
      );
  }
}
