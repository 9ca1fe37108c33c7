import { type FormEvent, useState } from 'react';
import { useSession } from '../sessionContext.ts';
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
      setProblem(opened?.problem ?? 'The seed of a surprise is a whole number from 0 up.');
    }
  };
  return (
    <form className="setup-part" onSubmit={submit} noValidate aria-labelledby="surprise-title">
      <h3 id="surprise-title">Surprise me</h3>
      <p className="caption">
        A run that the seed makes: nodes alter one table at once, messages get lost, clients read and write.
        It opens where the versions part.
      </p>
      <div className="surprise-line">
        <label className="field">
          <span>Seed of the surprise</span>
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
          Another seed
        </button>
        <button type="submit" className="button strong">
          Surprise me
        </button>
      </div>
      <p className="refusal" role="alert">
        {problem}
      </p>
    </form>
  );
}
