// A partition by list: each node gets a group, and one action cuts what lies between groups and heals what lies within.

import { type FormEvent, useId, useState } from 'react';
import {
  healCommands,
  type NetworkView,
  partitionCommands,
  partitionSentence,
} from '../../scene/operator/network.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { useSession } from '../session/sessionContext.ts';

/** More groups than this are seldom wanted; nodes can still be cut off one by one. */
const GROUPS_MAX = 4;

export function PartitionForm({ network }: { readonly network: NetworkView }) {
  const session = useSession();
  const heading = useId();
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  const groupOf = Object.fromEntries(
    network.nodes.map(({ node, group }) => [node, chosen[node] ?? Math.min(group, GROUPS_MAX - 1)]),
  );
  const commands = partitionCommands(network, groupOf);
  const heals = healCommands(network);
  const groups = Math.min(GROUPS_MAX, network.nodes.length);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (session.actAll(commands).ok) {
      setChosen({});
    }
  };
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{dialogWords('partition')}</h3>
      <form className="partition" onSubmit={submit}>
        {network.nodes.map(({ node }) => (
          <fieldset key={node} className="group-choice">
            <legend>
              <span className="hidden-text">{dialogWords('group-of-node')}</span>
              {node}
            </legend>
            {Array.from({ length: groups }, (_, group) => group).map((group) => (
              <label key={group}>
                <input
                  type="radio"
                  name={`${heading} ${node}`}
                  aria-label={dialogWords('node-in-group-value', { node, value: group + 1 })}
                  checked={groupOf[node] === group}
                  onChange={() => setChosen({ ...chosen, [node]: group })}
                />
                <span aria-hidden="true">{group + 1}</span>
              </label>
            ))}
          </fieldset>
        ))}
        <p className="note" aria-live="polite">
          {partitionSentence(commands)}
        </p>
        <div className="button-row">
          <button type="submit" className="button strong" aria-disabled={commands.length === 0}>
            {dialogWords('partition')}
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={heals.length === 0}
            onClick={() => {
              session.actAll(heals);
              setChosen({});
            }}
          >
            {dialogWords('heal-all')}
          </button>
        </div>
      </form>
    </section>
  );
}
