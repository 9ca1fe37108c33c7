// What two runs of the same commands differ in, while one stands beside the other: where they part, what breaks, what it
// costs, each figure as was and is.

import { useEffect, useMemo, useRef } from 'react';
import type { Protections } from '../../engine/index.ts';
import { type BesideView, besideOf } from '../../scene/verdict/besideOf.ts';
import { label } from '../../scene/words/say.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { isTurned } from '../compare/comparing.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { StepButton } from './StepButton.tsx';

const whole = (state: SessionState): SessionState => state;

/** Stands where one switched: under the switch, or, when several were switched at once, above all of them. */
export function Beside({ of }: { readonly of: keyof Protections | null }) {
  const session = useSession();
  const state = useSlice(whole);
  const { turn, branches, current } = state;
  const [only, ...others] = Object.keys(turn?.protections ?? {});
  const isHere = others.length > 0 ? of === null : of === only;
  const view = useMemo(() => {
    const [was, is] = [branches[turn?.was ?? -1]?.timeline, branches[turn?.is ?? -1]?.timeline];
    return !isHere || turn === null || was === undefined || is === undefined
      ? null
      : besideOf({ was, is, parting: turn.parting, skipped: turn.skipped, besides: turn.besides });
  }, [isHere, turn, branches]);
  const box = useRef<HTMLElement>(null);
  // What one has switched may answer below the edge of the drawer.
  const shown = view?.title ?? '';
  useEffect(() => {
    if (shown !== '') box.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  if (view === null || turn === null || !isTurned(state)) {
    return null;
  }
  return (
    <section className="beside" aria-labelledby="beside-title" ref={box}>
      <header>
        <h3 id="beside-title">{view.title}</h3>
        <button type="button" className="button quiet" onClick={() => session.dismissTurn()}>
          {label('beside-close', {})}
        </button>
      </header>
      <p className="beside-parting" role="status">
        {view.sentence} {view.notes.map((note) => `${note} `)}
      </p>
      {!view.same && <Differences view={view} />}
      <div className="beside-actions">
        {view.parting !== null && <StepButton step={view.parting} />}
        <button
          type="button"
          className="button"
          onClick={() => session.switchBranch(current === turn.is ? turn.was : turn.is)}
        >
          {current === turn.is ? view.showWas : view.showIs}
        </button>
      </div>
    </section>
  );
}

function Differences({ view }: { readonly view: BesideView }) {
  return (
    <>
      {view.breaks.length === 0 ? (
        <p className="caption">{label('beside-no-breaks', {})}</p>
      ) : (
        <table className="beside-table">
          <thead>
            <tr>
              <th scope="col">{label('beside-promise', {})}</th>
              <th scope="col">{view.wasName}</th>
              <th scope="col">{view.isName}</th>
            </tr>
          </thead>
          <tbody>
            {view.breaks.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.title}</th>
                <Held step={one.was} text={one.wasText} />
                <Held step={one.is} text={one.isText} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {view.counters.length > 0 && (
        <table className="beside-table">
          <thead>
            <tr>
              <th scope="col">{label('beside-counters', {})}</th>
              <th scope="col">{view.wasName}</th>
              <th scope="col">{view.isName}</th>
            </tr>
          </thead>
          <tbody>
            {view.counters.map((one) => (
              <tr key={one.key}>
                <th scope="row">{one.name}</th>
                <td className="figure">{one.was}</td>
                <td className="figure">{one.is}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Held({ step, text }: { readonly step: number | null; readonly text: string }) {
  return (
    <td data-broken={step !== null || undefined}>
      <Icon name={step === null ? 'check' : 'octagon'} />
      {text}
    </td>
  );
}
