// What is compared with what: nodes by name, moments by step, branches by name.

import { useId } from 'react';
import type { Asked } from '../../scene/compare/sidesOf.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { timelineOf } from '../../store/session.ts';
import type { Comparison, SessionState } from '../../store/state/sessionState.ts';
import { shownState } from '../../store/state/shown.ts';
import { useSession } from '../session/sessionContext.ts';

interface Props {
  readonly asked: Asked;
  readonly state: SessionState;
}

const KINDS = [
  { kind: 'nodes', name: dialogWords('nodes') },
  { kind: 'moments', name: dialogWords('moments') },
  { kind: 'branches', name: dialogWords('branches') },
] as const;

export function SidePicker({ asked, state }: Props) {
  const session = useSession();
  const name = useId();
  return (
    <div className="side-picker">
      <fieldset className="segments">
        <legend>{dialogWords('compare')}</legend>
        {KINDS.map(({ kind, name: text }) => (
          <label key={kind}>
            <input
              type="radio"
              name={name}
              checked={asked.kind === kind}
              disabled={firstOf(kind, state) === null}
              aria-describedby={kind === 'branches' ? `${name}-branches` : undefined}
              onChange={() => session.compare(firstOf(kind, state))}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      {state.branches.length < 2 && (
        <p className="caption" id={`${name}-branches`}>
          {dialogWords('one-branch-only')}
        </p>
      )}
      <div className="sides">
        <SideChoice asked={asked} state={state} side="a" />
        <span aria-hidden="true">{dialogWords('with')}</span>
        <SideChoice asked={asked} state={state} side="b" />
      </div>
    </div>
  );
}

/** What a kind begins with; null where there is nothing of it to compare. */
function firstOf(kind: Comparison['kind'], state: SessionState): Comparison | null {
  const { branches, current, playhead } = state;
  switch (kind) {
    case 'nodes': {
      const [a, b] = shownState(state).core.config.nodes;
      return a === undefined || b === undefined ? null : { kind, a, b };
    }
    case 'moments':
      return { kind, a: 0, b: playhead.step };
    default: {
      const other = branches[current]?.from?.branch ?? (current === 0 ? 1 : 0);
      return branches.length < 2 ? null : { kind, a: other, b: current };
    }
  }
}

const NAMES = { a: dialogWords('first-side'), b: dialogWords('second-side') } as const;

interface ChoiceProps extends Props {
  readonly side: 'a' | 'b';
}

function SideChoice({ asked, state, side }: ChoiceProps) {
  const session = useSession();
  if (asked.kind === 'moments') {
    return <MomentChoice asked={asked} state={state} side={side} />;
  }
  const options =
    asked.kind === 'nodes'
      ? shownState(state).core.config.nodes.map((node) => ({
          value: node,
          text: dialogWords('node-node', { node }),
        }))
      : state.branches.map((branch, i) => ({ value: String(i), text: branch.name }));
  const choose = (value: string): void => {
    session.compare(
      asked.kind === 'nodes' ? { ...asked, [side]: value } : { ...asked, [side]: Number(value) },
    );
  };
  return (
    <select
      className="input"
      aria-label={NAMES[side]}
      value={asked[side]}
      onChange={(event) => choose(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

function MomentChoice({
  asked,
  state,
  side,
}: Omit<ChoiceProps, 'asked'> & { readonly asked: Extract<Asked, { kind: 'moments' | 'branches' }> }) {
  const session = useSession();
  const list = useId();
  const { steps } = timelineOf(state);
  const set = (step: number): void => {
    const inside = Math.min(steps.length, Math.max(0, Math.round(Number.isFinite(step) ? step : 0)));
    session.compare({ kind: 'moments', a: asked.a, b: asked.b, [side]: inside });
  };
  return (
    <div className="moment-choice">
      <label>
        <span>{dialogWords('step')}</span>
        <input
          className="input"
          type="number"
          aria-label={dialogWords('value-step-0-to-length', { value: NAMES[side], length: steps.length })}
          min={0}
          max={steps.length}
          list={list}
          value={asked[side]}
          onChange={(event) => set(event.target.valueAsNumber)}
        />
      </label>
      <datalist id={list}>
        {state.bookmarks
          .filter((bookmark) => bookmark.branch === state.current)
          .map((bookmark) => (
            <option key={bookmark.id} value={bookmark.step} label={bookmark.note} />
          ))}
      </datalist>
      <button
        type="button"
        className="button"
        aria-label={dialogWords('value-this-moment', { value: NAMES[side] })}
        aria-disabled={asked[side] === state.playhead.step}
        onClick={() => set(state.playhead.step)}
      >
        {dialogWords('this-moment')}
      </button>
    </div>
  );
}
