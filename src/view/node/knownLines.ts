import type { GossipRow, NodeCard, RegistryRow } from '../../scene/shape/scene.ts';

/** Lines that a card has room for. */
const LINES_MAX = 3;

export type KnownLine =
  | { readonly kind: 'version'; readonly row: RegistryRow }
  | { readonly kind: 'timer'; readonly row: GossipRow };

/**
 * What a node keeps beside its own version, and the timers that it has started. A narrow card has room for what is under
 * way and for what has changed.
 */
export function knownLines({ registry, gossip }: NodeCard, isWide: boolean): readonly KnownLine[] {
  const versions = registry.filter((row) => !row.current && (isWide || row.changed || row.sync !== 'SYNCED'));
  const timers = gossip.filter((row) => row.pullScheduled);
  return [
    ...versions.map((row) => ({ kind: 'version' as const, row })),
    ...timers.map((row) => ({ kind: 'timer' as const, row })),
  ].slice(0, LINES_MAX);
}
