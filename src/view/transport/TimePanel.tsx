// What is needed of time now and then, behind one button: the speed, jumps, bookmarks, and every branch in words.

import type { RefObject } from 'react';
import type { Scene } from '../../scene/shape/scene.ts';
import { actionName } from '../../scene/words/actionWords.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { timeWord } from '../../scene/words/timeWords.ts';
import type { SessionState, Speed } from '../../store/state/sessionState.ts';
import { Icon, type IconName } from '../marks/Icon.tsx';
import { PassButtons } from '../operator/PassTime.tsx';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { BookmarkList } from './BookmarkList.tsx';
import { BranchList } from './BranchList.tsx';
import { Popover } from './Popover.tsx';
import { SPEEDS } from './speeds.ts';

const speedOf = (state: SessionState): Speed => state.speed;
const doingsOf = (state: SessionState) => state.doings;

export interface TimePanelProps {
  readonly scene: Scene;
  readonly opener: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

export function TimePanel({ scene, opener, onClose }: TimePanelProps) {
  return (
    <Popover title={dialogWords('time')} opener={opener} onClose={onClose}>
      <SpeedChoice />
      <Jumps nodes={scene.nodes.map(({ node }) => node)} />
      <section className="panel-row" aria-label={dialogWords('let-time-pass')}>
        <h3>{dialogWords('let-time-pass')}</h3>
        <PassButtons hasTimer hasPending={scene.next !== null} />
      </section>
      <Doings />
      <BookmarkList scene={scene} />
      <BranchList
        onDone={() => {
          onClose();
          opener.current?.focus();
        }}
      />
    </Popover>
  );
}

function SpeedChoice() {
  const session = useSession();
  const speed = useSlice(speedOf);
  return (
    <fieldset className="speeds">
      <legend>{dialogWords('speed')}</legend>
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

/** To the next of a kind, over what is recorded. */
function Jumps({ nodes }: { readonly nodes: readonly string[] }) {
  const { jump } = useSession();
  const kinds = [
    { to: 'version-change', title: dialogWords('version-change'), ids: ['version-before', 'version-next'] },
    { to: 'broken-promise', title: dialogWords('broken-promise'), ids: ['break-before', 'break-next'] },
  ] as const;
  return (
    <section className="panel-row" aria-label={dialogWords('go-to')}>
      <h3>{dialogWords('go-to')}</h3>
      <ul className="jumps">
        {kinds.map(({ to, title, ids: [before, next] }) => (
          <li key={to}>
            <span className="jump-title">{title}</span>
            <IconButton icon="back" name={actionName(before)} onPress={() => jump({ to, direction: -1 })} />
            <IconButton icon="forth" name={actionName(next)} onPress={() => jump({ to, direction: 1 })} />
          </li>
        ))}
        <li>
          <span className="jump-title">{dialogWords('message-to')}</span>
          {nodes.map((node) => (
            <button
              key={node}
              type="button"
              className="button node-jump"
              aria-label={timeWord('jump-message', { node })}
              onClick={() => jump({ to: 'message', node, direction: 1 })}
            >
              {node}
            </button>
          ))}
        </li>
      </ul>
    </section>
  );
}

function Doings() {
  const session = useSession();
  const { before, undone } = useSlice(doingsOf);
  return (
    <section className="panel-row" aria-label={dialogWords('my-commands')}>
      <h3>{dialogWords('my-commands')}</h3>
      <div className="button-row">
        <button
          type="button"
          className="button"
          aria-disabled={before.length === 0}
          title={actionName('undo')}
          onClick={session.undo}
        >
          {dialogWords('undo')}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={undone.length === 0}
          title={actionName('redo')}
          onClick={session.redo}
        >
          {dialogWords('redo')}
        </button>
      </div>
    </section>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly name: string;
  readonly onPress: () => void;
}

function IconButton({ icon, name, onPress }: IconButtonProps) {
  return (
    <button type="button" className="button square" aria-label={name} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}
