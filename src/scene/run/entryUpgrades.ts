// The steps that rewrote an entry in memory at another version.

import type { SchemaVersion, SimEvent } from '../../engine/index.ts';
import { prefixFold } from './prefixFold.ts';
import { tableId } from './seenVersions.ts';

type Stored = Extract<SimEvent, { kind: 'stored' }>;

export interface EntryUpgrade {
  readonly step: number;
  readonly node: string;
  readonly shard: number;
  readonly source: 'memtable' | 'cache';
  readonly key: string;
  readonly table: string;
  readonly from: SchemaVersion;
  readonly to: SchemaVersion;
  /** The same step wrote to the entry once it was upgraded. */
  readonly written: boolean;
}

function isWrittenBy(one: SimEvent, { node, shard, keyspace, table }: Stored, key: string): boolean {
  return (
    one.kind === 'stored' &&
    one.event.kind === 'mutation-stored' &&
    one.event.key === key &&
    one.node === node &&
    one.shard === shard &&
    one.keyspace === keyspace &&
    one.table === table
  );
}

export const upgradesOf = prefixFold<EntryUpgrade[]>({
  begin: () => [],
  extend: (kept, { events }, _before, step) => {
    for (const stored of events) {
      if (stored.kind === 'stored' && stored.event.kind === 'entry-upgraded') {
        const { node, shard } = stored;
        const { source, key, from, to } = stored.event;
        const written = source === 'memtable' && events.some((one) => isWrittenBy(one, stored, key));
        kept.push({ step, node, shard, source, key, table: tableId(stored), from, to, written });
      }
    }
  },
});
