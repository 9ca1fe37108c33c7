// A stopwatch beside the plan: how long one has been speaking, and whether the beat that is shown was planned for earlier or
// later. A real clock, the only one of the app: it tells of the hall and not of the cluster.

import { useEffect, useState } from 'react';
import { minutesText, presenterWords } from '../../scene/words/presenterWords.ts';
import type { SpeakerNotes } from '../../store/presenter/speakerNotes.ts';

/** Half a minute off the plan is still on time. */
const SLACK_SECONDS = 30;

export function SpeakerClock({ notes }: { readonly notes: SpeakerNotes | null }) {
  const [elapsed, setElapsed] = useState(0);
  const [running, setRunning] = useState(false);
  const begun = notes?.begun ?? 0;
  // Whoever goes on from the first beat has begun to speak.
  useEffect(() => {
    if (begun > 0) setRunning(true);
  }, [begun]);
  useEffect(() => {
    if (!running) return;
    let before = performance.now();
    const timer = setInterval(() => {
      const at = performance.now();
      const passed = (at - before) / 1000;
      before = at;
      setElapsed((seconds) => seconds + passed);
    }, 250);
    return () => clearInterval(timer);
  }, [running]);
  return (
    <section className="speaker-clock" aria-label={presenterWords('clock')}>
      <p className="speaker-time" role="timer">
        {notes === null
          ? minutesText(elapsed)
          : presenterWords('elapsed', { elapsed: minutesText(elapsed), planned: minutesText(notes.planned) })}
      </p>
      {notes !== null && elapsed > 0 && <p className="speaker-plan">{planText(elapsed, notes)}</p>}
      <button type="button" className="button" onClick={() => setRunning(!running)}>
        {presenterWords(running ? 'stop-clock' : 'start-clock')}
      </button>
      <button type="button" className="button" aria-disabled={elapsed === 0} onClick={() => setElapsed(0)}>
        {presenterWords('reset-clock')}
      </button>
    </section>
  );
}

/** Late is measured from when the next beat should have begun, early from when this one should. */
function planText(elapsed: number, { begun, next, planned, beat, beats }: SpeakerNotes): string {
  const due = next === null ? planned : begun + (planned - begun) / (beats - beat);
  if (elapsed > due + SLACK_SECONDS) {
    return presenterWords('late', { time: minutesText(elapsed - due) });
  }
  return elapsed < begun - SLACK_SECONDS
    ? presenterWords('early', { time: minutesText(begun - elapsed) })
    : presenterWords('on-time');
}
