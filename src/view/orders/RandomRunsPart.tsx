// "Random runs": begun and ended by hand, counted while they go on, and what broke opened as a run of its own.

import { type FormEvent, useId, useState } from 'react';
import { protectionsInWords, type RandomFindLine, randomReport } from '../../scene/orders/randomFinds.ts';
import { label } from '../../scene/words/say.ts';
import { shownState } from '../../store/state/shown.ts';
import { useSession } from '../session/sessionContext.ts';
import { useRandomRuns } from './randomRuns.ts';
import '../styles/randomRuns.css';

export function RandomRunsPart() {
  const session = useSession();
  const [tried, moves] = useRandomRuns();
  const [problem, setProblem] = useState('');
  const title = useId();
  const report = randomReport(tried);
  const present = shownState(session.store.getState()).core.config.protections;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (tried.running) {
      moves.stop();
    } else if (Number.isSafeInteger(tried.seed) && tried.seed >= 0) {
      moves.start(present);
    } else {
      setProblem(label('random-bad-seed', {}));
    }
  };
  const open = ({ find, runTitle }: RandomFindLine): void => {
    const playhead = { step: find.run.commands.length, fraction: 0 };
    if (session.show({ run: find.run, playhead, title: runTitle }).ok) {
      session.openDrawer(null);
    }
  };
  return (
    <section className="random-runs" aria-labelledby={title}>
      <h3 id={title}>{label('random-title', {})}</h3>
      <p className="caption">{label('random-lead', {})}</p>
      <form className="random-line" onSubmit={submit} noValidate>
        <label className="field">
          <span>{label('random-seed', {})}</span>
          <input
            className="input mono"
            type="number"
            inputMode="numeric"
            min={0}
            step={1}
            disabled={tried.running}
            value={Number.isNaN(tried.seed) ? '' : tried.seed}
            onChange={(event) => {
              moves.setSeed(event.target.valueAsNumber);
              setProblem('');
            }}
          />
        </label>
        <button type="submit" className={tried.running ? 'button' : 'button strong'}>
          {label(tried.running ? 'random-stop' : 'random-start', {})}
        </button>
      </form>
      <p className="refusal" role="alert">
        {problem}
      </p>
      <p className="random-count">
        {report.count} <span role="status">{report.verdict}</span>
      </p>
      <p className="caption">{protectionsInWords(tried.protections ?? present)}</p>
      {report.lines.length > 0 && (
        <ul className="random-finds" aria-label={label('random-list', {})}>
          {report.lines.map((line) => (
            <li key={line.promise}>
              <p className="random-promise">{line.title}</p>
              <p>{line.sentence}</p>
              <p className="caption">{line.facts.join(' · ')}</p>
              <button type="button" className="button" aria-label={line.open} onClick={() => open(line)}>
                {label('random-open', {})}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
