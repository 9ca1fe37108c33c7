import { useId, useState } from 'react';
import type { Operation } from '../../engine/index.ts';
import { commandText } from '../../scene/narration/commandText.ts';
import { operationNote } from '../../scene/operator/operatorWords.ts';
import { removalOf } from '../../scene/operator/ringView.ts';
import type { NodeCard, TableKey } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { useRun } from '../inspector/useRun.ts';
import { ClockDialog } from '../operator/ClockDialog.tsx';
import { useSession } from '../session/sessionContext.ts';

interface Props {
  readonly card: NodeCard;
  readonly table: TableKey | null;
}

type Told = Extract<
  Operation,
  { readonly kind: 'flush' | 'compact' | 'evict' | 'crash' | 'restart' | 'expire-tombstones' }
>;

const NAMES: Readonly<Record<Told['kind'], string>> = {
  flush: dialogWords('flush-memtable'),
  compact: dialogWords('compact-sstables'),
  evict: dialogWords('evict-cache'),
  'expire-tombstones': dialogWords('expire-tombstones'),
  crash: dialogWords('crash'),
  restart: dialogWords('restart'),
};

/** What an operator may do to one node, each with what it does and its command. A refusal is told by the page itself. */
export function NodeOperations({ card, table }: Props) {
  const session = useSession();
  const [clock, setClock] = useState(false);
  const { node } = card;
  const about = useId();
  return (
    <fieldset className="operations" aria-label={dialogWords('operate-node', { node })}>
      {operationsOf(card, table).map((operation) => (
        <div key={operation.kind} className="operation">
          <button
            type="button"
            className="button"
            aria-describedby={`${about}-${operation.kind}`}
            onClick={() => session.act(operation)}
          >
            {NAMES[operation.kind]}
          </button>
          <p id={`${about}-${operation.kind}`}>
            {operationNote(operation.kind)} <code>{commandText(operation)}</code>
          </p>
        </div>
      ))}
      <Removal node={node} />
      <div className="operation">
        <button
          type="button"
          className="button"
          aria-describedby={`${about}-clock`}
          onClick={() => setClock(true)}
        >
          {dialogWords('set-clock')}
        </button>
        <p id={`${about}-clock`}>{operationNote('skew')}</p>
      </div>
      {clock && <ClockDialog node={node} onClose={() => setClock(false)} />}
    </fieldset>
  );
}

function Removal({ node }: { readonly node: string }) {
  const session = useSession();
  const run = useRun();
  const about = useId();
  if (run === null) {
    return null;
  }
  const { note, problem } = removalOf(run.timeline, run.playhead, node);
  const operation: Operation = { kind: 'remove-node', node };
  return (
    <div className="operation">
      <button
        type="button"
        className="button"
        aria-disabled={problem !== null}
        aria-describedby={about}
        onClick={() => session.act(operation)}
      >
        {dialogWords('remove')}
      </button>
      <p id={about}>
        {problem ?? note} {problem === null && <code>{commandText(operation)}</code>}
      </p>
    </div>
  );
}

function operationsOf({ up, node }: NodeCard, table: TableKey | null): readonly Told[] {
  if (!up) {
    return [{ kind: 'restart', node }];
  }
  const ofTable = table === null ? null : { node, keyspace: table.keyspace, table: table.table };
  return [
    ...(ofTable === null
      ? []
      : (['flush', 'compact', 'evict'] as const).map((kind): Told => ({ kind, ...ofTable }))),
    { kind: 'expire-tombstones', node },
    { kind: 'crash', node },
  ];
}
