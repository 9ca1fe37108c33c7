// Ask for all orders: what may happen at any moment, the search, what it found, and two things in both orders. The search runs
// in a worker; everything that it finds can be opened on the stage as a branch.

import { useEffect, useState } from 'react';
import { orderWords } from '../../scene/orders/orderWords.ts';
import './orders.css';
import type { Command } from '../../engine/index.ts';
import { ordersOf } from '../../scene/orders/ordersView.ts';
import { searchViewOf } from '../../scene/orders/searchView.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { explorerOfPage } from '../../workers/explorerClient.ts';
import { useRun } from '../inspector/useRun.ts';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { BreakList } from './BreakList.tsx';
import { EndingList } from './EndingList.tsx';
import { ExportForTlc } from './ExportForTlc.tsx';
import { QueueForm } from './QueueForm.tsx';
import { RandomRunsPart } from './RandomRunsPart.tsx';
import { type Choices, FIRST_CHOICES, SearchChoices } from './SearchChoices.tsx';
import { SearchFigures } from './SearchFigures.tsx';
import { SquareForm } from './SquareForm.tsx';
import { StateGraphView } from './StateGraphView.tsx';
import { beginSearch, cancelSearch, useSearch } from './search.ts';

const STATES_MAX = 2_000_000;
const BYTES_MAX = 600_000_000;

const startOf = (state: SessionState): object | null => state.branches[0]?.timeline.start ?? null;

const idOf = (command: Command): string | null => ('id' in command ? command.id : null);

export function OrdersDrawer() {
  // The worker begins with the drawer and warms up while somebody chooses what to ask.
  useEffect(() => void explorerOfPage(), []);
  const run = useRun();
  const session = useSession();
  const search = useSearch();
  const start = useSlice(startOf);
  const [choices, setChoices] = useState<Choices>(FIRST_CHOICES);
  const [added, setAdded] = useState<readonly Command[]>([]);
  const [left, setLeft] = useState<readonly Command[]>([]);
  if (run === null) {
    return null;
  }
  const orders = ordersOf(run.timeline, run.playhead, run.options);
  const follows = orders.follows.map(({ command }) => command);
  const known = new Set(follows.map(idOf));
  // What was added and is on the branch by now, because a found run was opened, is there once.
  const extra = added.filter((command) => idOf(command) === null || !known.has(idOf(command)));
  const queue = [...follows.filter((one) => !left.includes(one)), ...extra];
  const { losses, duplicates, crashes, gossipAndTimers } = choices;
  const begin = (): void =>
    beginSearch(session, {
      queue,
      gossipAndTimers,
      faults: { losses, duplicates, crashes },
      statesMax: STATES_MAX,
      bytesMax: BYTES_MAX,
    });
  // What was found in another run has nothing to say of this one.
  const found = search.run === start ? search.found : null;
  const view = found === null ? null : searchViewOf({ ...search, found });
  const canBegin = orders.pending.length + queue.length > 0;
  return (
    <div className="drawer-scroll orders">
      <section aria-labelledby="orders-what">
        <h3 id="orders-what">{orderWords('from-here')}</h3>
        <p className="orders-says">{orders.sentence}</p>
        <QueueForm orders={orders} left={left} added={extra} onLeft={setLeft} onAdded={setAdded} />
        <SearchChoices choices={choices} onChoices={setChoices} />
        <div className="orders-go">
          {search.running ? (
            <button type="button" className="button strong" onClick={cancelSearch}>
              {orderWords('stop')}
            </button>
          ) : (
            <button
              type="button"
              className="button strong"
              aria-disabled={!canBegin}
              onClick={() => canBegin && begin()}
            >
              {orderWords('search')}
            </button>
          )}
          {!canBegin && <p className="orders-says">{orderWords('nothing-to-search')}</p>}
          {search.problem !== null && (
            <p className="orders-problem" role="alert">
              {search.problem}
            </p>
          )}
        </div>
      </section>
      {view !== null && (
        <>
          <SearchFigures view={view} running={search.running} statesMax={STATES_MAX} />
          <BreakList rows={view.breaks} />
          <EndingList view={view} />
          {search.graph !== null && !search.running && (
            <StateGraphView graph={search.graph} run={run} search={search} />
          )}
        </>
      )}
      <ExportForTlc options={{ queue, gossipAndTimers, faults: { losses, duplicates, crashes } }} />
      <SquareForm orders={orders} run={run} />
      <RandomRunsPart />
    </div>
  );
}
