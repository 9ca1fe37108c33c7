import { type FormEvent, useId, useState } from 'react';
import type { Consistency, StatementDraft } from '../../engine/index.ts';
import type { Identity, NodeCard, TableKey } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { useSession } from '../session/sessionContext.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { CqlEcho } from './CqlEcho.tsx';
import { ConsistencyField } from './DataOptions.tsx';
import { keyOf, rowsOf } from './fieldValues.ts';

export interface ReadProps {
  readonly card: NodeCard;
  readonly table: TableKey;
  readonly identities: readonly Identity[];
  /** The row that is meant, when one is. */
  readonly row?: string;
  readonly onClose: () => void;
}

/** A click on a row reads it at once; another row, consistency or version waits behind the fold. */
export function ReadDialog({ card, table, identities, row: meant, onClose }: ReadProps) {
  const session = useSession();
  const keys = card.columns.filter((column) => column.kind === 'partition_key');
  const rows = rowsOf(card);
  const [row, setRow] = useState(meant ?? rows[0] ?? '1');
  const [consistency, setConsistency] = useState<Consistency>('ONE');
  const [version, setVersion] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const draftOf = (text: string): StatementDraft => ({
    kind: 'select',
    node: card.node,
    keyspace: table.keyspace,
    table: table.table,
    key: Object.fromEntries(keyOf(card, text)),
    consistency,
    ...(version === '' ? {} : { schemaVersion: version }),
  });
  const read = (text: string): void => {
    const result = session.act(draftOf(text));
    if (result.ok) {
      onClose();
    } else {
      setProblem(result.problem);
      session.dismissProblem();
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    read(row);
  };
  return (
    <Dialog
      title={dialogWords('read')}
      lead={dialogWords('from-table-through-node-node', { table: table.table, node: card.node })}
      onClose={onClose}
    >
      <form className="form" onSubmit={submit}>
        {rows.length > 0 && meant === undefined && (
          <ul className="row-menu" aria-label={dialogWords('rows')}>
            {rows.slice(0, 8).map((each) => (
              <li key={each}>
                <button type="button" className="button" onClick={() => read(each)}>
                  {dialogWords('row-each', { each })}
                </button>
              </li>
            ))}
          </ul>
        )}
        <details className="more" open={rows.length === 0 || meant !== undefined}>
          <summary>{dialogWords('more')}</summary>
          <div className="fields">
            <RowField name={keys.map((key) => key.name).join(' : ')} text={row} onText={setRow} />
            <ConsistencyField consistency={consistency} onConsistency={setConsistency} />
            <VersionField identities={knownTo(card, identities)} version={version} onVersion={setVersion} />
          </div>
          <CqlEcho draft={draftOf(row)} />
          <div className="dialog-actions">
            <button type="submit" className="button strong">
              {dialogWords('read')}
            </button>
          </div>
        </details>
        <p className="refusal" role="alert">
          {problem}
        </p>
      </form>
    </Dialog>
  );
}

/** Only what the coordinator's registry has can be asked for. */
const knownTo = (card: NodeCard, identities: readonly Identity[]): readonly Identity[] =>
  identities.filter(({ version }) =>
    card.registry.some((row) => row.identity.version === version && row.load === 'LOADED'),
  );

function RowField({
  name,
  text,
  onText,
}: {
  readonly name: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const id = useId();
  return (
    <label className="field" htmlFor={id}>
      <span>{name === '' ? dialogWords('row') : name}</span>
      <input
        id={id}
        className="input mono"
        value={text}
        onChange={(event) => onText(event.target.value)}
        required
      />
    </label>
  );
}

interface VersionProps {
  readonly identities: readonly Identity[];
  readonly version: string;
  readonly onVersion: (version: string) => void;
}

function VersionField({ identities, version, onVersion }: VersionProps) {
  const id = useId();
  return (
    <label className="field" htmlFor={id}>
      <span>{dialogWords('as-version')}</span>
      <select id={id} className="input" value={version} onChange={(event) => onVersion(event.target.value)}>
        <option value="">{dialogWords('the-nodes-current-one')}</option>
        {identities.map((identity) => (
          <option key={identity.version} value={identity.version}>
            {identity.name}, {identity.hex}
          </option>
        ))}
      </select>
    </label>
  );
}
