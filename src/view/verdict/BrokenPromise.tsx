import { useMemo } from 'react';
import type { Command } from '../../engine/index.ts';
import { type BreakView, breakOf, type VerdictItem } from '../../scene/verdict/verdictOf.ts';
import type { WhyLine } from '../../scene/verdict/whyWords.ts';
import { label } from '../../scene/words/say.ts';
import { timelineOf } from '../../store/session.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { shownOptions } from '../session/shownOptions.ts';
import { StepButton } from './StepButton.tsx';
import { useInevitable } from './useInevitable.ts';

const whole = (state: SessionState): SessionState => state;

interface Props {
  readonly item: VerdictItem;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly step: number;
}

/** What is broken, and when it is the one that is looked at, the whole story. */
export function BrokenPromise({ item, open, onOpen, step }: Props) {
  return (
    <li className="broken-promise" data-open={open || undefined}>
      <button type="button" className="broken-title" aria-expanded={open} onClick={onOpen}>
        <Icon name="octagon" />
        <span>
          <span className="state">{label('verdict-state', { state: 'broken' })}</span> {item.title}
        </span>
      </button>
      <p className="witness">{item.sentence}</p>
      {item.unmet.length > 0 && (
        <div className="unmet">
          <p>{label('verdict-outside', {})}</p>
          <ul>
            {item.unmet.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {open && <Story id={item.id} step={step} />}
    </li>
  );
}

function Story({ id, step }: { readonly id: VerdictItem['id']; readonly step: number }) {
  const state = useSlice(whole);
  const timeline = timelineOf(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options are those of the scene
  const view = useMemo(
    () => breakOf(timeline, step, id, shownOptions(state)),
    [timeline, step, id, state.tableKey],
  );
  return view === null ? null : (
    <>
      <Places view={view} />
      <Turning view={view} />
      <h4 className="why-title">{label('verdict-why', {})}</h4>
      <ol className="why">
        {view.why.map((line, i) => (
          <WhyItem
            key={line.key}
            line={line}
            isFirst={view.why[i - 1]?.step !== line.step}
            here={line.step === step}
          />
        ))}
      </ol>
    </>
  );
}

function Places({ view }: { readonly view: BreakView }) {
  const session = useSession();
  return (
    <div className="witness-places">
      <h4>{label('verdict-where', {})}</h4>
      {view.places.map(({ key, text, selection }) => (
        <button key={key} type="button" className="button" onClick={() => session.select(selection)}>
          {text}
        </button>
      ))}
    </div>
  );
}

/** The step that broke it, and the one from which nothing could keep it. */
function Turning({ view }: { readonly view: BreakView }) {
  const session = useSession();
  const inevitable = useInevitable(view);
  const follow = (step: number, commands: readonly Command[]): void => {
    const branch = session.store.getState().current;
    session.follow({ branch, step }, commands, label('verdict-way-out-about', {}));
  };
  return (
    <div className="turning">
      <p>
        <StepButton step={view.step} />
        <span>{view.sentence}</span>
      </p>
      <p aria-live="polite">
        {inevitable === null ? (
          <span className="caption">{label('verdict-searching', {})}</span>
        ) : (
          <>
            {inevitable.step > 0 && <StepButton step={inevitable.step} />}
            <span title={label('verdict-meaning', {})}>{inevitable.sentence}</span>
          </>
        )}
      </p>
      {inevitable?.wayOut && (
        <button
          type="button"
          className="button"
          onClick={() => follow(inevitable.step - 1, inevitable.wayOut ?? [])}
        >
          {label('verdict-way-out', {})}
        </button>
      )}
    </div>
  );
}

interface WhyProps {
  readonly line: WhyLine;
  /** What happens in the same step as the line before needs no button of its own. */
  readonly isFirst: boolean;
  readonly here: boolean;
}

function WhyItem({ line, isFirst, here }: WhyProps) {
  return (
    <li data-here={here || undefined}>
      {isFirst ? <StepButton step={line.step} /> : <span />}
      <p>
        {line.sentence} {line.off !== '' && <span className="why-off">{line.off}</span>}
      </p>
    </li>
  );
}
