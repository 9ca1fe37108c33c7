// Everything that is really in a node, beside the stage, so that one can step on and watch it: what waits there, what its
// registries know and who holds it, what gossip told it, what it stores, and the system rows of which its schema is made.

import { type ReactNode, useState } from 'react';
import type {
  EntryView,
  Identity,
  NodeCard,
  Scene,
  SourceView,
  SystemRowView,
  TableKey,
} from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { ColumnActions } from '../operator/ColumnActions.tsx';
import { RowActions } from '../operator/RowActions.tsx';
import { useSession } from '../session/sessionContext.ts';
import { EntryTable } from './EntryTable.tsx';
import { NodeOperations } from './NodeOperations.tsx';
import { RegistryTables } from './RegistryTables.tsx';

export function NodeDrawer({ scene }: { readonly scene: Scene }) {
  const session = useSession();
  const selected = scene.nodes.find((card) => card.selected)?.node ?? null;
  const [last, setLast] = useState(selected ?? scene.nodes[0]?.node ?? '');
  if (selected !== null && selected !== last) {
    setLast(selected);
  }
  const card = scene.nodes.find((one) => one.node === (selected ?? last)) ?? scene.nodes[0];
  if (card === undefined) {
    return null;
  }
  return (
    <div className="drawer-scroll node-drawer">
      <fieldset className="node-switch" aria-label={dialogWords('node')}>
        {scene.nodes.map((one) => (
          <button
            key={one.node}
            type="button"
            className="button"
            aria-pressed={one === card}
            onClick={() => session.select({ kind: 'node', node: one.node })}
          >
            <VersionTile identity={one.identity} />
            {one.node}
          </button>
        ))}
      </fieldset>
      <NodeState card={card} />
      <Sections card={card} table={scene.table} identities={scene.identities} />
    </div>
  );
}

function NodeState({ card }: { readonly card: NodeCard }) {
  return (
    <>
      <h3 className="node-title">{card.label}</h3>
      <dl className="node-facts">
        <div>
          <dt>{dialogWords('state')}</dt>
          <dd>{card.description}</dd>
        </div>
        <div>
          <dt>{dialogWords('clock')}</dt>
          <dd className="mono">{card.clock}</dd>
        </div>
        <div>
          <dt>{dialogWords('digest')}</dt>
          <dd className="mono">{card.digest}</dd>
        </div>
        {card.shards.length > 1 && (
          <div>
            <dt>{dialogWords('shards')}</dt>
            <dd className="node-shards">
              {card.shards.map(({ shard, identity }) => (
                <span key={shard}>
                  {shard}: <VersionTile identity={identity} /> {identity?.name ?? dialogWords('no-table')}
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

interface SectionsProps {
  readonly card: NodeCard;
  readonly table: TableKey | null;
  readonly identities: readonly Identity[];
}

function Sections({ card, table, identities }: SectionsProps) {
  const busy = [...card.merges, ...card.waits, ...card.open];
  return (
    <div className="folds">
      <Fold title={dialogWords('what-one-may-do-to')} open empty="">
        <NodeOperations card={card} table={table} />
      </Fold>
      {card.up && table !== null && card.identity !== null && (
        <Fold title={dialogWords('columns')} count={card.columns.length} empty={dialogWords('it-has-none')}>
          <ColumnActions card={card} table={table} />
        </Fold>
      )}
      <Fold
        title={dialogWords('under-way')}
        count={busy.length}
        open={busy.length > 0}
        empty={dialogWords('nothing-waits-here')}
      >
        <ul>
          {busy.map((row) => (
            <li key={row.key}>{row.sentence}</li>
          ))}
        </ul>
      </Fold>
      <Fold
        title={dialogWords('schema-registry')}
        count={card.registry.length}
        open
        empty={dialogWords('it-knows-no-version')}
      >
        <RegistryTables card={card} />
      </Fold>
      {card.sources.map((source) => (
        <SourceFold key={source.key} source={source}>
          {(entry) =>
            card.up && table !== null && card.identity !== null ? (
              <RowActions card={card} table={table} entry={entry} identities={identities} />
            ) : null
          }
        </SourceFold>
      ))}
      <Fold title={dialogWords('commitlog')} count={card.commitlog.length} empty={dialogWords('it-is-empty')}>
        <ul>
          {card.commitlog.map((row) => (
            <li key={row.key} className="noted" data-changed={row.changed || undefined}>
              <VersionTile identity={row.identity} />
              <span>
                {row.identity !== null && <b>{row.identity.name} </b>}
                {row.sentence}
              </span>
            </li>
          ))}
        </ul>
      </Fold>
      <Fold
        title={dialogWords('what-gossip-told')}
        count={card.gossip.length}
        empty={dialogWords('it-has-no-peers')}
      >
        <ul>
          {card.gossip.map((row) => (
            <li key={row.key}>{row.sentence}</li>
          ))}
        </ul>
      </Fold>
      {card.prepared.length > 0 && (
        <Fold title={dialogWords('prepared-statements')} count={card.prepared.length} empty="">
          <ul>
            {card.prepared.map((row) => (
              <li key={row.key} className="noted">
                <VersionTile identity={row.identity} />
                {row.sentence}
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <Fold
        title={dialogWords('rows-of-the-system-tables')}
        count={card.systemRows.length}
        empty={dialogWords('they-have-no-rows')}
      >
        {card.systemRows.map((row) => (
          <SystemRow key={row.key} row={row} />
        ))}
      </Fold>
    </div>
  );
}

interface SourceProps {
  readonly source: SourceView;
  /** What may be done with an entry. */
  readonly children: (entry: EntryView) => ReactNode;
}

function SourceFold({ source, children }: SourceProps) {
  return (
    <Fold
      title={source.title}
      count={source.entries.length}
      open={source.entries.length > 0}
      empty={dialogWords('it-is-empty')}
    >
      <ul>
        {source.entries.map((entry) => (
          <li key={entry.key}>
            <EntryTable entry={entry} />
            {children(entry)}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

interface FoldProps {
  readonly title: string;
  /** How many things it holds; a fold that always holds the same says none. */
  readonly count?: number;
  readonly open?: boolean;
  readonly empty: string;
  readonly children: ReactNode;
}

function Fold({ title, count, open, empty, children }: FoldProps) {
  return (
    <details className="fold" open={open}>
      <summary>
        {title} {count !== undefined && <span className="fold-count">{count}</span>}
      </summary>
      <div className="fold-body">{count === 0 ? <p className="note">{empty}</p> : children}</div>
    </details>
  );
}

/** A row of a system table: its cells with their timestamps; dead ones are tombstones. */
function SystemRow({ row }: { readonly row: SystemRowView }) {
  return (
    <table className="system-row" data-changed={row.changed || undefined}>
      <caption>
        <span className="caption">{row.systemTable}</span> <b className="mono">{row.row}</b>
        {row.tombstone !== null && (
          <span className="note">{dialogWords('deleted-tombstone', { tombstone: row.tombstone })}</span>
        )}
      </caption>
      <tbody>
        {row.cells.map((cell) => (
          <tr key={cell.name} data-dead={cell.dead || undefined}>
            <th scope="row">{cell.name}</th>
            <td className="mono">{cell.dead ? '×' : cell.text}</td>
            <td className="mono stamp">@{cell.ts}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
