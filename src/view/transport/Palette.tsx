// One field in which everything that the page can do is found by typing a part of its name.

import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Scene } from '../../scene/shape/scene.ts';
import { chordName } from '../../scene/words/actionWords.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import type { ActionReach } from '../keyboard/pageActions.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { found, type PaletteItem, paletteItems } from './paletteItems.ts';

export interface PaletteProps {
  readonly scene: Scene;
  readonly reach: ActionReach;
  readonly onClose: () => void;
}

export function Palette({ scene, reach, onClose }: PaletteProps) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  // What is offered is what was there when the palette opened: the stage lies behind it.
  const [items] = useState(() => paletteItems(reach, scene));
  const { steps } = scene.position;
  const shown = useMemo(
    () => found(items, typed, { steps, go: (step) => reach.session.seek(step) }),
    [items, typed, steps, reach],
  );
  const chosen = Math.min(at, shown.length - 1);
  const run = (item: PaletteItem | undefined): void => {
    if (item !== undefined) {
      onClose();
      // After the dialog has given the focus back, so that what is run may take it.
      setTimeout(item.run);
    }
  };
  const go = (index: number): void => {
    setAt(index);
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(shown.length - 1, chosen + 1),
      ArrowUp: Math.max(0, chosen - 1),
    };
    const target = moves[event.key];
    if (target !== undefined) {
      event.preventDefault();
      go(target);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(shown[chosen]);
    }
  };
  return (
    <Dialog goesOn title={dialogWords('find-something-to-do')} onClose={onClose}>
      <input
        className="input palette-field"
        role="combobox"
        aria-label={dialogWords('what-to-do')}
        aria-expanded={shown.length > 0}
        aria-controls="palette-list"
        aria-activedescendant={shown.length > 0 ? `palette-${chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <Options list={list} shown={shown} chosen={chosen} onRun={run} />
      <p className="note" aria-live="polite">
        {shown.length === 0 ? dialogWords('nothing-here-is-called-that') : ''}
      </p>
    </Dialog>
  );
}

interface OptionsProps {
  readonly list: React.RefObject<HTMLDivElement | null>;
  readonly shown: readonly PaletteItem[];
  readonly chosen: number;
  readonly onRun: (item: PaletteItem) => void;
}

function Options({ list, shown, chosen, onRun }: OptionsProps) {
  return (
    <div
      className="palette-list"
      id="palette-list"
      role="listbox"
      aria-label={dialogWords('actions')}
      ref={list}
    >
      {shown.map((item, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field that has the focus takes the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field points at it
        <div
          key={item.key}
          id={`palette-${i}`}
          role="option"
          aria-selected={i === chosen}
          onClick={() => onRun(item)}
        >
          <span>{item.name}</span>
          {item.chord !== null && <kbd>{chordName(item.chord)}</kbd>}
        </div>
      ))}
    </div>
  );
}
