// The verdict in one sentence, and the counts behind it, live.

import { useEffect, useRef } from 'react';
import { orderWords } from '../../scene/orders/orderWords.ts';
import type { SearchView } from '../../scene/orders/searchView.ts';
import { Icon } from '../marks/Icon.tsx';

interface Props {
  readonly view: SearchView;
  readonly running: boolean;
  readonly statesMax: number;
}

export function SearchFigures({ view, running, statesMax }: Props) {
  const { outcome } = view;
  const place = useRef<HTMLElement>(null);
  // What was asked for is answered where one can see it, also on a phone.
  useEffect(() => {
    if (!running) place.current?.scrollIntoView({ block: 'nearest' });
  }, [running]);
  return (
    <section ref={place} aria-labelledby="orders-verdict" className="orders-verdict" data-outcome={outcome}>
      <h3 id="orders-verdict" className="hidden-text">
        {orderWords('verdict')}
      </h3>
      <p className="orders-sentence" role="status">
        {!running && (
          <Icon name={outcome === 'broken' ? 'octagon' : outcome === 'holds' ? 'check' : 'dots'} />
        )}
        <span>{running && outcome !== 'broken' ? view.progress : view.verdict}</span>
      </p>
      <dl className="orders-figures">
        {view.figures.map(({ id, value }) => (
          <div key={id}>
            <dt>{orderWords(`figure-${id}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {running && (
        <progress
          className="orders-bar"
          aria-label={orderWords('bar-name')}
          max={statesMax}
          value={Number(view.figures[0]?.value.replaceAll(',', '') ?? 0)}
        />
      )}
      {view.notes.map((note) => (
        <p key={note} className="orders-note">
          {note}
        </p>
      ))}
    </section>
  );
}
