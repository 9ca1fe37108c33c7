// What is needed of time now and then, behind one button: the speed, jumps, bookmarks, and every branch in words.

import type { RefObject } from 'react';
import type { Scene } from '../../scene/scene.ts';
import type { SessionState, Speed } from '../../store/sessionState.ts';
import { useSession, useSlice } from '../sessionContext.ts';
import { BookmarkList } from './BookmarkList.tsx';
import { BranchList } from './BranchList.tsx';
import { Popover } from './Popover.tsx';
import { SPEEDS } from './speeds.ts';

const speedOf = (state: SessionState): Speed => state.speed;

const SECOND = 1_000_000;

export interface TimePanelProps {
  readonly scene: Scene;
  readonly opener: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

export function TimePanel({ scene, opener, onClose }: TimePanelProps) {
  return (
    <Popover title="Time" opener={opener} onClose={onClose}>
      <SpeedChoice />
      <WaitButtons />
      <BookmarkList scene={scene} />
      <BranchList onDone={onClose} />
    </Popover>
  );
}

function SpeedChoice() {
  const session = useSession();
  const speed = useSlice(speedOf);
  return (
    <fieldset className="speeds">
      <legend>Speed</legend>
      <div>
        {SPEEDS.map((one) => (
          <label key={one.short} title={one.name}>
            <input
              type="radio"
              name="speed"
              aria-label={one.short === one.name ? one.name : `${one.short} ${one.name}`}
              checked={one.speed === speed}
              onChange={() => session.setSpeed(one.speed)}
            />
            <span aria-hidden="true">{one.short}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Time that passes by itself: timers run out, and nothing else happens. */
function WaitButtons() {
  const session = useSession();
  const pass = (seconds: number) => () => session.act({ kind: 'wait', micros: seconds * SECOND });
  return (
    <section className="panel-row" aria-label="Let time pass">
      <h3>Let time pass</h3>
      <div className="button-row">
        <button type="button" className="button" aria-label="Let 1 s pass" onClick={pass(1)}>
          1 s
        </button>
        <button type="button" className="button" aria-label="Let 60 s pass" onClick={pass(60)}>
          60 s
        </button>
      </div>
    </section>
  );
}
