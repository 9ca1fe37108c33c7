// Time as a native range: its arrows, Home and End are the browser's own. Ticks show where a node changed its version.

import type { CSSProperties } from 'react';
import type { Position } from '../../scene/scene.ts';
import type { SessionState } from '../../store/sessionState.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession, useSlice } from '../sessionContext.ts';

const playingOf = (state: SessionState): boolean => state.playing;
const branchesOf = (state: SessionState) => state.branches;
const currentOf = (state: SessionState): number => state.current;

export function Transport({ position }: { readonly position: Position }) {
  const session = useSession();
  const playing = useSlice(playingOf);
  const done = position.steps === 0 ? 0 : position.step / position.steps;
  return (
    <section className="transport" aria-label="Transport">
      <button
        type="button"
        className="button play"
        aria-label={playing ? 'Pause' : 'Play'}
        onClick={playing ? session.pause : session.play}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <div className="scrubber" style={{ '--done': done } as CSSProperties}>
        <div className="ticks" aria-hidden="true">
          {position.ticks.map((tick) => (
            <span
              key={tick.step}
              data-hue={tick.identity?.hue}
              style={{ left: `${(100 * tick.step) / Math.max(1, position.steps)}%` }}
            />
          ))}
        </div>
        <input
          type="range"
          aria-label="Time"
          aria-valuetext={position.valueText}
          min={0}
          max={position.steps}
          step={1}
          value={position.step}
          disabled={position.steps === 0}
          onChange={(event) => session.seek(Number(event.target.value))}
        />
      </div>
      <p className="step-count">
        <b>
          {position.step} / {position.steps}
        </b>
        <span>{position.time}</span>
      </p>
      <Branches />
    </section>
  );
}

/** There only when acting in the past has made a second branch. */
function Branches() {
  const session = useSession();
  const branches = useSlice(branchesOf);
  const current = useSlice(currentOf);
  if (branches.length < 2) {
    return null;
  }
  return (
    <label className="branches">
      <span className="hidden-text">Branch</span>
      <select
        className="input"
        value={current}
        onChange={(event) => session.switchBranch(Number(event.target.value))}
      >
        {branches.map((branch, i) => (
          <option key={branch.name} value={i}>
            {branch.from === null ? branch.name : `${branch.name}, from step ${branch.from.step}`}
          </option>
        ))}
      </select>
    </label>
  );
}
