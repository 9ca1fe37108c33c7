// The state graph of a small search: a picture to click, and beside it one state in words with the ways on and back, which is the
// same graph for the keyboard and for those who do not see it.

import { useMemo, useState } from 'react';
import { orderWords } from '../../scene/orders/orderWords.ts';
import './stateGraph.css';
import type { StateGraph } from '../../engine/index.ts';
import { drawGraph, stateInWords } from '../../scene/orders/stateGraph.ts';
import { identitiesOf } from '../../scene/run/identity.ts';
import { momentAt } from '../../scene/run/moment.ts';
import type { TableKey } from '../../scene/shape/scene.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { shownTable } from '../../store/state/shown.ts';
import type { ShownRun } from '../inspector/useRun.ts';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { NodeMarks } from './NodeMarks.tsx';
import { StateMark } from './StateMark.tsx';
import { openState, type Search } from './search.ts';

interface Props {
  readonly graph: StateGraph;
  readonly run: ShownRun;
  readonly search: Search;
}

const whole = (state: SessionState): SessionState => state;

export function StateGraphView({ graph, run, search }: Props) {
  const session = useSession();
  const state = useSlice(whole);
  const table: TableKey | null = shownTable(state);
  const identities = identitiesOf(run.timeline, run.options);
  const { words } = momentAt(run.timeline, run.playhead, run.options);
  const drawn = useMemo(() => drawGraph(graph, identities, table), [graph, identities, table]);
  const [picked, setPicked] = useState(0);
  const { shown } = search;
  const isThere = shown?.spot.branch === state.current && shown.spot.step === state.playhead.step;
  const here = isThere ? shown.state : null;
  const told = stateInWords(graph, picked, { identities, table, words });
  const go = (to: number, about: string): void => {
    setPicked(to);
    void openState(session, to, about);
  };
  return (
    <section aria-labelledby="orders-graph">
      <h3 id="orders-graph">{orderWords('every-state')}</h3>
      <p className="orders-says">{drawn.title}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className="orders-graph" aria-label={orderWords('graph-drawn')} tabIndex={0}>
        <svg
          viewBox={`0 0 ${drawn.width} ${drawn.height}`}
          width={drawn.width}
          height={drawn.height}
          aria-hidden="true"
          focusable="false"
        >
          {drawn.edges.map(({ from, to, path }) => (
            <path
              key={`${from} ${to}`}
              className="graph-edge"
              data-near={from === picked || to === picked || undefined}
              d={path}
            />
          ))}
          {drawn.states.map((mark) => (
            <StateMark
              key={mark.state}
              mark={mark}
              radius={drawn.radius}
              isPicked={mark.state === picked}
              isHere={mark.state === here}
              onPick={() =>
                go(mark.state, stateInWords(graph, mark.state, { identities, table, words })?.about ?? '')
              }
            />
          ))}
        </svg>
      </section>
      {told !== null && (
        <div className="orders-state">
          <p role="status">
            <b>{told.sentence}.</b> {told.standing}. {told.notes.join(', ')}.
            {here === picked && <> {orderWords('stage-is-here')}</>}
          </p>
          <NodeMarks nodes={told.nodes} />
          <button
            type="button"
            className="button"
            aria-disabled={here === picked}
            onClick={() => go(picked, told.about)}
          >
            {orderWords('go-there')}
          </button>
          <Ways isOpen title={orderWords('ways-on')} ways={told.on} onPick={setPicked} />
          <Ways title={orderWords('ways-here')} ways={told.back} onPick={setPicked} />
        </div>
      )}
      <GraphKey />
    </section>
  );
}

interface WaysProps {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly ways: readonly { readonly to: number; readonly text: string }[];
  readonly onPick: (state: number) => void;
}

function Ways({ title, ways, isOpen = false, onPick }: WaysProps) {
  return ways.length === 0 ? null : (
    <details className="orders-ways" open={isOpen}>
      <summary>{title}</summary>
      <ul aria-label={title}>
        {ways.map(({ to, text }) => (
          <li key={text}>
            <button type="button" className="pick-name" onClick={() => onPick(to)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const KEY = ['agreed', 'apart', 'down', 'broken'] as const;

function GraphKey() {
  return (
    <ul className="orders-key" aria-label={orderWords('shapes-mean')}>
      {KEY.map((shape) => (
        <li key={shape}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <StateMark
              mark={{ state: 0, x: 8, y: 8, shape, identity: null, ends: false }}
              radius={6}
              isPicked={false}
              isHere={false}
            />
          </svg>
          {orderWords(`shape-${shape}`)}
        </li>
      ))}
    </ul>
  );
}
