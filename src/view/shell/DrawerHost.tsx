// A drawer stands beside the stage and is not modal: one goes on stepping while it is open. It takes the focus when it
// opens and gives it back, when it closes, to what had it before.

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Scene } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import type { Drawer, SessionState } from '../../store/state/sessionState.ts';
import { DrawerContents, Late } from '../loading/lazyDialogs.tsx';
import { Icon } from '../marks/Icon.tsx';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { DRAWER_TITLES } from './drawers.ts';

const drawerOf = (state: SessionState): Drawer | null => state.drawer;

export function DrawerHost({ scene }: { readonly scene: Scene }) {
  const open = useSlice(drawerOf);
  return open === null ? null : <OpenDrawer drawer={open} scene={scene} />;
}

function OpenDrawer({ drawer, scene }: { readonly drawer: Drawer; readonly scene: Scene }) {
  const session = useSession();
  const heading = useFocusOnOpening(drawer);
  const close = (): void => session.openDrawer(null);
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <section className="drawer" data-drawer={drawer} aria-labelledby="drawer-title" onKeyDown={press}>
      <header className="drawer-head">
        <h2 id="drawer-title" tabIndex={-1} ref={heading}>
          {DRAWER_TITLES[drawer]}
        </h2>
        <button type="button" className="button quiet square" aria-label={pageWords('close')} onClick={close}>
          <Icon name="cross" />
        </button>
      </header>
      <Late>
        <DrawerContents drawer={drawer} scene={scene} />
      </Late>
    </section>
  );
}

/** The heading takes the focus whenever another drawer opens; closing gives it back to where it first came from. */
function useFocusOnOpening(drawer: Drawer) {
  const heading = useRef<HTMLHeadingElement>(null);
  // What is in it may take the focus for itself before the drawer can look who had it.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    const now = document.activeElement;
    const origin = now?.closest('.drawer') == null ? now : opener;
    return () => {
      if (origin instanceof HTMLElement && origin.isConnected && !isElsewhere(origin)) {
        origin.focus();
      }
    };
  }, [opener]);
  // What is in it may have taken the focus for itself, as the text of a console does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another drawer is a new heading
  useEffect(() => {
    if (document.activeElement?.closest('.drawer') !== heading.current?.closest('.drawer')) {
      heading.current?.focus();
    }
  }, [drawer]);
  return heading;
}

/** Whoever has gone on to something else keeps the focus there. */
function isElsewhere(origin: HTMLElement): boolean {
  const now = document.activeElement;
  return now !== null && now !== document.body && now !== origin && now.closest('.drawer') === null;
}
