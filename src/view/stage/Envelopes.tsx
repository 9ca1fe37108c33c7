// What is on its way: envelopes on the now line, as a list of options, and for the selected one what a person may do
// with it. Being the network takes two clicks: pick the envelope, then say what happens to it.

import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Lane, Loom, MessageItem } from '../../scene/scene.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../sessionContext.ts';
import { messageActions } from './messageActions.ts';

export function Envelopes({ items, loom }: { readonly items: readonly MessageItem[]; readonly loom: Loom }) {
  const session = useSession();
  const list = useRef<HTMLDivElement>(null);
  const selected = items.find((item) => item.selected);
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
  const move = (event: KeyboardEvent): void => {
    const index = selected === undefined ? -1 : items.indexOf(selected);
    if (
      handled(event, { items, index, pick, act: (kind, item) => messageActions(session, item)[kind]().ok })
    ) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <div className="on-the-way" data-tape="html" style={{ transform: `translateY(${-loom.viewport.y}px)` }}>
      <div
        ref={list}
        role="listbox"
        aria-label={`On the way (${count})`}
        tabIndex={0}
        aria-activedescendant={selected === undefined ? undefined : domId(selected)}
        onKeyDown={move}
        onFocus={() => {
          hadFocus.current = true;
          if (selected === undefined) pick(items.find((item) => item.next) ?? items[0]);
        }}
        onBlur={() => {
          hadFocus.current = false;
        }}
      >
        {items.map((item) => (
          <Envelope key={item.key} item={item} lanes={loom.lanes} onPick={() => pick(item)} />
        ))}
      </div>
      {selected !== undefined && <MessageToolbar item={selected} width={loom.geometry.width} />}
    </div>
  );
}

const domId = (item: MessageItem): string => `message-${item.key.replace(/[^\w-]/g, '_')}`;

interface EnvelopeProps {
  readonly item: MessageItem;
  readonly lanes: readonly Lane[];
  readonly onPick: () => void;
}

function Envelope({ item, lanes, onPick }: EnvelopeProps) {
  const laneOf = (node: string): number => lanes.find((lane) => lane.node === node)?.x ?? item.x;
  const leftward = laneOf(item.to) < laneOf(item.from);
  return (
    <div
      id={domId(item)}
      role="option"
      tabIndex={-1}
      className="envelope"
      aria-selected={item.selected}
      aria-label={item.label}
      data-hue={item.identity?.hue}
      data-next={item.next || undefined}
      data-message={item.message}
      data-move={item.key}
      data-origin={laneOf(item.from) - item.w / 2}
      data-landing={laneOf(item.to) - item.w / 2}
      style={{ left: item.x, top: item.y, minWidth: item.w, height: item.h }}
      // On pointer down, before the listbox gets the focus and would pick for itself.
      onPointerDown={onPick}
    >
      {leftward && <Icon name="arrow" />}
      {item.identity !== null && <VersionTile identity={item.identity} />}
      <span className="text">{item.text}</span>
      {!leftward && <Icon name="arrow" />}
    </div>
  );
}

function MessageToolbar({ item, width }: { readonly item: MessageItem; readonly width: number }) {
  const session = useSession();
  const actions = messageActions(session, item);
  const half = 150;
  const centre = Math.min(Math.max(item.x + item.w / 2, half + 8), width - half - 8);
  return (
    <div
      role="toolbar"
      aria-label="Message"
      className="message-toolbar"
      style={{ left: centre, top: item.y }}
    >
      <button type="button" className="button strong" onClick={actions.deliver}>
        Deliver now
      </button>
      <button type="button" className="button" onClick={actions.lose}>
        Lose
      </button>
      <button type="button" className="button" onClick={actions.duplicate}>
        Duplicate
      </button>
    </div>
  );
}

interface Keys {
  readonly items: readonly MessageItem[];
  readonly index: number;
  readonly pick: (item: MessageItem | undefined) => void;
  readonly act: (kind: 'deliver' | 'lose' | 'duplicate', item: MessageItem) => boolean;
}

/** Arrows move, Enter delivers, Delete loses, D duplicates, Escape lets go. */
function handled(event: KeyboardEvent, { items, index, pick, act }: Keys): boolean {
  const item = items[index];
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowDown':
      pick(items[Math.min(items.length - 1, index + 1)]);
      return true;
    case 'ArrowLeft':
    case 'ArrowUp':
      pick(items[Math.max(0, index - 1)]);
      return true;
    case 'Escape':
      pick(undefined);
      return true;
    case 'Enter':
    case ' ':
      if (item !== undefined) act('deliver', item);
      return true;
    case 'Delete':
    case 'Backspace':
      if (item !== undefined) act('lose', item);
      return true;
    case 'd':
    case 'D':
      if (item !== undefined) act('duplicate', item);
      return true;
    default:
      return false;
  }
}
