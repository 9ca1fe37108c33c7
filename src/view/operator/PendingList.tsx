// Everything that may happen next, soonest first, each with what one may do with it: the same for mouse, touch and keys.

import { useState } from 'react';
import type { PendingRow, PendingView } from '../../scene/operator/networkPending.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';

interface Props {
  readonly pending: PendingView;
  readonly nodes: readonly string[];
  /** The playhead is at the end of the run. */
  readonly isNow: boolean;
}

export function PendingList({ pending, nodes, isNow }: Props) {
  return (
    <section aria-labelledby="network-pending">
      <h3 id="network-pending">{dialogWords('on-the-way')}</h3>
      <p className="network-says">{pending.sentence}</p>
      <HoldAll pending={pending} nodes={nodes} isNow={isNow} />
      <ol className="pending" aria-labelledby="network-pending">
        {pending.rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ol>
    </section>
  );
}

function Row({ row }: { readonly row: PendingRow }) {
  const session = useSession();
  const { message } = row;
  return (
    <li
      data-next={row.next || undefined}
      data-held={row.held || undefined}
      data-selected={row.selected || undefined}
    >
      <div className="pending-head">
        {row.identity !== null && <VersionTile identity={row.identity} />}
        {message === null ? (
          <span className="pending-name">{row.text}</span>
        ) : (
          <button
            type="button"
            className="pending-name pick-name"
            aria-pressed={row.selected}
            onClick={() => session.select(row.selected ? null : { kind: 'message', message })}
          >
            {row.text}
          </button>
        )}
        <span className="pending-due">
          {row.held && <Icon name="pause" />}
          {row.due}
          {row.next && <b>{dialogWords('next')}</b>}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons, not a form */}
      <div className="pending-actions" role="group" aria-label={row.text}>
        <button type="button" className="button" onClick={() => session.deliver(row.id)}>
          {message === null ? dialogWords('now-at-once') : dialogWords('deliver-now')}
        </button>
        {message !== null && <MessageButtons id={row.id} message={message} isHeld={row.held} />}
      </div>
    </li>
  );
}

interface MessageProps {
  readonly id: string;
  readonly message: string;
  readonly isHeld: boolean;
}

function MessageButtons({ id, message, isHeld }: MessageProps) {
  const session = useSession();
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => (isHeld ? session.release(message) : session.hold(message))}
      >
        {isHeld ? dialogWords('release') : dialogWords('hold')}
      </button>
      <button type="button" className="button" onClick={() => session.act({ kind: 'lose', message: id })}>
        {dialogWords('lose')}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => session.act({ kind: 'duplicate', message: id })}
      >
        {dialogWords('duplicate')}
      </button>
    </>
  );
}

const ANY = '';

/** Holds or releases all messages from one node to another, or of all. */
function HoldAll({ pending, nodes, isNow }: Props) {
  const session = useSession();
  const [from, setFrom] = useState(ANY);
  const [to, setTo] = useState(ANY);
  const meant = pending.rows.flatMap((row) =>
    row.message !== null && (from === ANY || row.from === from) && (to === ANY || row.to === to)
      ? [{ message: row.message, held: row.held }]
      : [],
  );
  const free = [...new Set(meant.filter(({ held }) => !held).map(({ message }) => message))];
  const held = [...new Set(meant.filter((one) => one.held).map(({ message }) => message))];
  if (!pending.rows.some(({ message }) => message !== null)) {
    return null;
  }
  return (
    <div className="hold-all">
      <NodeChoice
        name={dialogWords('from')}
        label={dialogWords('messages-from')}
        node={from}
        nodes={nodes}
        onNode={setFrom}
      />
      <NodeChoice
        name={dialogWords('to')}
        label={dialogWords('messages-to')}
        node={to}
        nodes={nodes}
        onNode={setTo}
      />
      <button
        type="button"
        className="button"
        aria-disabled={free.length === 0 || !isNow}
        title={isNow ? undefined : dialogWords('in-the-past-each-message')}
        onClick={() => {
          if (isNow) for (const message of free) session.hold(message);
        }}
      >
        {dialogWords('hold-all')}
      </button>
      <button
        type="button"
        className="button"
        aria-disabled={held.length === 0}
        onClick={() => {
          for (const message of held) session.release(message);
        }}
      >
        {dialogWords('release-all')}
      </button>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  /** For screen readers. */
  readonly label: string;
  readonly node: string;
  readonly nodes: readonly string[];
  readonly onNode: (node: string) => void;
}

function NodeChoice({ name, label, node, nodes, onNode }: ChoiceProps) {
  return (
    <label>
      <span aria-hidden="true">{name}</span>
      <select
        className="input"
        aria-label={label}
        value={node}
        onChange={(event) => onNode(event.target.value)}
      >
        <option value={ANY}>{dialogWords('any-node')}</option>
        {nodes.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
}
