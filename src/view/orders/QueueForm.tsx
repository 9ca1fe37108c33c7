// Commands that may be given at any moment of the search: those that this branch goes on with, and what one adds as CQL.

import { type FormEvent, useState } from 'react';
import type { Command } from '../../engine/index.ts';
import { type OrdersView, queueRow } from '../../scene/orders/ordersView.ts';
import { orderWords } from '../../scene/orders/orderWords.ts';
import { queuedCommand } from '../../store/console/queueing.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { timelineOf } from '../../store/state/shown.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSlice } from '../session/sessionContext.ts';

interface Props {
  readonly orders: OrdersView;
  /** Of those that follow on the branch, the ones that are left out. */
  readonly left: readonly Command[];
  readonly added: readonly Command[];
  readonly onLeft: (left: readonly Command[]) => void;
  readonly onAdded: (added: readonly Command[]) => void;
}

const whole = (state: SessionState): SessionState => state;

export function QueueForm({ orders, left, added, onLeft, onAdded }: Props) {
  return (
    <div className="orders-queue">
      {orders.follows.length > 0 && (
        <fieldset>
          <legend>{orderWords('follows', { title: orders.followsTitle })}</legend>
          {orders.follows.map(({ command, text, node }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the commands of a branch stand in a fixed order
            <label key={i} className="orders-command">
              <input
                type="checkbox"
                checked={!left.includes(command)}
                onChange={({ target }) =>
                  onLeft(target.checked ? left.filter((one) => one !== command) : [...left, command])
                }
              />
              <span>
                {node !== '' && <b>{node}</b>} <code>{text}</code>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {added.length > 0 && (
        <ul className="orders-added" aria-label={orderWords('added')}>
          {added.map((command) => {
            const row = queueRow(command);
            return (
              <li key={row.text + row.node}>
                <span>
                  <b>{row.node}</b> <code>{row.text}</code>
                </span>
                <button
                  type="button"
                  className="button quiet square"
                  aria-label={orderWords('remove', { command: row.text })}
                  onClick={() => onAdded(added.filter((one) => one !== command))}
                >
                  <Icon name="cross" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <AddCommand
        queued={[...orders.follows.map(({ command }) => command), ...added]}
        onAdd={(one) => onAdded([...added, one])}
      />
    </div>
  );
}

function AddCommand({
  queued,
  onAdd,
}: {
  readonly queued: readonly Command[];
  readonly onAdd: (command: Command) => void;
}) {
  const state = useSlice(whole);
  const { nodes } = timelineOf(state).config;
  const [node, setNode] = useState(nodes[0] ?? 'A');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const queuedOne = queuedCommand(state, node, text, queued);
    if (!queuedOne.ok) {
      setProblem(queuedOne.problem);
      return;
    }
    onAdd(queuedOne.value);
    setText('');
    setProblem(null);
  };
  return (
    <form className="orders-add" onSubmit={submit}>
      <label>
        <span className="hidden-text">{orderWords('on-node')}</span>
        <select
          className="input"
          aria-label={orderWords('on-node')}
          value={node}
          onChange={(event) => setNode(event.target.value)}
        >
          {nodes.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <input
        className="input mono"
        aria-label={orderWords('cql-any-moment')}
        placeholder={orderWords('cql-example')}
        spellCheck={false}
        autoComplete="off"
        value={text}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : 'orders-add-problem'}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button">
        {orderWords('add')}
      </button>
      {problem !== null && (
        <p className="orders-problem" id="orders-add-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
