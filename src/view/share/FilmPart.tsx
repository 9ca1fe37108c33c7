import { type ReactNode, useId, useState } from 'react';
import { webVtt } from '../../scene/text/captions.ts';
import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { timelineOf } from '../../store/state/shown.ts';
import { useSession } from '../session/sessionContext.ts';
import { endCard } from './filmCards.ts';
import { GLIDE_S } from './filmTimes.ts';
import { SharePart } from './SharePart.tsx';
import { saveFile } from './saveFile.ts';
import { lessonShots, restorerOf, runShots, type Shot } from './shots.ts';

/** A stretch as a film with its sentences, and the sentences as subtitles: of the open lesson, or of the run. */
export function FilmPart({ state }: { readonly state: SessionState }) {
  const { lesson } = state;
  const [ofLesson, setOfLesson] = useState(lesson !== null);
  const name = useId();
  const options = [
    { word: 'film-of-lesson', is: true },
    { word: 'film-of-run', is: false },
  ] as const;
  const choice = lesson !== null && (
    <fieldset className="segments film-of">
      <legend>{takeAlong('film-of')}</legend>
      {options.map(({ word, is }) => (
        <label key={word}>
          <input type="radio" name={name} checked={ofLesson === is} onChange={() => setOfLesson(is)} />
          <span>{takeAlong(word)}</span>
        </label>
      ))}
    </fieldset>
  );
  const isLesson = ofLesson && lesson !== null;
  return (
    <Stretch key={String(isLesson)} state={state} ofLesson={isLesson}>
      {choice}
    </Stretch>
  );
}

interface StretchProps {
  readonly state: SessionState;
  readonly ofLesson: boolean;
  /** Above it: what is filmed. */
  readonly children: ReactNode;
}

/** Beats are counted from 1, steps from 0: that is how the page counts them. */
function Stretch({ state, ofLesson, children }: StretchProps) {
  const session = useSession();
  const { lesson } = state;
  const first = ofLesson ? 1 : 0;
  const [last] = useState(() =>
    ofLesson && lesson !== null ? lesson.lesson.beats.length : timelineOf(state).steps.length,
  );
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(last);
  const [said, setSaid] = useState('');
  const [making, setMaking] = useState<{ readonly share: number; readonly stop: AbortController } | null>(
    null,
  );
  const shots = (): readonly Shot[] =>
    ofLesson && lesson !== null
      ? lessonShots(session, lesson, { from: from - 1, to: to - 1 })
      : runShots(session, state, { from, to });
  const make = async (): Promise<void> => {
    const stop = new AbortController();
    setSaid('');
    setMaking({ share: 0, stop });
    try {
      const { film } = await import('./film.ts');
      const progress = (share: number): void => setMaking({ share, stop });
      const restore = restorerOf(session);
      const end = ofLesson && lesson !== null ? endCard(lesson.lesson, location.href) : null;
      const made = await film({ shots: shots(), end, restore, signal: stop.signal, progress });
      setSaid(takeAlong(made === null ? 'film-stopped' : 'film-made'));
      if (made !== null) saveFile('schemerge.webm', made);
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
    setMaking(null);
  };
  return (
    <SharePart title={takeAlong('film-title')} about={takeAlong('film-about')} said={said}>
      {children}
      <StepField
        name={takeAlong(ofLesson ? 'film-from-beat' : 'film-from')}
        value={from}
        min={first}
        max={to}
        onChange={setFrom}
      />
      <StepField
        name={takeAlong(ofLesson ? 'film-to-beat' : 'film-to')}
        value={to}
        min={from}
        max={last}
        onChange={setTo}
      />
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
        onClick={() => saveFile('schemerge.vtt', new Blob([webVtt(shots(), GLIDE_S)], { type: 'text/vtt' }))}
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
