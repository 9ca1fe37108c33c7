// A node's schema registries, one a shard: which versions each knows, whether it has the definition (load), whether its
// schema contains it (sync), and who on the shard still uses it. What nobody asked for has no row.

import type { NodeCard, RegistryRow } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { VersionName } from '../marks/Glyph.tsx';
import { useSession } from '../session/sessionContext.ts';

export function RegistryTables({ card }: { readonly card: NodeCard }) {
  return card.shards.map(({ shard }) => (
    <RegistryTable
      key={shard}
      title={
        card.shards.length > 1
          ? dialogWords('registry-of-node-shard-shard', { node: card.node, shard })
          : dialogWords('registry-of-node', { node: card.node })
      }
      isTitled={card.shards.length > 1}
      rows={card.registry.filter((row) => row.shard === shard)}
      node={card.node}
    />
  ));
}

interface TableProps {
  readonly title: string;
  readonly isTitled: boolean;
  readonly rows: readonly RegistryRow[];
  readonly node: string;
}

function RegistryTable({ title, isTitled, rows, node }: TableProps) {
  const session = useSession();
  return (
    <table className="registry">
      <caption className={isTitled ? 'caption' : 'hidden-text'}>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{dialogWords('version')}</th>
          <th scope="col">{dialogWords('load')}</th>
          <th scope="col">{dialogWords('sync')}</th>
          <th scope="col">{dialogWords('held-by')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-changed={row.changed || undefined} title={row.sentence}>
            <th scope="row">
              <button
                type="button"
                className="head-pick"
                onClick={() =>
                  session.select({ kind: 'registry', node, shard: row.shard, version: row.identity.version })
                }
              >
                <VersionName identity={row.identity} />
              </button>
            </th>
            <td>
              <span className="state-pill" data-state={row.load}>
                {row.load}
              </span>
            </td>
            <td>
              <span className="state-pill" data-state={row.sync}>
                {row.sync.replace('_', ' ')}
              </span>
            </td>
            <td>{row.holders.length === 0 ? <i>{dialogWords('nobody')}</i> : row.holders.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
