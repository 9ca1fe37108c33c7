import { type AnomalyId, anomalyRun, NOT_PROMISED_2016, playShowcase } from '../../engine/index.ts';
import { label } from '../../scene/say.ts';
import { anomalySentence, anomalyTitle } from '../../scene/verdict/protectionWords.ts';
import { useSession } from '../sessionContext.ts';

/** Surprises that 2016 did not rule out, each with a small run that shows it. */
export function NotPromised() {
  const session = useSession();
  const show = (id: AnomalyId): void => {
    const run = playShowcase(anomalyRun(id));
    if (run.ok) {
      session.exhibit({ title: anomalyTitle(id), timeline: run.value, step: run.value.steps.length });
    }
  };
  return (
    <details className="verdict-fold">
      <summary>
        <h3>{label('verdict-not-promised', {})}</h3>
      </summary>
      <p className="caption">{label('verdict-not-promised-lead', {})}</p>
      <ul className="not-promised">
        {NOT_PROMISED_2016.map((id) => (
          <li key={id}>
            <div>
              <h4>{anomalyTitle(id)}</h4>
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
