// What the palette offers: the page's actions, places to go to, and every button of the stage by its name.

import { nextNodeName } from '../../engine/index.ts';
import type { Scene } from '../../scene/shape/scene.ts';
import { actionName } from '../../scene/words/actionWords.ts';
import { timeWord } from '../../scene/words/timeWords.ts';
import { shownState } from '../../store/state/shown.ts';
import { THEMES } from '../../store/state/theme.ts';
import { type ActionReach, PAGE_ACTIONS } from '../keyboard/pageActions.ts';
import { SPEEDS } from './speeds.ts';

export interface PaletteItem {
  readonly key: string;
  readonly name: string;
  readonly chord: string | null;
  readonly run: () => void;
}

const THEME_WORDS = { light: 'theme-light', dark: 'theme-dark', projector: 'theme-projector' } as const;

export function paletteItems(reach: ActionReach, scene: Scene): readonly PaletteItem[] {
  const { session } = reach;
  const { branches, bookmarks } = session.store.getState();
  const item = (key: string, name: string, run: () => void): PaletteItem => ({ key, name, chord: null, run });
  return [
    ...PAGE_ACTIONS.filter(({ id }) => id !== 'palette' && id !== 'close').map(({ id, keys, run }) => ({
      key: id,
      name: actionName(id),
      chord: keys[0] ?? null,
      run: () => run(reach),
    })),
    ...scene.nodes.map(({ node }) =>
      item(`message ${node}`, timeWord('jump-message', { node }), () =>
        session.jump({ to: 'message', node, direction: 1 }),
      ),
    ),
    ...ringItems(session),
    ...stageButtons(),
    ...branches.map(({ name }, i) =>
      item(`branch ${i}`, timeWord('go-branch', { name }), () => session.switchBranch(i)),
    ),
    ...bookmarks.map(({ id, branch, step, note }) =>
      item(`bookmark ${id}`, timeWord('go-bookmark', { step: String(step), note }), () => {
        session.switchBranch(branch);
        session.seek(step);
      }),
    ),
    ...SPEEDS.map(({ speed, short }) =>
      item(`speed ${short}`, timeWord('set-speed', { speed: short }), () => session.setSpeed(speed)),
    ),
    ...THEMES.map((theme) =>
      item(`theme ${theme}`, timeWord(THEME_WORDS[theme], {}), () => session.setTheme(theme)),
    ),
  ];
}

/** Who comes and goes: a refusal is told by the page itself. */
function ringItems(session: ActionReach['session']): readonly PaletteItem[] {
  const { core } = shownState(session.store.getState());
  const node = nextNodeName(core);
  const comes = node === null ? [] : [{ kind: 'add-node', node } as const];
  const goes = core.nodes.map(({ id }) => ({ kind: 'remove-node', node: id }) as const);
  return [...comes, ...goes].map((operation) => ({
    key: `${operation.kind} ${operation.node}`,
    name: timeWord(operation.kind, { node: operation.node }),
    chord: null,
    run: () => session.act(operation),
  }));
}

/** Add, write, read and the rest: what can be pressed on the stage can be found by its name. */
function stageButtons(): readonly PaletteItem[] {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('main article button[aria-label]')];
  return buttons
    .filter((button) => !button.disabled)
    .map((button, i) => ({
      key: `button ${i}`,
      name: button.ariaLabel ?? '',
      chord: null,
      run: () => {
        button.focus();
        button.click();
      },
    }));
}

/** Those whose name holds every word that was typed; a number alone is a step. */
export function found(
  items: readonly PaletteItem[],
  typed: string,
  step: { readonly steps: number; readonly go: (step: number) => void },
): readonly PaletteItem[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null;
  const phrase = words.join(' ');
  const matching = items
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    // What was typed as it stands comes before what has the same letters here and there.
    .sort(
      (a, b) => Number(b.name.toLowerCase().includes(phrase)) - Number(a.name.toLowerCase().includes(phrase)),
    );
  return number === null || number > step.steps
    ? matching
    : [
        {
          key: 'step',
          name: timeWord('go-step', { step: String(number) }),
          chord: null,
          run: () => step.go(number),
        },
        ...matching,
      ];
}
