// The verdict: every promise at the playhead. A broken one says what is broken, which step did it, why, and from which
// step on nothing could keep it; the stage marks the same places in red.

import { useMemo, useState } from 'react';
import { type VerdictItem, verdictOf } from '../../scene/verdict/verdictOf.ts';
import { label } from '../../scene/words/say.ts';
import { timelineOf } from '../../store/session.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { shownOptions } from '../session/shownOptions.ts';
import type { DrawerProps } from '../shell/drawers.ts';
import { BrokenPromise } from './BrokenPromise.tsx';
import { NotPromised } from './NotPromised.tsx';

const whole = (state: SessionState): SessionState => state;

export function VerdictDrawer({ scene }: DrawerProps) {
  const session = useSession();
  const state = useSlice(whole);
  const timeline = timelineOf(state);
  const { step } = scene.position;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options are those of the scene
  const verdict = useMemo(
    () => verdictOf(timeline, step, shownOptions(state)),
    [timeline, step, scene.identities],
  );
  const [opened, setOpened] = useState<string | null>(null);
  const first = verdict.broken.find(({ id }) => id === opened) ?? verdict.broken[0];
  return (
    <div className="drawer-scroll verdict-drawer">
      <div className="verdict-head" data-broken={!verdict.allHold || undefined}>
        <Icon name={verdict.allHold ? 'check' : 'octagon'} />
        <h3>{verdict.heading}</h3>
        <button type="button" className="button" onClick={() => session.openDrawer('protections')}>
          {label('verdict-protections', {})}
        </button>
      </div>
      {verdict.broken.length > 0 && (
        <ul className="broken-promises" aria-label={verdict.heading}>
          {verdict.broken.map((item) => (
            <BrokenPromise
              key={item.id}
              item={item}
              open={item === first}
              onOpen={() => setOpened(item.id)}
              step={step}
            />
          ))}
        </ul>
      )}
      <Kept title={verdict.heldTitle} items={verdict.held} open={verdict.allHold} />
      {verdict.unpromised.length > 0 && (
        <Kept
          title={verdict.unpromisedTitle}
          lead={label('verdict-unpromised-lead', {})}
          items={verdict.unpromised}
        />
      )}
      <NotPromised />
    </div>
  );
}

interface KeptProps {
  readonly title: string;
  readonly lead?: string;
  readonly items: readonly VerdictItem[];
  readonly open?: boolean;
}

function Kept({ title, lead, items, open = false }: KeptProps) {
  return (
    <details className="verdict-fold" open={open}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {lead !== undefined && <p className="caption">{lead}</p>}
      <ul className="kept-promises">
        {items.map((item) => (
          <li key={item.id}>
            <Icon name="check" />
            <div>
              <p>{item.title}</p>
              {item.unmet.map((sentence) => (
                <p key={sentence} className="caption">
                  {sentence}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
