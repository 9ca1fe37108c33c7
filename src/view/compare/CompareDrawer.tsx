// Two nodes, moments or branches beside each other: what differs in words, each item selecting what it is about, and then
// what was and what is. It looks at the playhead, so stepping on compares the next moment.

import { useEffect } from 'react';
import type { Change, CompareCard, CompareView, Difference } from '../../scene/compare/comparison.ts';
import type { Identity } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { Icon } from '../marks/Icon.tsx';
import { useSession, useSlice } from '../session/sessionContext.ts';
import type { DrawerProps } from '../shell/drawers.ts';
import { SidePicker } from './SidePicker.tsx';
import { useCompared } from './useCompared.ts';

const whole = (state: SessionState): SessionState => state;
/** Longer lists begin folded after so many. */
const FIRST_DIFFERENCES = 12;

export function CompareDrawer(_props: DrawerProps) {
  const session = useSession();
  const state = useSlice(whole);
  const { asked, view } = useCompared();
  // The stage shows the same comparison: it must be known outside of this drawer too.
  const isUnset = state.comparison !== asked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when nothing that exists is compared yet
  useEffect(() => {
    if (isUnset) session.compare(asked);
  }, [isUnset]);
  return (
    <div className="drawer-scroll compare" data-mode={asked.kind}>
      <SidePicker asked={asked} state={state} />
      {view !== null && <Compared view={view} />}
    </div>
  );
}

function Compared({ view }: { readonly view: CompareView }) {
  const first = view.differences.slice(0, FIRST_DIFFERENCES);
  const rest = view.differences.slice(FIRST_DIFFERENCES);
  return (
    <>
      <div className="compare-summary" data-same={view.same || undefined}>
        <h3>
          {view.same && <Icon name="check" />}
          {view.summary}
        </h3>
        {view.parting !== '' && (
          <p className="caption">
            {view.parting} {view.was.title}: {view.was.at}. {view.is.title}: {view.is.at}.
          </p>
        )}
      </div>
      {first.length > 0 && <Differences items={first} name={dialogWords('differences')} />}
      {rest.length > 0 && (
        <details className="compare-rest">
          <summary>{dialogWords('length-more', { length: rest.length })}</summary>
          <Differences items={rest} name={dialogWords('more-differences')} />
        </details>
      )}
      {view.cards.map((card) => (
        <CardTable key={card.key} card={card} view={view} />
      ))}
    </>
  );
}

function Differences({ items, name }: { readonly items: readonly Difference[]; readonly name: string }) {
  const session = useSession();
  return (
    <ul className="differences" aria-label={name}>
      {items.map(({ key, sentence, selection }) => (
        <li key={key}>
          {selection === null ? (
            <p>{sentence}</p>
          ) : (
            <button type="button" onClick={() => session.select(selection)}>
              {sentence}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function CardTable({ card, view }: { readonly card: CompareCard; readonly view: CompareView }) {
  const rows = card.changes.filter((change) => change.area === 'rows');
  const shown = card.changes.filter((change) => change.area !== 'rows');
  return (
    <section className="compare-card">
      <h3>{card.title}</h3>
      {shown.length > 0 && <ChangeTable changes={shown} view={view} name={card.title} />}
      {rows.length > 0 && (
        <details className="compare-rest">
          <summary>{dialogWords('system-rows', { count: rows.length })}</summary>
          <ChangeTable
            changes={rows}
            view={view}
            name={dialogWords('system-rows-of', { name: card.title })}
          />
        </details>
      )}
    </section>
  );
}

interface ChangeTableProps {
  readonly changes: readonly Change[];
  readonly view: CompareView;
  readonly name: string;
}

function ChangeTable({ changes, view, name }: ChangeTableProps) {
  return (
    <table aria-label={name}>
      <thead>
        <tr>
          <th scope="col" className="hidden-text">
            {dialogWords('what')}
          </th>
          <th scope="col">{view.was.title}</th>
          <th scope="col">{view.is.title}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <ChangeRow key={change.key} change={change} />
        ))}
      </tbody>
    </table>
  );
}

function ChangeRow({ change }: { readonly change: Change }) {
  return (
    <tr data-area={change.area}>
      <th scope="row">{change.what}</th>
      <td className="was">
        <Value identity={change.wasIdentity} text={change.was} />
      </td>
      <td className="is">
        <Value identity={change.isIdentity} text={change.is} />
      </td>
    </tr>
  );
}

function Value({ identity, text }: { readonly identity: Identity | null; readonly text: string }) {
  return identity === null ? (
    text
  ) : (
    <span className="compare-version">
      <VersionTile identity={identity} />
      <b>{text}</b> <span className="mono">{identity.hex}</span>
    </span>
  );
}
