// What is on its way: envelopes that hang from the now line, which the tape runs under, as a list of options. Being the
// network takes two clicks: pick the envelope, then say what happens to it (MessageToolbar), or one key.

import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Loom, MessageItem } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';
import type { ChosenMessage } from './chosenMessage.ts';
import { actionForKey, type MessageAction } from './messageActions.ts';

interface Props {
  readonly items: readonly MessageItem[];
  readonly loom: Loom;
  readonly chosen: ChosenMessage | null;
  readonly actions: readonly MessageAction[];
}

export function Envelopes({ items, loom, chosen, actions }: Props) {
  const session = useSession();
  const selected = chosen?.item ?? undefined;
  const count = items.length;
  const hadFocus = useRef(false);
  useEffect(() => {
    // The list goes when its last envelope has arrived; whoever stood on it goes on at Next, not at the page's top.
    if (count === 0 && hadFocus.current) {
      hadFocus.current = false;
      document.getElementById('next')?.focus();
    }
  }, [count]);
  if (count === 0) {
    return null;
  }
  const pick = (item: MessageItem | undefined): void => {
    session.select(item === undefined ? null : { kind: 'message', message: item.message });
  };
  const press = (event: KeyboardEvent): void => {
    const action = actionForKey(event.key, actions);
    if (action !== undefined) {
      action.run();
      // By key one goes on with it; a toolbar that stayed would cover the envelopes beside it.
      if (action.verb === 'duplicate' && selected !== undefined) pick(selected);
    } else if (event.key === 'Escape') {
      pick(undefined);
    } else {
      const target = neighbour(event.key, items, selected);
      if (target === undefined) return;
      pick(target);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="on-the-way"
      data-hangs
      style={{ transform: `translateY(${loom.nowY - loom.viewport.y}px)` }}
    >
      <div
        role="listbox"
        aria-label={pageWords('on-the-way-count', { count })}
        aria-orientation="horizontal"
        tabIndex={0}
        aria-activedescendant={selected === undefined ? undefined : domId(selected)}
        onKeyDown={press}
        onFocus={({ target, currentTarget }) => {
          // An envelope that is clicked goes with its message, and the focus with it: it stays on the list.
          if (target !== currentTarget) currentTarget.focus({ preventScroll: true });
          hadFocus.current = true;
          // A message whose way has ended may be chosen: its actions come next, it is not let go.
          if (chosen === null) pick(items.find((item) => item.next) ?? items[0]);
        }}
        onBlur={() => {
          hadFocus.current = false;
        }}
      >
        {items.map((item) => (
          <Envelope key={item.key} item={item} loom={loom} onPick={() => pick(item)} />
        ))}
      </div>
    </div>
  );
}

/** Envelopes lie side by side: left and right go along them. */
function neighbour(
  key: string,
  items: readonly MessageItem[],
  selected: MessageItem | undefined,
): MessageItem | undefined {
  const index = selected === undefined ? -1 : items.indexOf(selected);
  switch (key) {
    case 'ArrowRight':
      return items[Math.min(items.length - 1, index + 1)];
    case 'ArrowLeft':
      return items[Math.max(0, index - 1)];
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return undefined;
  }
}

const domId = (item: MessageItem): string => `message-${item.key.replace(/[^\w-]/g, '_')}`;

interface EnvelopeProps {
  readonly item: MessageItem;
  readonly loom: Loom;
  readonly onPick: () => void;
}

function Envelope({ item, loom, onPick }: EnvelopeProps) {
  const laneOf = (node: string): number => loom.lanes.find((lane) => lane.node === node)?.x ?? item.x;
  const leftward = laneOf(item.to) < laneOf(item.from);
  const sign = item.held ? 'pause' : 'arrow';
  return (
    <div
      id={domId(item)}
      role="option"
      tabIndex={-1}
      className="envelope"
      aria-selected={item.selected}
      aria-label={item.held ? pageWords('label-held', { label: item.label }) : item.label}
      data-hue={item.identity?.hue}
      data-next={item.next || undefined}
      data-shape={item.shape}
      data-held={item.held || undefined}
      data-message={item.message}
      data-move={item.key}
      data-origin={laneOf(item.from) - item.w / 2}
      data-landing={laneOf(item.to) - item.w / 2}
      style={{ left: item.x, top: item.y - loom.nowY, minWidth: item.w, height: item.h }}
      // On pointer down, before the listbox gets the focus and would pick for itself.
      onPointerDown={onPick}
    >
      {leftward && <Icon name={sign} />}
      {item.identity !== null && <VersionTile identity={item.identity} />}
      {item.shape === 'pill' && <span className="text">{item.text}</span>}
      {!leftward && <Icon name={sign} />}
    </div>
  );
}
