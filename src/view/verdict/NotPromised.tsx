import { useEffect, useRef } from 'react';
import { type AnomalyId, anomalyRun, NOT_PROMISED_2016, playShowcase } from '../../engine/index.ts';
import { anomalySentence, anomalyTitle } from '../../scene/verdict/protectionWords.ts';
import { label } from '../../scene/words/say.ts';
import { useSession } from '../session/sessionContext.ts';
import { entryShown, useWantedEntry } from './wantedEntry.ts';

/** Surprises that 2016 did not rule out, each with a small run that shows it. */
export function NotPromised() {
  const session = useSession();
  const wanted = useWantedEntry();
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const entry = fold.current?.querySelector<HTMLElement>(`[data-entry="${wanted}"]`);
    if (fold.current !== null && entry) {
      fold.current.open = true;
      entry.scrollIntoView({ block: 'center' });
      entry.focus({ preventScroll: true });
      entryShown();
    }
  }, [wanted]);
  const show = (id: AnomalyId): void => {
    const run = playShowcase(anomalyRun(id));
    if (run.ok) {
      session.exhibit({ title: anomalyTitle(id), timeline: run.value, step: run.value.steps.length });
    }
  };
  return (
    <details className="verdict-fold" ref={fold}>
      <summary>
        <h3>{label('verdict-not-promised', {})}</h3>
      </summary>
      <p className="caption">{label('verdict-not-promised-lead', {})}</p>
      <ul className="not-promised">
        {NOT_PROMISED_2016.map((id) => (
          <li key={id}>
            <div>
              <h4 tabIndex={-1} data-entry={id}>
                {anomalyTitle(id)}
              </h4>
              <p>{anomalySentence(id)}</p>
            </div>
            <button
              type="button"
              className="button"
              aria-label={label('verdict-show-of', { title: anomalyTitle(id) })}
              onClick={() => show(id)}
            >
              {label('verdict-show', {})}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
