// The nodes of the cluster as an operator has them: who is there, who comes or goes and what it waits for, and the two
// commands that change it. What cannot be done now says why.

import type { RingView } from '../../scene/operator/ringView.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { useSession } from '../session/sessionContext.ts';

export function RingNodes({ ring }: { readonly ring: RingView }) {
  const session = useSession();
  const { newcomer } = ring;
  return (
    <section aria-labelledby="network-nodes">
      <h3 id="network-nodes">{dialogWords('nodes-of-the-cluster')}</h3>
      <p className="network-says">{ring.sentence}</p>
      <ul className="ring-nodes">
        {ring.nodes.map((one) => (
          <li key={one.node} data-changed={one.changed || undefined}>
            <VersionTile identity={one.identity} />
            <button
              type="button"
              className="pick-name"
              aria-pressed={one.selected}
              onClick={() => session.select(one.selected ? null : { kind: 'node', node: one.node })}
            >
              {one.name}
            </button>
            <span className="ring-standing">{one.standing}</span>
            {!one.up && (
              <button
                type="button"
                className="button"
                aria-label={dialogWords('restart-node', { node: one.node })}
                onClick={() => session.act({ kind: 'restart', node: one.node })}
              >
                {dialogWords('restart')}
              </button>
            )}
            <button
              type="button"
              className="button"
              aria-label={dialogWords('remove-node', { node: one.node })}
              aria-disabled={one.problem !== null}
              title={one.problem ?? one.note}
              onClick={() => session.act({ kind: 'remove-node', node: one.node })}
            >
              {dialogWords('remove')}
            </button>
          </li>
        ))}
      </ul>
      <div className="operation">
        <button
          type="button"
          className="button"
          aria-disabled={newcomer.problem !== null}
          onClick={() => session.act({ kind: 'add-node', node: newcomer.node })}
        >
          {newcomer.name}
        </button>
        <p>
          {newcomer.problem ?? newcomer.note} {newcomer.problem === null && <code>{newcomer.command}</code>}
        </p>
      </div>
    </section>
  );
}
