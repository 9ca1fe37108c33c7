// CQL on one node: what was asked of it and what came of that, as it was at the playhead, and below it where one types.

import { useEffect, useMemo, useRef, useState } from 'react';
import { knownTables } from '../../scene/console/consoleInput.ts';
import { consoleOf } from '../../scene/console/consoleOf.ts';
import type { ConsoleView } from '../../scene/console/consoleView.ts';
import type { Scene } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { sessionAfter, visibleLines } from '../../store/console/consoleLines.ts';
import type { Entered } from '../../store/state/consoleState.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { shownState } from '../../store/state/shown.ts';
import { type ShownRun, useRun } from '../inspector/useRun.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { useSession, useSlice } from '../session/sessionContext.ts';
import type { DrawerProps } from '../shell/drawers.ts';
import { CqlInput } from './CqlInput.tsx';
import { EntryView } from './EntryView.tsx';

const whole = (state: SessionState): SessionState => state;

export function ConsoleDrawer({ scene }: DrawerProps) {
  const run = useRun();
  const node = useConsoleNode(scene);
  return run === null || node === null ? null : <Console run={run} node={node} scene={scene} />;
}

/** The node that is selected, or was last: selecting another thing does not take the console away. */
function useConsoleNode(scene: Scene): string | null {
  const selected = scene.nodes.find((card) => card.selected)?.node ?? null;
  const [last, setLast] = useState(selected);
  if (selected !== null && selected !== last) {
    setLast(selected);
  }
  const known = scene.nodes.some((card) => card.node === last);
  return selected ?? (known ? last : null) ?? scene.nodes[0]?.node ?? null;
}

interface Props {
  readonly run: ShownRun;
  readonly node: string;
  readonly scene: Scene;
}

function Console({ run, node, scene }: Props) {
  const session = useSession();
  const state = useSlice(whole);
  const { timeline, playhead, options } = run;
  const { console, branches, current } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines follow from these parts of the state alone
  const lines = useMemo(() => visibleLines(state, node), [console, branches, current, playhead, node]);
  const view = useMemo(
    () => consoleOf(timeline, playhead, options, { node, lines, session: sessionAfter(lines) }),
    [timeline, playhead, options, node, lines],
  );
  const tables = useMemo(() => knownTables(shownState(state), node), [state, node]);
  const history = useMemo(
    () => console.entered.filter((one) => one.node === node).map(({ text }) => text),
    [console.entered, node],
  );
  const [said, setSaid] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  if (view === null) {
    return null;
  }
  const enter = (text: string): Entered => {
    const entered = session.enter(node, text);
    const last = session.store.getState().console.lines.at(-1);
    setSaid(last?.answer.kind === 'said' ? last.answer.text : '');
    return entered;
  };
  return (
    <div className="console">
      <div className="console-head">
        <NodePicker scene={scene} node={node} />
        <ul className="console-settings" aria-label={dialogWords('settings')}>
          {view.settings.map((setting) => (
            <li key={setting}>{setting}</li>
          ))}
        </ul>
        <PreparedList view={view} />
      </div>
      <Log view={view} />
      <p role="status" className="hidden-text">
        {said}
      </p>
      <CqlInput
        key={node}
        ref={input}
        node={node}
        name={view.title}
        tables={tables}
        history={history}
        onEnter={enter}
      />
    </div>
  );
}

function NodePicker({ scene, node }: { readonly scene: Scene; readonly node: string }) {
  const session = useSession();
  return (
    <fieldset className="node-switch" aria-label={dialogWords('node')}>
      {scene.nodes.map((one) => (
        <button
          key={one.node}
          type="button"
          className="button"
          aria-pressed={one.node === node}
          onClick={() => session.select({ kind: 'node', node: one.node })}
        >
          <VersionTile identity={one.identity} />
          {one.node}
        </button>
      ))}
    </fieldset>
  );
}

function PreparedList({ view }: { readonly view: ConsoleView }) {
  return view.prepared.length === 0 ? null : (
    <ul className="console-prepared" aria-label={dialogWords('prepared-statements')}>
      {view.prepared.map(({ name, sentence, identity }) => (
        <li key={name}>
          <span>{sentence}</span>
          {identity !== null && (
            <>
              <VersionTile identity={identity} />
              <b>{identity.name}</b>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** It keeps its end in sight, as a console does. */
function Log({ view }: { readonly view: ConsoleView }) {
  const place = useRef<HTMLDivElement>(null);
  const { entries, node } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is shown anew is at the end
  useEffect(() => {
    place.current?.scrollTo({ top: place.current.scrollHeight });
  }, [entries, node]);
  return (
    <section
      className="console-log"
      ref={place}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={dialogWords('asked-and-answered-on-node', { node })}
    >
      {entries.length === 0 ? (
        <p className="note">{view.empty}</p>
      ) : (
        <ol>
          {entries.map((entry) => (
            <EntryView key={entry.key} entry={entry} node={node} />
          ))}
        </ol>
      )}
    </section>
  );
}
