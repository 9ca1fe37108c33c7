// Two things that may happen next, in both orders: a diamond from now to both ends, which are one when nothing differs.

import { useState } from 'react';
import { orderWords } from '../../scene/orders/orderWords.ts';
import './square.css';
import { stateAt } from '../../engine/index.ts';
import type { OrdersView } from '../../scene/orders/ordersView.ts';
import {
  type SquareBranch,
  type SquareCorner,
  type SquareView,
  squareViewOf,
} from '../../scene/orders/squareView.ts';
import { identitiesOf } from '../../scene/run/identity.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { shownTable } from '../../store/state/shown.ts';
import type { ShownRun } from '../inspector/useRun.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { NodeMarks } from './NodeMarks.tsx';
import { useSquare } from './useSquare.ts';

interface Props {
  readonly orders: OrdersView;
  readonly run: ShownRun;
}

const whole = (state: SessionState): SessionState => state;

export function SquareForm({ orders, run }: Props) {
  const state = useSlice(whole);
  const [picked, setPicked] = useState<readonly [string, string]>(['', '']);
  const { pending } = orders;
  const first = pending.find(({ id }) => id === picked[0]) ?? pending[0];
  const second =
    pending.find(({ id }) => id === picked[1] && id !== first?.id) ?? pending.find((one) => one !== first);
  const core = stateAt(run.timeline, run.playhead.step).core;
  const told = useSquare(core, first, second);
  const view =
    told === null
      ? null
      : squareViewOf({
          core,
          square: told.square,
          names: [told.pair[0].text, told.pair[1].text],
          identities: identitiesOf(run.timeline, run.options),
          table: shownTable(state),
        });
  return (
    <section aria-labelledby="orders-square">
      <h3 id="orders-square">{orderWords('both-orders')}</h3>
      {first === undefined || second === undefined ? (
        <p className="orders-says">{orderWords('both-orders-when')}</p>
      ) : (
        <>
          <div className="square-picks">
            <Pick
              name={orderWords('one')}
              value={first.id}
              pending={pending}
              onPick={(id) => setPicked([id, second.id])}
            />
            <Pick
              name={orderWords('other')}
              value={second.id}
              pending={pending.filter((one) => one !== first)}
              onPick={(id) => setPicked([first.id, id])}
            />
          </div>
          {view !== null && <Diamond view={view} />}
        </>
      )}
    </section>
  );
}

interface PickProps {
  readonly name: string;
  readonly value: string;
  readonly pending: OrdersView['pending'];
  readonly onPick: (id: string) => void;
}

function Pick({ name, value, pending, onPick }: PickProps) {
  return (
    <label>
      <span>{name}</span>
      <select className="input" value={value} onChange={(event) => onPick(event.target.value)}>
        {pending.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

const ICONS = { equal: 'check', later: 'check', unequal: 'cross', impossible: 'cross' } as const;

function Diamond({ view }: { readonly view: SquareView }) {
  const { now, sides, outcome, sentence, differences } = view;
  const isOne = outcome === 'equal';
  return (
    <div className="square-both" data-outcome={outcome}>
      <p className="square-sentence" role="status">
        <Icon name={ICONS[outcome]} />
        <span>{sentence}</span>
      </p>
      <div className="square-figure" data-one={isOne || undefined}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <path d={isOne ? 'M50 4L25 50L50 96M50 4L75 50L50 96' : 'M50 4L25 50L25 96M50 4L75 50L75 96'} />
        </svg>
        <Corner place="now" corner={now} />
        <Side side={sides[0]} place="left" withEnd={!isOne} />
        <Side side={sides[1]} place="right" withEnd={!isOne} />
        {isOne && sides[0].end !== null && <Corner place="end" corner={sides[0].end} />}
      </div>
      {differences.length > 0 && (
        <ul className="square-differences" aria-label={orderWords('differences')}>
          {differences.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <SideButtons sides={sides} />
    </div>
  );
}

function Side({
  side,
  place,
  withEnd,
}: {
  readonly side: SquareBranch;
  readonly place: string;
  readonly withEnd: boolean;
}) {
  return (
    <>
      {side.middle !== null && <Corner place={place} corner={side.middle} />}
      {withEnd && side.end !== null && <Corner place={`${place}-end`} corner={side.end} />}
      {side.problem !== null && (
        <p className="square-corner" data-place={side.middle === null ? place : `${place}-end`}>
          {side.problem}
        </p>
      )}
    </>
  );
}

function Corner({ place, corner }: { readonly place: string; readonly corner: SquareCorner }) {
  return (
    <div className="square-corner" data-place={place}>
      <p>{corner.title}</p>
      <NodeMarks nodes={corner.nodes} />
    </div>
  );
}

function SideButtons({ sides }: Pick<SquareView, 'sides'>) {
  const session = useSession();
  const state = useSlice(whole);
  const from = { branch: state.current, step: state.playhead.step };
  return (
    <div className="square-buttons">
      {sides.map(({ commands, end, about }) =>
        end === null ? null : (
          <button
            key={about}
            type="button"
            className="button"
            onClick={() => session.follow(from, commands, about)}
          >
            {orderWords('open-side', { about })}
          </button>
        ),
      )}
    </div>
  );
}
