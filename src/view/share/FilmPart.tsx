import { useId, useState } from 'react';
import { captionsOf, webVtt } from '../../scene/captions.ts';
import { takeAlong } from '../../scene/takeAlongWords.ts';
import type { SessionState } from '../../store/sessionState.ts';
import { timelineOf } from '../../store/shown.ts';
import { useSession } from '../sessionContext.ts';
import { shownOptions } from '../shownOptions.ts';
import { GLIDE_S } from './filmTimes.ts';
import { SharePart } from './SharePart.tsx';
import { saveFile } from './saveFile.ts';

/** Steps from here to there as a film with its sentences, and the sentences as subtitles. */
export function FilmPart({ state }: { readonly state: SessionState }) {
  const session = useSession();
  const [length] = useState(() => timelineOf(state).steps.length);
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState(length);
  const [said, setSaid] = useState('');
  const [making, setMaking] = useState<{ readonly share: number; readonly stop: AbortController } | null>(
    null,
  );
  const captions = () => captionsOf(timelineOf(state), shownOptions(state), { from, to });
  const make = async (): Promise<void> => {
    const stop = new AbortController();
    setSaid('');
    setMaking({ share: 0, stop });
    try {
      const { film } = await import('./film.ts');
      const progress = (share: number): void => setMaking({ share, stop });
      const made = await film({ session, captions: captions(), signal: stop.signal, progress });
      setSaid(takeAlong(made === null ? 'film-stopped' : 'film-made'));
      if (made !== null) saveFile('schemerge.webm', made);
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
    setMaking(null);
  };
  return (
    <SharePart title={takeAlong('film-title')} about={takeAlong('film-about')} said={said}>
      <StepField name={takeAlong('film-from')} value={from} max={to} onChange={setFrom} />
      <StepField name={takeAlong('film-to')} value={to} min={from} max={length} onChange={setTo} />
      {making === null ? (
        <button type="button" className="button" onClick={() => void make()}>
          {takeAlong('film-make')}
        </button>
      ) : (
        <>
          <progress value={making.share} aria-label={takeAlong('film-progress')} />
          <button type="button" className="button" onClick={() => making.stop.abort()}>
            {takeAlong('film-stop')}
          </button>
        </>
      )}
      <button
        type="button"
        className="button"
        onClick={() =>
          saveFile('schemerge.vtt', new Blob([webVtt(captions(), GLIDE_S)], { type: 'text/vtt' }))
        }
      >
        {takeAlong('film-captions')}
      </button>
    </SharePart>
  );
}

interface StepFieldProps {
  readonly name: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly onChange: (step: number) => void;
}

function StepField({ name, value, min = 0, max, onChange }: StepFieldProps) {
  const id = useId();
  return (
    <label className="field film-step" htmlFor={id}>
      <span>{name}</span>
      <input
        id={id}
        className="input"
        type="number"
        min={min}
        max={max}
        value={value}
        onChange={({ target }) => {
          const step = Number(target.value);
          if (Number.isInteger(step) && step >= min && step <= max) onChange(step);
        }}
      />
    </label>
  );
}
