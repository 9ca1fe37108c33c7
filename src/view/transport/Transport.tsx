// Time: play, the scrubber, where one is, and behind one button all that is needed now and then. Lanes of other branches
// appear below when there are any.

import { useRef, useState } from 'react';
import type { Scene } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { Late, TimePanel } from '../loading/lazyDialogs.tsx';
import { Icon } from '../marks/Icon.tsx';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { DescribeButton } from '../shell/DescribeButton.tsx';
import type { Layout } from '../shell/layoutOf.ts';
import { BranchLanesView } from './BranchLanesView.tsx';
import { Scrubber } from './Scrubber.tsx';
import { speedText } from './speeds.ts';

/** There are other branches than the one on the screen. */
export const hasBranches = (state: SessionState): boolean => state.branches.length > 1;
const playingOf = (state: SessionState): boolean => state.playing;
const speedOf = (state: SessionState) => state.speed;

const LANES_MAX: Readonly<Record<Layout, number>> = { full: 3, middle: 2, narrow: 1 };

interface Props {
  readonly scene: Scene;
  readonly layout: Layout;
  /** Read from the back row. */
  readonly large: boolean;
  /** A lesson needs the room for what it says: one other run is shown, the rest by name. */
  readonly inLesson: boolean;
}

export function Transport({ scene, layout, large, inLesson }: Props) {
  const session = useSession();
  const playing = useSlice(playingOf);
  const branching = useSlice(hasBranches);
  const speed = useSlice(speedOf);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { position } = scene;
  return (
    <section className="transport" aria-label={pageWords('transport')}>
      <button
        type="button"
        className="button play"
        aria-label={playing ? pageWords('pause') : pageWords('play')}
        onClick={playing ? session.pause : session.play}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <Scrubber position={position} scale={large ? 1.45 : 1} />
      <p className="step-count">
        <b style={{ minWidth: `${2 * String(position.steps).length + 2}ch` }}>
          {position.step} / {position.steps}
        </b>
        <span>{position.time}</span>
      </p>
      <button
        type="button"
        className="button quiet orders-button"
        aria-label={pageWords('all-orders')}
        title={pageWords('all-orders')}
        onClick={() => session.openDrawer('orders')}
      >
        <Icon name="orders" />
        <span aria-hidden="true">{pageWords('all-orders')}</span>
      </button>
      <DescribeButton of={pageWords('time')} quiet />
      <div className="time-more">
        <button
          ref={opener}
          type="button"
          className="button quiet time-button"
          title={pageWords('time')}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="dots" />
          <span>{pageWords('time')}</span>
          {speed !== 1 && <b>{speedText(speed)}</b>}
        </button>
        <Late>{open && <TimePanel scene={scene} opener={opener} onClose={() => setOpen(false)} />}</Late>
      </div>
      {branching && (
        <BranchLanesView
          lanesMax={large || inLesson ? 1 : LANES_MAX[layout]}
          large={large}
          onAll={() => setOpen(true)}
        />
      )}
    </section>
  );
}
