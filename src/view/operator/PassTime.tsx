import { actionName } from '../../scene/words/actionWords.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { useSession } from '../session/sessionContext.ts';

const SECOND = 1_000_000;

interface Props {
  readonly hasTimer: boolean;
  readonly hasPending: boolean;
}

/** Time passes, and with it everything that falls due and is not held. */
export function PassTime({ hasTimer, hasPending }: Props) {
  return (
    <section aria-labelledby="network-time">
      <h3 id="network-time">{dialogWords('let-time-pass')}</h3>
      <PassButtons hasTimer={hasTimer} hasPending={hasPending} />
    </section>
  );
}

export function PassButtons({ hasTimer, hasPending }: Props) {
  const session = useSession();
  return (
    <div className="button-row">
      <button type="button" className="button" onClick={() => session.pass(SECOND)}>
        {actionName('wait')}
      </button>
      <button type="button" className="button" onClick={() => session.pass(60 * SECOND)}>
        {actionName('wait-long')}
      </button>
      <button
        type="button"
        className="button"
        aria-disabled={!hasTimer}
        onClick={() => session.pass('timer')}
      >
        {actionName('wait-timer')}
      </button>
      <button type="button" className="button" aria-disabled={!hasPending} onClick={session.settle}>
        {actionName('settle')}
      </button>
    </div>
  );
}
