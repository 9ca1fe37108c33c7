// Everything that is folded away until asked for, in one menu button of the header. Up and down move, letters jump,
// Escape closes; the button has the focus again before an item does its work.

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { courseWord } from '../../scene/words/courseWords.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import type { Drawer, SessionState } from '../../store/state/sessionState.ts';
import { THEMES, type Theme } from '../../store/state/theme.ts';
import { Icon, type IconName } from '../marks/Icon.tsx';
import { openSpeakerWindow, startPresenting } from '../presenter/presenting.ts';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { DRAWER_TITLES, DRAWERS } from './drawers.ts';

const THEME_ICONS: Readonly<Record<Theme, IconName>> = { light: 'sun', dark: 'moon', projector: 'screen' };
const THEME_NAMES: Readonly<Record<Theme, string>> = {
  light: pageWords('light'),
  dark: pageWords('dark'),
  projector: pageWords('projector'),
};
const ITEMS = '[role^="menuitem"]';

const themeOf = (state: SessionState): Theme => state.theme;

export function MoreMenu({ onShare }: Pick<MenuProps, 'onShare'>) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && place.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, []);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="menu-place" ref={place}>
      <button
        type="button"
        className="button quiet square"
        ref={button}
        aria-label={pageWords('more-views')}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            event.stopPropagation();
            setOpen(true);
          }
        }}
      >
        <Icon name="more" />
      </button>
      {open && <Menu close={close} leave={() => setOpen(false)} onShare={onShare} />}
    </div>
  );
}

interface MenuProps {
  readonly close: () => void;
  /** Closes without taking the focus back: it has gone on. */
  readonly leave: () => void;
  readonly onShare: () => void;
}

function Menu({ close, leave, onShare }: MenuProps) {
  const session = useSession();
  const theme = useSlice(themeOf);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector<HTMLElement>(ITEMS)?.focus(), []);
  const chosen = (act: () => void) => () => {
    close();
    act();
  };
  const drawers = (names: readonly Drawer[]): ReactNode =>
    names.map((name) => (
      <Item key={name} onChoose={chosen(() => session.openDrawer(name))}>
        {DRAWER_TITLES[name]}
      </Item>
    ));
  return (
    <div
      className="menu"
      role="menu"
      tabIndex={-1}
      aria-label={pageWords('more-views')}
      ref={list}
      onKeyDown={(event) => handleMenuKey(event, list.current, { close, leave })}
    >
      <Section title={pageWords('menu-try')}>{drawers(DRAWERS.try)}</Section>
      <Section title={pageWords('menu-learn')}>
        <Item onChoose={chosen(() => session.showContents(true))}>{courseWord('contents', {})}</Item>
        {drawers(DRAWERS.learn)}
      </Section>
      <Section title={pageWords('menu-look')}>{drawers(DRAWERS.look)}</Section>
      <Section title={pageWords('menu-show')}>
        <Item onChoose={chosen(onShare)}>{pageWords('share')}</Item>
        <Item onChoose={chosen(() => startPresenting(session))}>{pageWords('present')}</Item>
        <Item onChoose={chosen(openSpeakerWindow)}>{pageWords('speaker-notes')}</Item>
      </Section>
      <Section title={pageWords('theme')}>
        {THEMES.map((each) => (
          <button
            key={each}
            type="button"
            role="menuitemradio"
            tabIndex={-1}
            aria-checked={each === theme}
            onClick={chosen(() => session.setTheme(each))}
          >
            <Icon name={THEME_ICONS[each]} />
            {THEME_NAMES[each]}
          </button>
        ))}
      </Section>
    </div>
  );
}

/** Its heading is the group's name, which is what a screen reader says of it. */
function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place inside a menu
    <div role="group" aria-label={title} className="menu-section">
      <span aria-hidden="true">{title}</span>
      {children}
    </div>
  );
}

function Item({ onChoose, children }: { readonly onChoose: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={onChoose}>
      {children}
    </button>
  );
}

function handleMenuKey(
  event: KeyboardEvent,
  list: HTMLElement | null,
  { close, leave }: Pick<MenuProps, 'close' | 'leave'>,
): void {
  // A menu keeps all keys to itself: none of them moves the run.
  event.stopPropagation();
  const items = [...(list?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const go = (index: number): void => {
    event.preventDefault();
    items[(index + items.length) % items.length]?.focus();
  };
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowRight':
      go(at + 1);
      return;
    case 'ArrowUp':
    case 'ArrowLeft':
      go(at < 0 ? items.length - 1 : at - 1);
      return;
    case 'Home':
      go(0);
      return;
    case 'End':
      go(items.length - 1);
      return;
    case 'Escape':
      event.preventDefault();
      close();
      return;
    case 'Tab':
      leave();
      return;
    default: {
      const letter = event.key.toLowerCase();
      const turned = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      const match = turned.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter));
      if (letter.length === 1 && letter !== ' ' && match !== undefined) {
        event.preventDefault();
        match.focus();
      }
    }
  }
}
