// Who stands where at one state of a search: nodes with the look of their version where a run on the page has shown it, else
// with its first hex digits alone. A look that nobody has met would promise a hue that the stage may give to another.

import type { NodeId, SchemaVersion } from '../../engine/index.ts';
import { type Identities, shortHex } from '../run/identity.ts';
import type { Identity } from '../shape/scene.ts';
import { label, listed } from '../words/say.ts';

export interface NodeMark {
  readonly node: NodeId;
  readonly up: boolean;
  readonly identity: Identity | null;
  /** 'V2', or '3f9a' of a version that has no name here yet; '' without the table. */
  readonly name: string;
}

export interface Standing {
  readonly node: NodeId;
  readonly up: boolean;
  /** Null without the table. */
  readonly version: SchemaVersion | null;
}

export function nodeMarks(identities: Identities, standings: readonly Standing[]): readonly NodeMark[] {
  return standings.map(({ node, up, version }) => ({
    node,
    up,
    identity: identities.of(version),
    name: identities.name(version),
  }));
}

/** 'A and B at 3f9a', 'C down': nodes that stand alike together, in the order of the first of each. */
export function groupedStandings(
  standings: readonly { readonly node: NodeId; readonly up: boolean; readonly digest: string }[],
): readonly string[] {
  const groups = new Map<string, NodeId[]>();
  for (const { node, up, digest } of standings) {
    const key = up ? shortHex(digest) : '';
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  return [...groups].map(([digest, nodes]) =>
    digest === ''
      ? label('ending-down', { nodes: listed(nodes) })
      : label('ending-node', { nodes: listed(nodes), digest }),
  );
}
