// Which version contains which: V0 at the top, and every version under those that it contains. A node's flag stands at
// the version it is at. Choosing a version shows, below, how ids move into it.

import { Fragment, type KeyboardEvent, useEffect, useRef } from 'react';
import type { DagNode, VersionDag } from '../../scene/scene.ts';
import { VersionName } from '../marks/Glyph.tsx';
import { useSession } from '../sessionContext.ts';
import { useSize } from '../useSize.ts';

/** Layers closer than this would lie on their edges' labels. */
const SHRINK_MIN = 0.7;
const STRETCH_MAX = 1.6;

export function VersionDagView({ dag }: { readonly dag: VersionDag }) {
  const session = useSession();
  const list = useRef<HTMLUListElement>(null);
  const window_ = useRef<HTMLDivElement>(null);
  const room = useSize(window_);
  // The distances go with the panel; words and tiles keep their size.
  const across = room.width === 0 ? 1 : Math.min(STRETCH_MAX, room.width / dag.width);
  const down = room.height === 0 ? 1 : Math.min(STRETCH_MAX, Math.max(SHRINK_MIN, room.height / dag.height));
  const newest = (
    dag.nodes.find((node) => node.changed) ?? dag.nodes.findLast((node) => node.flags.length > 0)
  )?.key;
  useEffect(() => {
    // Where the nodes stand is in sight even when the diagram is longer than its panel.
    if (newest !== undefined) {
      list.current?.querySelector(`[data-version="${newest}"]`)?.scrollIntoView({ block: 'nearest' });
    }
  }, [newest]);
  const tabStop = dag.nodes.find((node) => node.picked) ?? dag.nodes.at(-1);
  const pick = (node: DagNode): void => {
    const from = node.parents[0];
    session.pick(from === undefined ? null : { from, to: node.identity.version });
    session.select({ kind: 'version', version: node.identity.version });
  };
  const move = (event: KeyboardEvent, node: DagNode): void => {
    const target = neighbour(dag, node, event.key);
    if (target !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      list.current?.querySelector<HTMLButtonElement>(`[data-version="${target.identity.version}"]`)?.focus();
    }
  };
  return (
    <section className="panel versions" aria-labelledby="versions-title">
      <header className="panel-head">
        <h2 id="versions-title">Versions</h2>
        <p>later ↓ each contains those above</p>
      </header>
      <div className="panel-scroll" ref={window_}>
        <div
          className="dag"
          data-frame="dag"
          style={{ width: dag.width * across, height: dag.height * down }}
        >
          <svg aria-hidden="true" width={dag.width * across} height={dag.height * down}>
            {dag.edges.map((edge) => (
              <path
                key={edge.key}
                className="edge"
                d={edge.path}
                transform={`scale(${across} ${down})`}
                data-picked={edge.picked || undefined}
                data-overwritten={edge.overwritten || undefined}
              />
            ))}
            {dag.edges.map((edge) => (
              <text key={edge.key} className="edge-label" x={edge.x * across} y={edge.y * down} dy="0.35em">
                {edge.labels.map((label, i) => (
                  <Fragment key={label}>
                    {i > 0 && ', '}
                    {label}
                  </Fragment>
                ))}
              </text>
            ))}
          </svg>
          <ul aria-labelledby="versions-title" ref={list}>
            {dag.nodes.map((node) => (
              <li
                key={node.key}
                className="dag-node"
                style={{ left: node.x * across, top: node.y * down }}
                data-ghost={node.ghost || undefined}
              >
                <button
                  type="button"
                  data-version={node.identity.version}
                  aria-label={node.label}
                  aria-pressed={node.picked || node.selected}
                  data-changed={node.changed || undefined}
                  tabIndex={node === tabStop ? 0 : -1}
                  onClick={() => pick(node)}
                  onKeyDown={(event) => move(event, node)}
                >
                  <VersionName identity={node.identity} />
                </button>
                <span className="flags" aria-hidden="true">
                  {node.flags.map((flag) => (
                    <span key={flag} className="flag" data-move={`flag ${flag}`}>
                      {flag}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

/** Up and down along the edges, left and right among those of the same height. */
function neighbour(dag: VersionDag, node: DagNode, key: string): DagNode | undefined {
  const beside = (sign: number): DagNode | undefined =>
    dag.nodes
      .filter((other) => other.y === node.y && (other.x - node.x) * sign > 0)
      .sort((a, b) => (a.x - b.x) * sign)
      .at(0);
  const find = (version: string | undefined): DagNode | undefined =>
    dag.nodes.find((other) => other.identity.version === version);
  switch (key) {
    case 'ArrowUp':
      return find(node.parents[0]);
    case 'ArrowDown':
      return find(node.children[0]);
    case 'ArrowLeft':
      return beside(-1);
    case 'ArrowRight':
      return beside(1);
    default:
      return undefined;
  }
}
