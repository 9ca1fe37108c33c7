import { type FormEvent, useState } from 'react';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { useSession } from '../session/sessionContext.ts';
import { freshSeed } from './freshSeed.ts';

/** A run that is made by its seed: the same seed is the same run for everybody. */
export function SurpriseForm() {
  const session = useSession();
  const [seed, setSeed] = useState(freshSeed);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const opened = Number.isSafeInteger(seed) && seed >= 0 ? session.surprise(seed) : null;
    if (opened?.ok) {
      session.openDrawer(null);
    } else {
      session.dismissProblem();
      setProblem(opened?.problem ?? dialogWords('the-seed-of-a-surprise'));
    }
  };
  return (
    <form className="setup-part" onSubmit={submit} noValidate aria-labelledby="surprise-title">
      <h3 id="surprise-title">{dialogWords('surprise-me')}</h3>
      <p className="caption">{dialogWords('a-run-that-the-seed')}</p>
      <div className="surprise-line">
        <label className="field">
          <span>{dialogWords('seed-of-the-surprise')}</span>
          <input
            className="input mono"
            type="number"
            inputMode="numeric"
            min={0}
            step={1}
            value={Number.isNaN(seed) ? '' : seed}
            onChange={(event) => {
              setSeed(event.target.valueAsNumber);
              setProblem(null);
            }}
          />
        </label>
        <button type="button" className="button" onClick={() => setSeed(freshSeed())}>
          {dialogWords('another-seed')}
        </button>
        <button type="submit" className="button strong">
          {dialogWords('surprise-me')}
        </button>
      </div>
      <p className="refusal" role="alert">
        {problem}
      </p>
    </form>
  );
}
