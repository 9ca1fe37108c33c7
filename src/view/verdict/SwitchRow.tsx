import { useId } from 'react';
import { type Protections, playShowcase, protectionRun, type Timeline } from '../../engine/index.ts';
import { breaksOf } from '../../scene/run/verdict.ts';
import type { SwitchView } from '../../scene/verdict/switchesOf.ts';
import { label } from '../../scene/words/say.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';
import { Beside } from './Beside.tsx';

interface Props {
  readonly item: SwitchView;
  readonly onTurn: (protections: Partial<Protections>) => void;
}

/** One protection: the switch, what it says, what its lack lets in, and what one learns from it. */
export function SwitchRow({ item, onTurn }: Props) {
  const session = useSession();
  const about = useId();
  const { outcome } = item;
  const show = (): void => {
    const run = playShowcase(protectionRun(item.id));
    if (run.ok) {
      session.exhibit({
        title: item.showName,
        timeline: run.value,
        step: tellingStep(run.value),
        beside: { [item.id]: item.onValue },
      });
    }
  };
  return (
    <li className="switch-row" data-off={!item.on || undefined}>
      <label className="switch-head">
        <input
          type="checkbox"
          role="switch"
          checked={item.on}
          aria-checked={item.on}
          aria-describedby={about}
          onChange={(event) => onTurn({ [item.id]: event.target.checked ? item.onValue : item.offValue })}
        />
        <span className="switch-title">
          <span className="switch-name">{item.name}</span>
          <span className="switch-since caption">{item.since}</span>
        </span>
      </label>
      <div className="switch-body">
        <p id={about}>{item.title}</p>
        <p className="switch-outcome" data-kind={outcome.kind}>
          {outcome.kind === 'broken' && <Icon name="octagon" />}
          <span>
            <b>{outcome.lead}</b>
            {outcome.items.map((one) => (
              <span key={one} className="outcome-item">
                {one}
              </span>
            ))}
          </span>
        </p>
        <p className="caption">
          {item.lesson} {item.together}
        </p>
        {item.adopts !== null && (
          <label className="switch-adopts">
            <input
              type="checkbox"
              checked={item.adopts.taken}
              onChange={(event) =>
                onTurn({ syncBeforeApply: event.target.checked ? 'adoptIncoming' : 'convertToMine' })
              }
            />
            <span>{item.adopts.text}</span>
          </label>
        )}
      </div>
      <button type="button" className="button" aria-label={item.showName} onClick={show}>
        {label('switches-show', {})}
      </button>
      <Beside of={item.id} />
    </li>
  );
}

/** Where a stored run shows what it is about: the step that breaks a promise, or its end. */
function tellingStep(run: Timeline): number {
  return breaksOf(run, run.steps.length + 1).steps[0] ?? run.steps.length;
}
