import { type FormEvent, useId, useState } from 'react';
import { commandText } from '../../scene/narration/commandText.ts';
import { clockError, clockSentence } from '../../scene/operator/operatorWords.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { useRun } from '../inspector/useRun.ts';
import { useSession } from '../session/sessionContext.ts';
import { Dialog } from '../shell/Dialog.tsx';

interface Props {
  readonly node: string;
  readonly onClose: () => void;
}

const SAMPLES = [-1_000_000, -5_000, 0, 5_000, 1_000_000];

/** How far a node's clock is off, in microseconds, and what that means for what it says. */
export function ClockDialog({ node, onClose }: Props) {
  const session = useSession();
  const run = useRun();
  const [text, setText] = useState(() =>
    String(run === null ? 0 : clockError(run.timeline, run.playhead.step, node)),
  );
  const ids = { field: useId(), means: useId() };
  const micros = /^[+-]?\d{1,15}$/.test(text.trim()) ? Number(text) : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (micros !== null && session.act({ kind: 'skew', node, micros }).ok) {
      onClose();
    }
  };
  return (
    <Dialog
      title={dialogWords('clock-of-node', { node })}
      lead={dialogWords('how-far-it-is-off')}
      onClose={onClose}
    >
      <form className="form" onSubmit={submit}>
        <label className="field" htmlFor={ids.field}>
          <span>{dialogWords('error-in-s')}</span>
          <input
            id={ids.field}
            className="input mono"
            inputMode="numeric"
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-invalid={micros === null}
            aria-describedby={ids.means}
            autoComplete="off"
            required
          />
        </label>
        <ul className="row-menu" aria-label={dialogWords('examples')}>
          {SAMPLES.map((sample) => (
            <li key={sample}>
              <button type="button" className="button mono" onClick={() => setText(String(sample))}>
                {sample}
              </button>
            </li>
          ))}
        </ul>
        <p id={ids.means} className="clock-means" aria-live="polite">
          {clockSentence(node, micros)}
        </p>
        <code className="cql">{commandText({ kind: 'skew', node, micros: micros ?? 0 })}</code>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {dialogWords('cancel')}
          </button>
          <button type="submit" className="button strong" aria-disabled={micros === null}>
            {dialogWords('set-clock')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
