import { label } from '../../scene/words/say.ts';
import { useSession } from '../session/sessionContext.ts';

/** Goes to a step of the run on the screen. */
export function StepButton({ step }: { readonly step: number }) {
  const session = useSession();
  return (
    <button
      type="button"
      className="button step-button"
      aria-label={label('verdict-go-step', { step: String(step) })}
      onClick={() => session.seek(step)}
    >
      {label('verdict-step', { step: String(step) })}
    </button>
  );
}
